"""A page as a reader takes it in: line by line, with the sign of each mark, and which columns are of numbers."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

import supervision_core as sc
from supervision_core import Label, rendering
from supervision_core.criteria import AllOf, Holds, Ladder, Rung, YesNo
from supervision_core.rendering import Bars, Entry, Grid, Heading, Listing, Notice, Paragraph, Table, Terms, Timeline


def seen(value: object, lang: str = "vi", **more: object) -> list[str]:
    """What the page of a value shows, one line a text; a head of numbers ends with ``>``, and a caption that the line above says is not shown again.

    A caption that is not shown though nothing above says it stands in brackets.
    """
    page = rendering.to_page(value, lang=lang, **more)
    lines = [f"# {page.title}"]
    for block in page.blocks:
        for line in _block(block):
            if line[:1] + line[-1:] != "[]" or line[1:-1] != lines[-1].lstrip("# "):
                lines.append(line.rstrip())
    return lines


def _signed(mark: object, text: str) -> str:
    return text if mark is None else f"{mark.sign} {text}"


def _block(block: object) -> Iterator[str]:
    match block:
        case Heading():
            yield f"#{'#' * block.level} {block.text}"
        case Paragraph():
            yield block.text
        case Notice():
            yield f"[{block.mark.sign}] {block.text}"
            yield from (f"  {note}" for note in block.notes)
        case Terms():
            yield from (f"{term}: {said}" for term, said in block.pairs)
        case Table():
            yield from _table(block)
        case Listing():
            yield from _entries(block.entries, block.is_ordered, "= " if block.is_compact else "")
        case Bars():
            yield f"[{block.caption}]" if block.is_headed else block.caption
            yield block.description
            for bar in block.bars:
                aim = "" if bar.aim is None else f" / {bar.aim}"
                yield _signed(bar.mark, f"{bar.label} ▌{bar.value}{aim} ({bar.text})")
            yield from ([block.aim] if block.aim else [])
            yield from _table(block.table)
        case Grid():
            yield f"[{block.caption}]" if block.is_headed else block.caption
            yield block.description
            yield " | ".join([block.corner, *block.columns])
            for row in block.rows:
                yield " | ".join([row.label, *(("" if at is None else str(at + 1)) + ("!" if flag else "") for at, flag in zip(row.fields, row.flags, strict=True))])
            yield from (f"{place} = {name}" for place, name in enumerate(block.legend, start=1))
            yield from (f"{sign} {text}" for sign, text in (("!", block.flag), ("(empty)", block.empty)) if text)
        case Timeline():
            yield block.caption
            yield block.description
            yield f"{block.first} … {block.last}" + ("" if block.today is None else f"; {block.today[0]}: {block.today[1]}")
            for track in block.tracks:
                yield track.label
                yield from (f"  {one.start}–{one.end} {one.phase.sign} {one.text}" for one in track.segments)
            yield from (f"{phase.sign} = {text}" for phase, text in block.legend)
            yield from _table(block.table)


def _table(table: Table) -> Iterator[str]:
    yield f"[{table.caption}]" if table.is_headed else table.caption
    yield " | ".join(one.text + (">" if one.is_number else "") for one in table.columns)
    yield from (" | ".join(_signed(cell.mark, cell.text) for cell in row) for row in table.rows)


def _entries(entries: tuple[Entry, ...], is_ordered: bool, start: str) -> Iterator[str]:
    for place, entry in enumerate(entries, start=1):
        word = f" ({entry.word})" if entry.word else ""
        yield start + (f"{place}. " if is_ordered else "") + _signed(entry.mark, entry.text) + word
        yield from (f"{start}  · {note}" for note in entry.notes)
        yield from _entries(entry.children, False, f"{start}  ")


WARD = sc.regulations.GOOD_PERFORMANCE_2014
CITED = {lang: WARD.citation.text(lang) for lang in ("vi", "en")}
NAMES = {"vi": {"o1": "Người một", "o2": "Người hai", "front": "Mặt trận", "women": "Hội Phụ nữ"}, "en": {"o1": "First", "o2": "Second", "front": "Front", "women": "Women"}}


def asked(*codes):
    """A regulation that asks for these facts, each to be met, and grades good or not."""
    facts = [YesNo(code=code, label=Label(f"Việc {code}", f"Matter {code}")) for code in codes]
    best = Rung(grade=sc.Grade(code="good", label=Label("Tốt", "Good"), rank=2), criterion=AllOf(parts=[Holds(code=code) for code in codes]))
    last = Rung(grade=sc.Grade(code="bad", label=Label("Kém", "Bad"), rank=1), criterion=AllOf(parts=[]))
    return attrs.evolve(WARD, code="worked", label=Label("Quy định thử", "A trial rule"), ladder=Ladder(facts=facts, rungs=[best, last]), in_force_until=None)


RULE = asked("a", "b")
