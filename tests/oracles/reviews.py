"""What of a review may be printed, from the documents' words alone; and an attacker who publishes other worlds and compares.

Written before the code of publishing was read. Nothing is shared with the library; the attacker is handed ``publish`` from outside, since
everybody may know the rule and run it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations, product
from random import Random

#: The line that adds a table up, and the one with the sum as it was reported.
SUM, HEADLINE = "SUM", "HEADLINE"
#: A count: the code of its section and its label.
Cell = tuple[str, str]
#: How many of whom: what the world is made of.
World = Mapping[object, int]


@dataclass(frozen=True, kw_only=True)
class Table:
    """One section of counts of one kind; by hand where nobody says how its lines add up."""

    code: str
    parts: Mapping[str, int]
    headline: int | None = None
    by_hand: bool = False

    def cells(self) -> dict[Cell, int]:
        """Each count of it, its sum among them."""
        found = {(self.code, label): count for label, count in self.parts.items()}
        if not self.by_hand:
            found[self.code, SUM] = sum(self.parts.values())
        if self.headline is not None:
            found[self.code, HEADLINE] = self.headline
        return found


def must(tables: Sequence[Table], at_least: int, before: frozenset[Cell] = frozenset()) -> set[Cell]:
    """What has to be kept back: small counts, their labels everywhere, the sums, every equal number elsewhere, what was kept back once.

    A headline goes with the sum of its section, and where it is near the sum; last year's says nothing about this year's.
    """
    cells = {cell: count for table in tables for cell, count in table.cells().items()}
    by_hand = {table.code for table in tables if table.by_hand}
    sums = {table.code: sum(table.parts.values()) for table in tables}
    kept = {cell for cell, count in cells.items() if 0 < count < at_least or (cell in before and cell[1] != HEADLINE)}
    kept |= {(one.code, HEADLINE) for one in tables if one.headline is not None and 0 < abs(one.headline - sums[one.code]) < at_least}
    while True:
        labels = {label for code, label in kept if label not in {SUM, HEADLINE}}
        numbers = {(code if label in {SUM, HEADLINE} else None, cells[code, label]) for code, label in kept if cells[code, label] and label != HEADLINE}
        codes = {code for code, label in kept if label != HEADLINE}
        codes |= {code for code in sums if any(sums[code] == sums[other] != 0 for other in codes - {code})}
        whole = by_hand | {code for code in codes if any(sums[code] == sums[other] != 0 for other in codes - {code})}
        more = {
            (code, label)
            for (code, label), count in cells.items()
            if label in labels or any(count == number and code != own for own, number in numbers) or (code in codes and (label in {SUM, HEADLINE} or code in whole))
        }
        if more <= kept:
            return kept
        kept |= more


def sums_of(table: Table, at_least: int, kept: set[Cell]) -> set[int]:
    """What its sum could be with other small counts, and others than 0 where that is kept back."""
    found = {0}
    for label, count in table.parts.items():
        is_open = count < at_least and (count or (table.code, label) in kept)
        found = {one + other for one in found for other in (range(at_least) if is_open else (count,))}
    return found


def may(tables: Sequence[Table], at_least: int, before: frozenset[Cell] = frozenset()) -> set[Cell]:
    """What may be kept back besides: what may be equal to a sum that is kept back elsewhere, whatever its small counts are."""
    kept = must(tables, at_least, before)
    while True:
        could = {table.code: sums_of(table, at_least, kept) for table in tables}
        codes = {code for code, label in kept if label != HEADLINE}
        equal = {
            (table.code, label)
            for table in tables
            for label, count in table.parts.items()
            if any(count in could[other] or could[table.code] & could[other] for other in codes - {table.code})
        }
        more = must(tables, at_least, before | frozenset(kept | equal))
        if more <= kept:
            return kept
        kept = more


def tally_kept(parts: Mapping[str, int], at_least: int, kept: frozenset[str], *, has_total: bool) -> str | None:
    """What is wrong with the parts of a tally that were kept back; None where the words allow it."""
    small = {part for part, count in parts.items() if 0 < count < at_least}
    shown = [count for part, count in parts.items() if part not in kept and count]
    if not small <= kept:
        return "a small count is shown"
    if not small and kept:
        return "nothing is small, and something is kept back"
    if any(not parts[part] for part in kept):
        return "a count of 0 is kept back"
    if kept and shown and max(parts[part] for part in kept) >= min(shown):
        return "a larger count is kept back than one that is shown"
    if not has_total and (shown or not kept):
        return "the total is kept back although a count could be"
    if has_total and len(kept) == 1:
        return "a single gap beside the total"
    larger = kept - small
    if larger and has_total:
        top = max(parts[part] for part in larger)
        fewer = [parts[part] for part in kept if parts[part] != top or part in small]
        if len(fewer) > 1 and not _has_one_solution(fewer, at_least):
            return "more is kept back than is needed"
    return None


def _has_one_solution(counts: Sequence[int], at_least: int) -> bool:
    """Whether so many small counts with that sum have one solution alone, or one of them is the same in all."""
    lowest, highest = len(counts), (at_least - 1) * len(counts)
    return sum(counts) in {lowest, highest}


def other_worlds(world: World, random: Random, tries: int) -> Iterator[dict[object, int]]:
    """Worlds beside this one: one count, two, three or many of one year larger or smaller, with the same sum or another; or far off."""
    years: dict[object, list[object]] = {}
    for name in world:
        years.setdefault(name[0] if isinstance(name, tuple) else None, []).append(name)
    for names in years.values():
        for name in names:
            for step in (1, -1, 2, -2, 3, -3, 4, -4, 5, -5, *range(6, 40)):
                yield {**world, name: world[name] + step}
        for one, other in permutations(names, 2):
            yield {**world, one: world[other], other: world[one]}
            for step in range(1, 8):
                yield {**world, one: world[one] + step, other: world[other] - step}
                yield {**world, one: world[one] - step, other: world[other] - step}
    for names in years.values():
        for some in combinations(names, 3):
            for signs in product((1, -1), repeat=3):
                yield {**world, **{name: world[name] + sign for name, sign in zip(some, signs, strict=True)}}
    for _ in range(tries):
        names = random.choice(list(years.values()))
        moving = random.sample(names, random.randint(1, min(len(names), 6)))
        low = random.randint(0, 6)
        moved = {**world, **{name: random.choice((low, low, random.randint(0, 9), world[name])) for name in moving}}
        yield moved
        moved[moving[0]] += sum(world[name] - moved[name] for name in moving)
        yield moved
        yield {**world, **{name: world[name] + random.randint(-3, 3) for name in moving}}
    yield from far_off(world, years.values())


def far_off(world: World, years: Iterable[Sequence[object]]) -> Iterator[dict[object, int]]:
    """Last, since it is seldom needed: one count a little off, and another of its year anywhere, beyond all that is shown."""
    for names in years:
        for one, other in permutations(names, 2):
            for step, count in product((-2, -1, 1, 2), range(41)):
                yield {**world, one: world[one] + step, other: count}


def worked_out(
    world: World,
    cells: Callable[[World], Mapping[object, int]],
    published: Callable[[World], Mapping[object, int | None]],
    random: Random,
    tries: int = 20_000,
) -> set[object]:
    """The counts other than 0 that are kept back and are the same in every world that would be published in the same way."""
    seen, true = published(world), cells(world)
    left = {cell for cell, count in seen.items() if count is None and true[cell]}
    shown = {cell: count for cell, count in seen.items() if count is not None}
    for other in other_worlds(world, random, tries):
        if not left:
            break
        if min(other.values()) < 0:
            continue
        there = cells(other)
        if not any(there.get(cell) != true[cell] for cell in left) or any(there.get(cell) != count for cell, count in shown.items()):
            continue
        if published(other) == seen:
            left = {cell for cell in left if there[cell] == true[cell]}
    return left
