"""Random reviews and tallies, published: what is printed against the documents' words, what is kept back against other worlds.

    .venv/bin/python tests/fuzzing/reviews.py 10000 [seed]

prints what it met, and fails on the first difference.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

import supervision_core as sc
from fuzzing.seeds import run_as_asked
from oracles import reviews as oracle
from oracles.reviews import HEADLINE, SUM, Cell, Table, World

#: How far the headline is from the sum.
GAP = ("headline", "gap")
LABELS, OFFICES = ("good", "fair", "weak"), ("front", "women", "youth")
KINDS = (sc.programme.CountKind.PERSON, sc.programme.CountKind.OPINION)
TITLE = sc.Label("mục", "section")
WRITTEN = "what somebody wrote"
#: What a section may be made from.
SHAPES = (
    ("all",), ("all", "front", "women"), ("front", "women", "units"), ("all", "units"), ("front", "women"), ("all", "front"),
    ("front", "by hand"), ("all", "front", "women", "units", "by hand"), ("by hand",),
)  # fmt: skip


def named(name: str) -> sc.Label:
    """A name in both languages."""
    return sc.Label(name, name)


class Plan:
    """Which tables a review has, and how they are made from the world: so many people by office and label."""

    def __init__(self, random: Random) -> None:
        self.at_least = random.choice((3, 5, 6))
        self.shape = random.choice(SHAPES)
        self.offices = OFFICES[: random.choice((2, 2, 3))]
        self.labels = LABELS[: random.choice((2, 3, 3))]
        self.has_headline = random.random() < 0.5
        self.kind = random.choice(KINDS)
        self.with_words = random.random() < 0.5

    def world(self, random: Random, near: World | None = None) -> dict[object, int]:
        """So many people of each office with each label; like those of another year or not."""
        names = [(office, label) for office in self.offices for label in self.labels]
        gap = {GAP: random.choice((0, 0, 2, 4, 9))} if self.has_headline else {}
        if near is not None:
            return {name: max(0, near[name] + random.choice((-3, -1, 0, 0, 1, 2, 8))) for name in names} | gap
        return {name: random.choice((0, 1, 2, 3, 4, 5, 6, 7, 9, random.randint(8, 40))) for name in names} | gap

    def tables(self, world: World) -> list[Table]:
        """The tables of that world."""
        office = {one: {label: world[one, label] for label in self.labels} for one in self.offices}
        made = {
            "all": {label: sum(office[one][label] for one in self.offices) for label in self.labels},
            "units": {f"the {one} office": sum(office[one].values()) for one in self.offices},
            **office,
        }
        found = []
        for code in self.shape:
            if code == "by hand":
                parts = {**{f"{label} of front": count for label, count in office["front"].items()}, "together": sum(office["front"].values())}
                found.append(Table(code="hand", parts=parts, by_hand=True))
            else:
                headline = sum(made[code].values()) + world[GAP] if GAP in world and code == "all" else None
                found.append(Table(code=code, parts=made[code], headline=headline))
        return found

    def review(self, world: World, year: int, before: Sequence[Table] = ()) -> sc.Review:
        """The review of that world; with the tables of the year before each change is told."""
        earlier = {table.code: table.parts for table in before}
        sections = [self._section(table, earlier.get(table.code)) for table in self.tables(world)]
        if self.with_words:
            cited = sc.regulations.GOOD_PERFORMANCE_2014.citation
            lines = [
                sc.programme.ReviewLine(label=named(WRITTEN), remark=named(WRITTEN), state=named(WRITTEN), sources=[WRITTEN]),
                sc.programme.ReviewLine(label=named("by the rule"), citation=cited, remark=named(WRITTEN), sources=[WRITTEN]),
            ]
            sections.append(sc.programme.ReviewSection(code="words", title=TITLE, lines=lines))
        return sc.Review(
            id=f"R{year}", kind=sc.programme.ReviewKind.FINAL, title=TITLE, submitted_by=TITLE,
            period=sc.Period.of_year(year), as_of=date(year + 1, 1, 5), sections=sections,
        )  # fmt: skip

    def _section(self, table: Table, earlier: Mapping[str, int] | None) -> sc.programme.ReviewSection:
        if table.by_hand:
            lines = [
                sc.programme.ReviewLine(label=named(label), count=count, kind=self.kind, remark=named(WRITTEN), percent=Fraction(50))
                for label, count in table.parts.items()
            ]
            return sc.programme.ReviewSection(code=table.code, title=TITLE, lines=lines)
        tally = sc.Tally(kind=self.kind, population=table.code, parts=table.parts, headline=table.headline)
        before = None if earlier is None else sc.Tally(kind=self.kind, population=table.code, parts=earlier)
        return sc.programme.tally_section(table.code, TITLE, tally, names={label: named(label) for label in table.parts}, earlier=before)


def read(review: sc.Review) -> dict[Cell, sc.programme.ReviewLine]:
    """Each counted line by its section and label."""
    special = {"Sum of the parts": SUM, "Headline as reported": HEADLINE}
    return {
        (section.code, special.get(line.label.en, line.label.en)): line
        for section in review.sections
        for line in section.lines
        if line.kind is not None
    }


def cells_of(tables: Sequence[Table]) -> dict[Cell, int]:
    """Each true count."""
    return {cell: count for table in tables for cell, count in table.cells().items()}


def check_lines(public: sc.Review, tables: Sequence[Table], at_least: int, before: Mapping[Cell, int | None]) -> frozenset[Cell]:
    """What is printed is true, and nothing is that has to be kept back; what is kept back."""
    lines, true = read(public), cells_of(tables)
    assert lines.keys() == true.keys(), f"{sorted(lines)} instead of {sorted(true)}"
    kept = frozenset(cell for cell, line in lines.items() if line.count is None)
    once = frozenset(cell for cell, count in before.items() if count is None)
    if len(tables) == 1 and not tables[0].by_hand and not before:
        parts = frozenset(label for _, label in kept - {(tables[0].code, SUM), (tables[0].code, HEADLINE)})
        wrong = oracle.tally_kept(tables[0].parts, at_least, parts, has_total=(tables[0].code, SUM) not in kept)
        assert wrong is None, wrong
    else:
        has_to, could = oracle.must(tables, at_least, once), oracle.may(tables, at_least, once)
        assert has_to <= kept, f"printed: {sorted(has_to - kept)}"
        assert kept <= could, f"kept back without need: {sorted(kept - could)}"
    for (code, label), line in lines.items():
        cell = code, label
        assert line.count is None or line.count == true[cell], f"{cell} is said to be {line.count}"
        assert line.percent is None or not any(other == code for other, _ in kept), f"a share beside what is kept back: {cell}"
        assert not line.sources
        was = before.get(cell)
        if line.remark is None:
            continue
        assert line.count is not None, f"a remark where {cell} is kept back"
        if label == HEADLINE:
            continue
        assert was is not None, f"a change against a count that was not shown: {cell}"
        assert line.remark.en.startswith((f"{line.count - was:+}".replace("-", "−"), f"{line.count - was:+}", "0 ")), f"{cell}: {line.remark.en} from {was} to {line.count}"
    assert len(tables) == 1 or all((table.code, SUM) not in kept or any((table.code, part) in kept for part in table.parts) for table in tables)
    said = public.text("en") + repr(public) + str(sc.serialization.to_document(public))
    assert WRITTEN not in said, "a text passes"
    return kept


def check_review(random: Random, met: Counter[str]) -> None:
    """One review of one year and one of the next, published beside it."""
    plan = Plan(random)
    last = plan.world(random)
    this = plan.world(random, near=last if random.random() < 0.7 else None)
    old, new = plan.tables(last), plan.tables(this)
    before = sc.publish(plan.review(last, 2024), at_least=plan.at_least)
    kept = check_lines(before, old, plan.at_least, {})
    after = sc.publish(plan.review(this, 2025, old), at_least=plan.at_least, earlier=[before])
    told = {cell: line.count for cell, line in read(before).items()}
    kept_after = check_lines(after, new, plan.at_least, told)
    alone = sc.publish(plan.review(this, 2025, old), at_least=plan.at_least)
    assert not any(line.remark for cell, line in read(alone).items() if cell[1] != HEADLINE), "a change without the earlier publication"
    met["reviews"] += 1
    met["counts kept back"] += len(kept) + len(kept_after)
    met["counts shown"] += len(told) - len(kept) + len(new)
    met["changes printed"] += sum(1 for line in read(after).values() if line.remark is not None)

    def both(worlds: World) -> tuple[dict[object, int], dict[object, int]]:
        return ({name: worlds[2024, name] for name in last}, {name: worlds[2025, name] for name in this})

    def cells(worlds: World) -> dict[object, int]:
        one, two = both(worlds)
        return {
            **{(2024, cell): count for cell, count in cells_of(plan.tables(one)).items()},
            **{(2025, cell): count for cell, count in cells_of(plan.tables(two)).items()},
        }

    def published(worlds: World) -> dict[object, int | None]:
        one, two = both(worlds)
        first = sc.publish(plan.review(one, 2024), at_least=plan.at_least)
        second = sc.publish(plan.review(two, 2025, plan.tables(one)), at_least=plan.at_least, earlier=[first])
        return {
            **{(2024, cell): line.count for cell, line in read(first).items()},
            **{(2025, cell): line.count for cell, line in read(second).items()},
        }

    world = {**{(2024, name): count for name, count in last.items()}, **{(2025, name): count for name, count in this.items()}}
    out = oracle.worked_out(world, cells, published, random)
    assert not out, f"worked out: {sorted(map(str, out))}\n{plan.shape} {plan.at_least} {world}\n{before.text('en')}\n{after.text('en')}"


def check_tally(random: Random, met: Counter[str]) -> None:
    """One tally by itself, and beside the year before."""
    at_least = random.choice((3, 4, 5, 6))
    parts = {label: random.choice((0, 1, 2, 3, 4, 5, 5, 6, 7, 12, 30)) for label in "abcde"[: random.randint(1, 5)]}

    def tally(counts: Mapping[object, int]) -> sc.Tally:
        return sc.Tally(kind=KINDS[0], population="x", parts={str(one): count for one, count in counts.items()})

    public = sc.publish(tally(parts), at_least=at_least)
    assert all(count in {None, parts[part]} for part, count in public.parts.items())
    assert public.total in {None, sum(parts.values())}
    wrong = oracle.tally_kept(parts, at_least, frozenset(public.kept_back), has_total=public.total is not None)
    assert wrong is None, f"{wrong}: {parts} {at_least} {dict(public.parts)} {public.total}"
    met["tallies"] += 1

    def published(world: World) -> dict[object, int | None]:
        one = sc.publish(tally(world), at_least=at_least)
        return {**one.parts, SUM: one.total}

    def cells(world: World) -> dict[object, int]:
        return {**world, SUM: sum(world.values())}

    out = oracle.worked_out(dict(parts), cells, published, random)
    assert not out, f"worked out {out}: {parts} {at_least} {dict(public.parts)} {public.total}"
    later = {part: max(0, count + random.choice((-3, -1, 0, 0, 1, 4))) for part, count in parts.items()}
    check_beside(parts, later, at_least, random, met)


def check_beside(parts: Mapping[str, int], later: Mapping[str, int], at_least: int, random: Random, met: Counter[str]) -> None:
    """A tally and that of the year after, published beside it: nothing that was kept back in either year comes out of both."""

    def tally(year: int, worlds: World) -> sc.Tally:
        counts = {name[1]: count for name, count in worlds.items() if isinstance(name, tuple) and name[0] == year}
        return sc.Tally(kind=KINDS[0], population="x", parts=counts)

    def published(worlds: World) -> dict[object, int | None]:
        one = sc.publish(tally(1, worlds), at_least=at_least)
        two = sc.publish(tally(2, worlds), at_least=at_least, earlier=[one])
        given = ((1, one), (2, two))
        return {(year, part): count for year, of in given for part, count in [*of.parts.items(), (SUM, of.total)]}

    def cells(worlds: World) -> dict[object, int]:
        return {**worlds, (1, SUM): tally(1, worlds).total, (2, SUM): tally(2, worlds).total}

    world = {**{(1, part): count for part, count in parts.items()}, **{(2, part): count for part, count in later.items()}}
    seen = published(world)
    for part, count in later.items():
        has_to = seen[1, part] is None or 0 < count < at_least
        assert has_to == (seen[2, part] is None), f"{part}: {parts} {later} {at_least} {seen}"
    out = oracle.worked_out(world, cells, published, random)
    assert not out, f"worked out {out}: {parts} {later} {at_least} {seen}"
    met["tallies beside the year before"] += 1


def check(seed: int, met: Counter[str] | None = None) -> int:
    """A review of two years and a tally."""
    random, met = Random(seed), Counter() if met is None else met
    check_review(random, met)
    check_tally(random, met)
    return 2


if __name__ == "__main__":
    run_as_asked(check)
