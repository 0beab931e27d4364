"""Pages as Excel workbooks: what is said on the first sheet, every table on a sheet of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, TypeAlias, final

import attrs

from supervision_core.rendering import words
from supervision_core.rendering.characters import visible, width, wrapped
from supervision_core.rendering.letterhead import LAYOUT
from supervision_core.rendering.page import (
    Cell,
    Column,
    Frame,
    Grid,
    Heading,
    Listing,
    Mark,
    Notice,
    Page,
    Paragraph,
    Table,
    Terms,
)
from supervision_core.rendering.paper import is_wide
from supervision_core.rendering.writers.lines import entry_lines
from supervision_core.rendering.writers.packed import collected
from supervision_core.values.errors import SupervisionError
from supervision_core.values.text import Language

if TYPE_CHECKING:
    from io import BytesIO

__all__ = ["NotInstalled"]


class NotInstalled(SupervisionError):
    """A format needs a package that is not there; ``package`` names it and ``extra`` what brings it."""

    def __init__(self, package: str, extra: str) -> None:
        self.package = package
        self.extra = extra
        super().__init__(package, extra)

    def __str__(self) -> str:
        return f"{self.package} is not installed; the extra {self.extra!r} of supervision-core brings it"


#: XlsxWriter has no types of its own that say more.
_Book: TypeAlias = Any
_Sheet: TypeAlias = Any
#: A line of the first sheet, and how it looks.
_Said: TypeAlias = tuple[str, dict[str, Any]]

_DAY: Final = datetime(1980, 1, 1, tzinfo=UTC)
_FIRST: Final = {"vi": "Báo cáo", "en": "Report"}
_MOST_LETTERS: Final = 31
_LONGEST_CELL: Final = 32_000
_NARROWEST, _WIDEST = 6, 60
#: How many letters go on a line of the paper, how high a line is in points, and how many a row can have.
_PAPER, _LINE, _MOST_LINES = 78, 16, 25
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\]")
_NUMBERS: Final = {"vi": re.compile(r"-?\d{1,3}(\.\d{3})*(,\d+)?"), "en": re.compile(r"-?\d{1,3}(,\d{3})*(\.\d+)?")}
_INCHES: Final = {
    side: Fraction(10 * one, 254) for side, one in zip(("top", "right", "bottom", "left"), LAYOUT.margins, strict=True)
}


def write_xlsx(page: Page) -> bytes:
    """The page as a workbook."""
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415  the extra need not be there
    except ImportError as error:
        raise NotInstalled("XlsxWriter", "office") from error

    def write(memory: BytesIO) -> None:
        plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        with Workbook(memory, plain) as book:
            book.set_properties({"title": visible(page.title), "created": _DAY})
            book.formats[0].set_font_name(LAYOUT.font)
            book.formats[0].set_font_size(12)
            _Writer(book=book, page=page).write()

    return collected(write)


@final
@attrs.frozen(kw_only=True)
class _Writer:
    """Writes one page into a workbook."""

    book: _Book
    page: Page
    names: set[str] = attrs.field(factory=set)

    def shape(self, **more: object) -> Any:  # noqa: ANN401  a format of the book's own
        """The letters of official papers, with more."""
        plain = {"font_name": LAYOUT.font, "font_size": 12, "valign": "top", "text_wrap": True}
        return self.book.add_format({**plain, **more})

    def write(self) -> None:
        first = self.sheet(self.name(_FIRST[self.page.lang]), wide=False)
        first.set_column(0, 0, _PAPER)
        row = 0
        tables = [(self.name(table.caption), table) for table in _tables(self.page)]
        for text, shape in self.said([name for name, _ in tables]):
            _put(first, row, 0, text, self.shape(**shape))
            first.set_row(row, _LINE * _lines(text, _PAPER))
            row += len(_pieces(text))
        for name, table in tables:
            self.table(name, table)

    def said(self, sheets: Sequence[str]) -> Iterator[_Said]:
        """What is no table, line by line, and for each table where it stands."""
        where = iter(sheets)
        frame = self.page.frame
        title: dict[str, Any] = {"bold": True, "font_size": 14, "align": "center" if frame else "left"}
        if frame is None:
            yield self.page.title, title
        else:
            yield from _head(frame, title)
        for block in self.page.blocks:
            if isinstance(block, Heading):
                yield block.text, {"bold": True}
            elif isinstance(block, Paragraph):
                yield block.text, {}
            elif isinstance(block, Notice):
                yield f"{block.mark.sign} {block.text}", {"bold": True}
                yield from ((note, {"indent": 1}) for note in block.notes)
            elif isinstance(block, Terms):
                yield from ((f"{name}: {what}", {}) for name, what in block.pairs)
            elif isinstance(block, Listing):
                yield from ((text, {"indent": depth}) for depth, text in entry_lines(block))
            else:
                yield words.SEE_SHEET.text(self.page.lang).format(sheet=next(where)), {"italic": True}
        if frame is not None:
            yield from _foot(frame)

    def sheet(self, name: str, *, wide: bool) -> _Sheet:
        sheet = self.book.add_worksheet(name)
        sheet.set_paper(9)
        sheet.set_margins(**{side: float_of(one) for side, one in _INCHES.items()})
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C&P")
        if wide:
            sheet.set_landscape()
        return sheet

    def name(self, caption: str) -> str:
        """A name that Excel takes, and that no other sheet has."""
        plain = _FORBIDDEN.sub(" ", visible(caption)).strip(" '")[:_MOST_LETTERS].strip(" '") or "–"
        made, number = plain, 1
        while made.casefold() in self.names or made.casefold() == "history":
            number += 1
            made = f"{plain[: _MOST_LETTERS - len(str(number)) - 1]} {number}"
        self.names.add(made.casefold())
        return made

    def table(self, name: str, table: Table) -> None:
        """Caption, head and rows; the head stays in sight, is printed on every page, and filters."""
        sheet = self.sheet(name, wide=is_wide(table))
        _put(sheet, 0, 0, table.caption, self.shape(bold=True, text_wrap=False))
        head = self.shape(bold=True, bottom=1, bg_color="#EDEBE4")
        texts = [[_text(cell) for cell in row] for row in table.rows]
        widths = []
        for place, column in enumerate(table.columns):
            _put(sheet, 2, place, column.text, head)
            # The head's letters are bold, and it has a button.
            widest = max([width(visible(column.text)) * 6 // 5 + 2, *(width(visible(row[place])) for row in texts)])
            widths.append(min(max(widest + 2, _NARROWEST), _WIDEST))
            sheet.set_column(place, place, widths[-1])
        if sum(widths) > _PAPER:
            # Upright it would be printed too small to read.
            sheet.set_landscape()
        lines = max(_lines(column.text, wide * 5 // 6) for column, wide in zip(table.columns, widths, strict=True))
        sheet.set_row(2, _LINE * lines)
        plain, right = self.shape(bottom=4), self.shape(bottom=4, align="right")
        row = 3
        for texts_of_row in texts:
            lines = max(_lines(text, wide) for text, wide in zip(texts_of_row, widths, strict=True))
            sheet.set_row(row, _LINE * lines)
            row += self.row(sheet, row, table.columns, texts_of_row, (plain, right))
        sheet.freeze_panes(3, 1)
        sheet.repeat_rows(2)
        sheet.autofilter(2, 0, max(row - 1, 3), len(table.columns) - 1)

    def row(self, sheet: _Sheet, row: int, columns: Sequence[Column], texts: Sequence[str], shapes: tuple[Any, Any]) -> int:
        """One row, and how many lines of the sheet it took: a text longer than a field goes on below."""
        for place, (column, text) in enumerate(zip(columns, texts, strict=True)):
            number = _number(text, self.page.lang) if column.is_number else None
            shape = shapes[column.is_number]
            if number is None:
                _put(sheet, row, place, text, shape)
            else:
                sheet.write_number(row, place, number, shape)
        return max(len(_pieces(text)) for text in texts)


def _lines(text: str, columns: int) -> int:
    """How many lines a text takes; no row is higher than Excel allows."""
    return min(len(wrapped(visible(text)[:_LONGEST_CELL], columns)), _MOST_LINES)


def float_of(inches: Fraction) -> str:
    """A length as XlsxWriter writes it."""
    return f"{inches.numerator / inches.denominator:.3f}"


def _put(sheet: _Sheet, row: int, column: int, text: str, shape: object) -> None:
    for further, piece in enumerate(_pieces(text)):
        # Always a text, whatever it begins with.
        sheet.write_string(row + further, column, piece, shape)


def _pieces(text: str) -> list[str]:
    shown = visible(text)
    return [shown[start : start + _LONGEST_CELL] for start in range(0, len(shown), _LONGEST_CELL)] or [""]


def _text(cell: Cell) -> str:
    return cell.text if cell.mark is None else f"{cell.mark.sign} {cell.text}".rstrip()


def _number(text: str, lang: Language) -> Fraction | None:
    """The number that a text is; None where it is more than a number, such as a rounded one."""
    if not _NUMBERS[lang].fullmatch(text):
        return None
    point, mark = (",", ".") if lang == "vi" else (".", ",")
    return Fraction(text.replace(mark, "").replace(point, "."))


def _tables(page: Page) -> Iterator[Table]:
    for block in page.blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Grid):
            yield _gridded(block)
        elif not isinstance(block, Heading | Paragraph | Notice | Terms | Listing):
            yield attrs.evolve(block.table, caption=block.caption)


def _gridded(grid: Grid) -> Table:
    """Who meets whom when, with the names of the legend in the fields."""
    rows = tuple(
        (
            Cell(text=row.label),
            *(
                Cell(text="–" if field is None else grid.legend[field], mark=Mark.FLAG if flagged else None)
                for field, flagged in zip(row.fields, row.flags, strict=True)
            ),
        )
        for row in grid.rows
    )
    columns = (Column(text=grid.corner), *(Column(text=one) for one in grid.columns))
    return Table(caption=grid.caption, columns=columns, rows=rows)


def _head(frame: Frame, title: dict[str, Any]) -> Iterator[_Said]:
    for line in frame.heading:
        yield line, {"bold": True, "align": "center"}
    if frame.superior:
        yield frame.superior, {}
    yield frame.issuer, {"bold": True}
    yield frame.number, {}
    yield frame.place_and_day, {"italic": True, "align": "right"}
    yield frame.title, title
    if frame.about:
        yield frame.about, {"bold": True, "align": "center"}


def _foot(frame: Frame) -> Iterator[_Said]:
    for one in frame.signatures:
        for line in (one.on_behalf_of, one.post, "", "", one.name):
            yield line, {"bold": True, "align": "right"}
    if frame.recipients:
        yield frame.recipients_head, {"bold": True, "italic": True}
        yield from ((f"- {one}", {"font_size": 11}) for one in frame.recipients)
