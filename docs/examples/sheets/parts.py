"""What is looked at in a workbook's parts before anything of it is read: nothing in them may grow, and none is read unbounded.

What a part is called says nothing of what it is read as: openpyxl finds it by the file's own list of parts.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Final, final
from xml.parsers import expat

from sheets.bounds import Bounds, damaged, refuse, too_many

_PIECE: Final = 1 << 16
_SMALL_PIECE: Final = 1 << 8
#: So many bytes may pass before a tag ends: a parser keeps all of a tag, and begins it anew with each piece.
_LONGEST_TAG: Final = 1 << 20
#: So deep may elements lie within each other: a parser keeps all that are open.
_DEEPEST: Final = 100
#: Excel packs in no other way, and some of the others ask for gigabytes before the first byte comes out.
_PACKINGS: Final = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
#: What the texts are made of that cells share.
_OF_TEXTS: Final = {"si", "t", "r", "rPr"}
_LIST_OF_PARTS: Final = "[Content_Types].xml"
_SHEETS: Final = "xl/worksheets/"
_IS_SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"


def check_parts(packed: zipfile.ZipFile, bounds: Bounds) -> None:
    """Refuse a file whose parts are too many or too large, or made to grow."""
    parts = packed.infolist()
    if len(parts) > bounds.parts or any(one.compress_type not in _PACKINGS for one in parts):
        raise damaged()
    for one in parts:
        with packed.open(one) as stream:
            _refuse_document_type(stream, is_xml=one.filename.endswith((".xml", ".rels")))
    # The list itself is no sheet, so it is bounded before it is read.
    _bound(_at_once(parts, ()), bounds)
    others = _at_once(parts, _named_otherwise(packed))
    _bound(others, bounds)
    seen = dict.fromkeys(("sheets", "shared", "others"), 0)

    def begin(name: str, _: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        what = "sheets" if tag == "sheet" else "shared" if tag in _OF_TEXTS else "others"
        seen[what] += 1
        if seen[what] > getattr(bounds, what):
            raise too_many(what, bounds)

    for one in others:
        _look_through(packed, one, begin)


def _at_once(parts: Iterable[zipfile.ZipInfo], named: Iterable[str]) -> list[zipfile.ZipInfo]:
    """The parts that are read whole as soon as the file is opened: all but the sheets, which are read row by row."""
    known = set(named)
    return [
        one
        for one in parts
        if not one.filename.startswith(_SHEETS) or one.filename in known or one.filename.endswith(".rels")
    ]


def _bound(parts: Iterable[zipfile.ZipInfo], bounds: Bounds) -> None:
    if sum(one.file_size for one in parts) > bounds.file_bytes:
        raise refuse("một tệp có dung lượng giải nén hợp lý", "a file of a reasonable unpacked size")


def _named_otherwise(packed: zipfile.ZipFile) -> set[str]:
    """The parts that the file's list calls something else than a sheet, wherever they lie."""
    found = set()

    def begin(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == "Override" and attributes.get("ContentType") != _IS_SHEET:
            found.add(attributes.get("PartName", "").lstrip("/"))

    _look_through(packed, packed.getinfo(_LIST_OF_PARTS), begin)
    return found


def _look_through(packed: zipfile.ZipFile, part: zipfile.ZipInfo, begin: Callable[[str, dict[str, str]], None]) -> None:
    """Tell the elements of a part one after the other, as far as it is XML; what is none is left to whoever reads it."""
    parser, depth = expat.ParserCreate(), Depth()

    def start(name: str, attributes: dict[str, str]) -> None:
        depth.begin()
        begin(name, attributes)

    parser.StartElementHandler, parser.EndElementHandler = start, depth.end
    with packed.open(part) as stream:
        try:
            for piece in pieces(stream):
                parser.Parse(piece)
        except expat.ExpatError:
            return


def pieces(stream: IO[bytes]) -> Iterator[bytes]:
    """The bytes of a part in pieces; a tag without an end is refused."""
    open_for = 0
    while piece := stream.read(_PIECE):
        end = piece.rfind(b">")
        open_for = open_for + len(piece) if end < 0 else len(piece) - end
        if open_for > _LONGEST_TAG:
            raise damaged()
        yield piece


@final
class Depth:
    """How many elements are open."""

    def __init__(self) -> None:
        self._open = 0

    def begin(self) -> None:
        """One more; too many are refused."""
        self._open += 1
        if self._open > _DEEPEST:
            raise damaged()

    def end(self, _: str) -> None:
        """One less."""
        self._open -= 1


def _refuse_document_type(part: IO[bytes], *, is_xml: bool) -> None:
    """A part with a document type of its own is made to do damage: a few letters there grow to gigabytes.

    The parser goes on to the end of the piece in which it was stopped: small pieces leave nothing to grow from. What is not
    called XML and is none is no fault, since pictures are parts, too.
    """

    def doctype(*_: object) -> None:
        raise damaged()

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = doctype
    begun: list[str] = []
    parser.StartElementHandler = lambda name, _: begun.append(name)
    left = _PIECE // _SMALL_PIECE
    try:
        while piece := part.read(_SMALL_PIECE):
            parser.Parse(piece)
            if begun:
                return  # after the first element no document type can come
            left -= 1
            if not left:
                raise damaged()
    except expat.ExpatError as error:
        if is_xml:
            raise damaged() from error
        return
    if is_xml:
        raise damaged()
