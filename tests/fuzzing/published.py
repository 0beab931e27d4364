"""Random reviews, published, and an attacker with exact linear algebra who knows how their tables hang together.

Run: ``python tests/fuzzing/published.py [reviews] [seed]``. It prints what it met and fails on the first count that is kept
back and can be worked out.

Record: the figures of the last long run stand in RECORD below.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

import attrs

import supervision_core as sc
from oracles.publishing import Equation, determined

#: The last long run: what was asked, and what was found.
RECORD = (
    "2026-11-28, seeds 11 and 12, 50,000 each: 100,000 random reviews, published alone and with the year before; "
    "1,381,152 and 2,906,834 counts other than 0 kept back, none of them worked out; "
    "220,709 counts shown beside the year before, 34,634 changes printed"
)

KINDS = (sc.programme.CountKind.PERSON, sc.programme.CountKind.OPINION)
LABELS = [sc.Label(one, one) for one in ("good", "fair", "weak", "none")]
OFFICES = ("front", "women", "youth")
L = sc.Label("mục", "section")


class Made:
    """A review of one year with the true counts behind it, and what the attacker knows of how they hang together."""

    def __init__(self, random: Random, year: int, shape: tuple[str, ...]) -> None:
        self.sections: list[sc.programme.ReviewSection] = []
        self.truth: dict[object, int] = {}
        self.sums: list[tuple[object, list[object]]] = []
        self.year = year
        for kind in random.sample(KINDS, random.choice((1, 1, 1, 2))):
            table = {office: [_count(random) for _ in LABELS] for office in OFFICES}
            self._offices(kind, table, shape)

    def _offices(self, kind: sc.programme.CountKind, table: dict[str, list[int]], shape: tuple[str, ...]) -> None:
        totals = [sum(row[column] for row in table.values()) for column in range(len(LABELS))]
        made = {"all": totals, **table}
        for name in ("all", *OFFICES):
            if name in shape:
                self._tally(f"{kind.value}-{name}", kind, dict(zip(LABELS, made[name], strict=True)))
        shown = [office for office in OFFICES if office in shape]
        if "all" in shape and len(shown) == len(OFFICES):
            for label in LABELS:
                self.sums.append(((f"{kind.value}-all", label), [(f"{kind.value}-{office}", label) for office in OFFICES]))
        if "units" in shape:
            rows = {sc.Label(office, office): sum(table[office]) for office in OFFICES}
            self._tally(f"{kind.value}-units", kind, rows)
            for office in shown:
                part = (f"{kind.value}-units", sc.Label(office, office))
                self.sums.append((part, [(f"{kind.value}-{office}", label) for label in LABELS]))
            if "all" in shape:
                self.sums.append(((f"{kind.value}-all", "total"), [(f"{kind.value}-units", label) for label in rows]))
        if "loose" in shape:
            self._loose(kind, table["front"])

    def _tally(self, code: str, kind: sc.programme.CountKind, counts: dict[sc.Label, int]) -> None:
        tally = sc.Tally(kind=kind, population="x", parts={label.vi: count for label, count in counts.items()})
        names = {label.vi: label for label in counts}
        self.sections.append(sc.programme.tally_section(code, L, tally, names=names))
        self.truth.update({(code, label): count for label, count in counts.items()})
        self.truth[code, "total"] = sum(counts.values())
        self.sums.append(((code, "total"), [(code, label) for label in counts]))

    def _loose(self, kind: sc.programme.CountKind, counts: list[int]) -> None:
        """Lines put together by hand: two subtotals and their sum, with no mark that says so, and remarks that do."""
        first, second = sum(counts[:2]), sum(counts[2:])
        labels = [*LABELS, *(sc.Label(one, one) for one in ("upper", "lower", "together"))]
        numbers = [*counts, first, second, first + second]
        code = f"{kind.value}-loose"
        remark = sc.Label(f"trong đó {counts[0]}", f"of which {counts[0]}")
        lines = [
            sc.programme.ReviewLine(label=label, count=count, kind=kind, remark=remark)
            for label, count in zip(labels, numbers, strict=True)
        ]
        self.sections.append(sc.programme.ReviewSection(code=code, title=L, lines=lines))
        self.truth.update({(code, label): count for label, count in zip(labels, numbers, strict=True)})
        upper, lower, together = labels[4:]
        self.sums += [
            ((code, upper), [(code, label) for label in labels[:2]]),
            ((code, lower), [(code, label) for label in labels[2:4]]),
            ((code, together), [(code, upper), (code, lower)]),
        ]
        if any(section.code == f"{kind.value}-front" for section in self.sections):
            self.sums += [((code, label), [(f"{kind.value}-front", label)]) for label in LABELS]

    def review(self) -> sc.Review:
        """The review as its makers have it."""
        return sc.Review(
            id=f"R{self.year}", kind=sc.programme.ReviewKind.FINAL, title=L, submitted_by=L,
            period=sc.Period.of_year(self.year), as_of=date(self.year + 1, 1, 5), sections=self.sections,
        )  # fmt: skip

    def equations(self, published: sc.Review) -> list[Equation]:
        """What the attacker reads and knows: every printed number, and how the lines add up."""
        found: list[Equation] = []
        for whole, parts in self.sums:
            found.append(({(self.year, whole): 1, **{(self.year, part): -1 for part in parts}}, 0))
        for section in published.sections:
            for line in section.lines:
                name = (self.year, (section.code, _name(line)))
                if line.count is not None and name[1] in self.truth:
                    found.append(({name: 1}, line.count))
                if line.remark is not None and (change := re.match(r"([+-−]?)([\d,]+) against", line.remark.en)) is not None:
                    size = int(change[2].replace(",", "")) * (-1 if change[1] in "-−" and change[1] else 1)
                    found.append(({name: 1, (self.year - 1, name[1]): -1}, size))
                elif line.remark is not None:
                    raise AssertionError(f"a remark was published: {line.remark.en}")
        return found

    def kept_back(self, published: sc.Review) -> set[object]:
        """The parts that are kept back and are not 0."""
        return {
            (self.year, (section.code, _name(line)))
            for section in published.sections
            for line in section.lines
            if line.count is None and self.truth.get((section.code, _name(line)))
        }


def _name(line: sc.programme.ReviewLine) -> object:
    return "total" if line.label.en == "Sum of the parts" else line.label


def _count(random: Random) -> int:
    return random.choice((0, 0, 1, 2, 3, 4, 5, 6, 7, 9, random.randint(5, 60)))


SHAPES = (
    ("all",), ("all", *OFFICES), ("all", *OFFICES, "units"), ("all", "units"), (*OFFICES, "units"), ("front", "loose"), ("loose",),
    ("all", *OFFICES, "units", "loose"), ("all", "front", "women"), ("front", "women"),
)  # fmt: skip


def attack(random: Random, met: Counter[str]) -> None:
    """One random review of two years, published alone or with the year before; no kept-back count comes out."""
    at_least = random.choice((3, 5, 6))
    last, this = Made(random, 2024, random.choice(SHAPES)), Made(random, 2025, random.choice(SHAPES))
    if random.random() < 0.5:
        this.sections = [_beside(one, last) for one in this.sections]
    before = sc.publish(last.review(), at_least=at_least)
    after = sc.publish(this.review(), at_least=at_least, earlier=(before,))
    alone = sc.publish(this.review(), at_least=at_least)
    _check(determined(this.equations(alone)), this.kept_back(alone), met, "alone")
    both = [*last.equations(before), *this.equations(after)]
    _check(determined(both), last.kept_back(before) | this.kept_back(after), met, "with the year before")
    met["counts shown"] += sum(1 for section in after.sections for line in section.lines if line.count is not None)
    met["changes printed"] += sum(1 for section in after.sections for line in section.lines if line.remark is not None)


def _beside(section: sc.programme.ReviewSection, last: Made) -> sc.programme.ReviewSection:
    """The section with the true changes as remarks, as its makers print them among themselves."""
    lines = []
    for line in section.lines:
        before = last.truth.get((section.code, _name(line)))
        remark = None if before is None or line.count is None else sc.Label("so", f"{line.count - before:+} against the earlier time")
        lines.append(attrs.evolve(line, remark=remark))
    return attrs.evolve(section, lines=lines)


def _check(known: dict[object, object], hidden: set[object], met: Counter[str], how: str) -> None:
    met[f"reviews {how}"] += 1
    met[f"counts kept back {how}"] += len(hidden)
    out = sorted(map(str, hidden & known.keys()))
    if out:
        raise AssertionError(f"{how}: worked out {out}")


def run(reviews: int, seed: int) -> Counter[str]:
    """So many attacks; how far it has come is said now and then."""
    met: Counter[str] = Counter()
    for number in range(reviews):
        if number and number % 5_000 == 0:
            print(number, dict(met), flush=True)
        random = Random(f"{seed}-{number}")
        try:
            attack(random, met)
        except AssertionError as error:
            raise AssertionError(f"review {number} of seed {seed}: {error}") from error
    return met


if __name__ == "__main__":
    asked, start = (int(one) for one in [*sys.argv[1:], "1000", "1"][:2]) if len(sys.argv) < 3 else map(int, sys.argv[1:3])
    for name, count in sorted(run(asked, start).items()):
        print(f"{name}: {count}")
