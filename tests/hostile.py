"""Workbooks that are damaged, awkward or made to do damage, by name; each is refused or read, within bounded memory and time."""

from __future__ import annotations

import io
import random
import re
import zipfile

from ward_app.sample import sample_ward
from ward_visitors import good_rows, workbook

HEADER = ["Mã", "Họ và tên"]
_SHEET = "xl/worksheets/sheet1.xml"


def with_part(content, change, name=_SHEET):
    """A workbook of which one part was changed by hand, or added."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.infolist():
            part = old.read(one)
            new.writestr(one.filename, change(part.decode()) if one.filename == name else part)
        if name not in old.namelist():
            new.writestr(name, change(""))
    return changed.getvalue()


def ward(**rows):
    """The invented ward with some sheets replaced."""
    return workbook({**good_rows(), **rows})


def fourteen_million_cells(columns=14_000_000):
    """Some tens of kilobytes that hold fourteen million empty cells, in rows of so many."""
    row = "<row>" + "<c/>" * columns + "</row>"
    return with_part(ward(), lambda xml: xml.replace("</sheetData>", row * (14_000_000 // columns) + "</sheetData>"))


def laughs(xml):
    """A document type whose entities grow a thousand million times."""
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">{entities}]>'
    rest = xml.partition("?>")[2] or xml
    for tag in ("<t>", "<sheets>"):
        rest = rest.replace(tag, f"{tag}&a9;", 1)
    return head + rest


def moved(content, old, new, change):
    """A workbook of which one part is called otherwise, and changed by hand; the file's own list leads to it all the same."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for one in before.infolist():
            part = before.read(one).decode()
            if one.filename == old:
                after.writestr(new, change(part))
                continue
            if one.filename in {"[Content_Types].xml", "xl/_rels/workbook.xml.rels"}:
                part = part.replace(f"/{old}", f"/{new}").replace(old.removeprefix("xl/"), new.removeprefix("xl/"))
            after.writestr(one.filename, part)
    return made.getvalue()


def packed_as(content, how):
    """A workbook that is packed in another way."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", how) as new:
        for one in old.infolist():
            new.writestr(one.filename, old.read(one))
    return made.getvalue()


def many_parts():
    """A workbook with thirty thousand small parts that nobody asks for."""
    made = io.BytesIO(ward())
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive:
        for number in range(30_000):
            archive.writestr(f"x/{number}.xml", "<a/>")
    return made.getvalue()


def many_sheets(xml):
    """A book with thirty thousand sheets, which are all the same part."""
    one = re.search(r"<sheet [^>]*/>", xml)[0]
    others = (one.replace('name="', f'name="{number}') for number in range(30_000))
    return xml.replace(one, one + "".join(others))


def _texts(cell, times):
    return with_part(ward(), lambda xml: xml.replace("</sheetData>", f'<row><c t="inlineStr"><is><t>{cell}</t></is></c></row>' * times + "</sheetData>"))


def _after_rows(more):
    return with_part(ward(), lambda xml: xml.replace("</sheetData>", f"</sheetData>{more}"))


def shuffled(seed):
    """A workbook of which some bytes are others."""
    content, dice = bytearray(ward()), random.Random(seed)
    for _ in range(40):
        content[dice.randrange(len(content))] = dice.randrange(256)
    return bytes(content)


def _in_cells(change):
    return with_part(ward(), lambda xml: xml.replace("<sheetData>", f"<sheetData>{change}", 1))


def _merged(area, times=1):
    areas = "<mergeCells>" + f'<mergeCell ref="{area}"/>' * times + "</mergeCells>"
    return with_part(ward(), lambda xml: xml.replace("</sheetData>", f"</sheetData>{areas}"))


def hostile():
    """Every workbook by name, made when it is asked for."""
    rows = good_rows()
    officials, history = rows["Cán bộ"], rows["Lịch sử"]
    return {
        "nothing": lambda: b"",
        "text": lambda: "xin chào".encode(),
        "a zip of nothing": lambda: b"PK\x05\x06" + b"\0" * 18,
        "half a file": lambda: ward()[:4_000],
        "an old Excel file": lambda: bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 4_000,
        "too large": lambda: b"P" * 5_000_001,
        "fourteen million cells in a row": fourteen_million_cells,
        "fourteen million cells in many rows": lambda: fourteen_million_cells(700),
        "rows with one cell far to the right": lambda: with_part(ward(), lambda xml: xml.replace("</sheetData>", '<row><c r="XFD9"/></row>' * 300_000 + "</sheetData>")),
        "a row beyond all rows": lambda: _in_cells('<row r="999999999999"><c r="A999999999999"><v>1</v></c></row>'),
        "a row that is no number": lambda: _in_cells('<row r="x"><c r="A1"/></row>'),
        "a cell that is no place": lambda: _in_cells('<row r="1"><c r="??"><v>1</v></c></row>'),
        "a cell of no kind": lambda: _in_cells('<row r="1"><c r="A1" t="zzz"><v>1</v></c></row>'),
        "a text that is not there": lambda: _in_cells('<row r="1"><c r="A1" t="s"><v>99999</v></c></row>'),
        "a number that is none": lambda: _in_cells('<row r="1"><c r="A1"><v>12abc</v></c></row>'),
        "a number beyond all numbers": lambda: _in_cells(f'<row r="1"><c r="A1"><v>{"9" * 5_000}</v></c></row>'),
        "everything merged": lambda: _merged("A1:XFD1048576"),
        "merged a hundred thousand times": lambda: _merged("A1:XFD9", 100_000),
        "merged nowhere": lambda: _merged("??"),
        "laughs in a sheet": lambda: with_part(ward(), laughs),
        "laughs in the texts": lambda: with_part(sample_ward(2026), laughs, "xl/sharedStrings.xml"),
        "laughs in the book": lambda: with_part(ward(), laughs, "xl/workbook.xml"),
        "laughs in a sheet that is called a picture": lambda: moved(ward(), _SHEET, "xl/worksheets/sheet1.png", laughs),
        "laughs in texts that are called a picture": lambda: moved(sample_ward(2026), "xl/sharedStrings.xml", "xl/strings.png", laughs),
        "texts where sheets lie": lambda: moved(sample_ward(2026), "xl/sharedStrings.xml", "xl/worksheets/strings.xml", lambda xml: xml.replace("<si>", "<si><t>" + "a" * 55_000_000 + "</t></si><si>", 1)),
        "thirty thousand sheets": lambda: with_part(ward(), many_sheets, "xl/workbook.xml"),
        "thirty thousand parts": many_parts,
        "packed by LZMA": lambda: packed_as(ward(), zipfile.ZIP_LZMA),
        "texts as long as Excel allows": lambda: _texts("a" * 32_000, 1_800),
        "wide texts as long as Excel allows": lambda: _texts("ạ" * 32_000, 600),
        "elements within elements": lambda: _after_rows("<a>" * 2_000_000),
        "elements within elements of the texts": lambda: with_part(sample_ward(2026), lambda xml: xml.replace("<si>", "<si>" + "<a>" * 800_000, 1), "xl/sharedStrings.xml"),
        "a tag with a million attributes": lambda: _after_rows("<b " + " ".join(f"a{at}='x'" for at in range(1_000_000)) + "/>"),
        "a tag without an end": lambda: _after_rows("<b a='" + "x" * 50_000_000 + "'/>"),
        "merged here and there": lambda: _after_rows("<mergeCells>" + "".join(f'<mergeCell ref="A{at}:B{at}"/>' for at in range(1, 200_000)) + "</mergeCells>"),
        "two hundred thousand formulas": lambda: with_part(ward(), lambda xml: xml.replace("</sheetData>", "".join(f'<row r="{at}"><c r="A{at}"><f>{"A" * 60}</f></c></row>' for at in range(100, 200_000)) + "</sheetData>")),
        "spans of hidden columns without number": lambda: with_part(ward(), lambda xml: xml.replace("<sheetData>", "<cols>" + '<col min="1" max="5" hidden="1"/>' * 300_000 + "</cols><sheetData>")),
        "styles without number": lambda: with_part(ward(), lambda xml: re.sub(r"<cellXfs[^>]*>", lambda found: found[0] + '<xf numFmtId="0"/>' * 150_000, xml, count=1), "xl/styles.xml"),
        "empty texts without number": lambda: with_part(sample_ward(2026), lambda xml: xml.replace("<si>", "<si/>" * 900_000 + "<si>", 1), "xl/sharedStrings.xml"),
        "a text that everybody shares": lambda: with_part(with_part(sample_ward(2026), lambda xml: xml.replace("<si>", "<si><t>" + "á" * 2_000_000 + "</t></si><si>", 1), "xl/sharedStrings.xml"), lambda xml: xml.replace("<sheetData>", "<sheetData>" + '<row><c t="s"><v>0</v></c></row>' * 9_000)),
        "texts beyond measure": lambda: with_part(sample_ward(2026), lambda xml: xml.replace("<si>", "<si><t>" + "a" * 40_000_000 + "</t></si><si>", 1), "xl/sharedStrings.xml"),
        "a styles part beyond measure": lambda: with_part(ward(), lambda xml: xml.replace("</styleSheet>", " " * 30_000_000 + "</styleSheet>"), "xl/styles.xml"),
        "a long text within a cell": lambda: _in_cells(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"á" * 20_000_000}</t></is></c></row>'),
        "a sheet that is not closed": lambda: with_part(ward(), lambda xml: xml.replace("</sheetData>", "")),
        "no sheets at all": lambda: with_part(ward(), lambda xml: "<worksheet/>"),
        "a book of other things": lambda: with_part(ward(), lambda _: "<html/>", "xl/workbook.xml"),
        "a sheet twice": lambda: ward(Officials=officials),
        "columns that fold alike": lambda: ward(**{"Cán bộ": [["Mã", "MA", "Họ và tên"], ["1", "2", "An"]]}),
        "a header twice": lambda: ward(**{"Cán bộ": [["Mã", "Mã", "Họ và tên"], ["1", "2", "An"]]}),
        "errors of formulas": lambda: ward(**{"Cán bộ": [HEADER, ["#N/A", "An"], ["#REF!", "Bình"]]}),
        "formulas never calculated": lambda: ward(**{"Cán bộ": [HEADER, ['="CB"&1', "An"]]}),
        "a row of sums": lambda: ward(**{"Cán bộ": [HEADER, ["CB01", "An"], ["Tổng cộng", "1"]]}),
        "control characters": lambda: with_part(ward(), lambda xml: xml.replace("CB01", "CB&#1;01")),
        "a long id": lambda: ward(**{"Cán bộ": [HEADER, ["x" * 32_000, "An"]]}),
        "an empty history": lambda: ward(**{"Lịch sử": history[:1]}),
        "a history without a header": lambda: ward(**{"Lịch sử": history[1:]}),
        "a history of the year itself": lambda: ward(**{"Lịch sử": [*history, ["CB01", "PN", 2026]]}),
        "a history of later years": lambda: ward(**{"Lịch sử": [*history, ["CB01", "PN", 99_999]]}),
        "numbers for ids": lambda: ward(**{"Cán bộ": [HEADER, [1, "An"], [2, "Bình"]]}),
        "ids that look alike": lambda: ward(**{"Cán bộ": [HEADER, ["CB01", "An"], ["cb01", "Bình"]]}),
        "shares of zero": lambda: ward(**{"Đầu mối": [[*row[:3], 0 if at else row[3]] for at, row in enumerate(rows["Đầu mối"])]}),
        "a share that overflows": lambda: ward(**{"Đầu mối": [["Mã", "Tên đầu mối", "Tỷ trọng"], ["a", "A", 10**40]]}),
        "nobody": lambda: ward(**{"Cán bộ": [HEADER]}),
        **{f"bytes at random {seed}": lambda seed=seed: shuffled(seed) for seed in range(12)},
    }  # fmt: skip
