"""An invented country, made from a commune's number alone: nothing is stored, and nothing depends on what was made before.

Hashing gives the variety that chance would give, and the same country on every machine and in every process.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Final, final

import attrs

import supervision_core as sc
from supervision_core.regulations import CIVIC_CODES, GOOD_PERFORMANCE_2014

#: The communes and wards of Việt Nam since 01/07/2025.
COMMUNES: Final = 3_321
#: How many officials are invented for them.
OFFICIALS: Final = 2_000_000
#: The year that is planned.
YEAR: Final = 2026

_UNITS: Final = ("front", "farmers", "women", "youth", "veterans")
_CODES: Final = tuple(fact.code for fact in GOOD_PERFORMANCE_2014.ladder.facts)
_YEARS_BACK: Final = 3
_BYTES_EACH: Final = 5
_LARGEST_SHARE: Final = 4


@final
@attrs.frozen(kw_only=True)
class Country:
    """How large it is; the communes are numbered from 0 and differ in size."""

    communes: int = attrs.field(default=COMMUNES, validator=attrs.validators.ge(1))
    officials: int = attrs.field(default=OFFICIALS, validator=attrs.validators.ge(0))

    def officials_of(self, commune: int) -> range:
        """The numbers of a commune's officials; all communes together have every number exactly once."""
        return range(self._edge(commune), self._edge(commune + 1))

    def _edge(self, commune: int) -> int:
        """How many officials the communes before this one have: the even share, moved by up to a third of it."""
        edge = self.officials * commune // self.communes
        reach = self.officials // self.communes // 3
        if reach == 0 or commune in {0, self.communes}:
            return edge
        return edge + int.from_bytes(_noise("edge", commune, 8)) % (2 * reach + 1) - reach


@final
@attrs.frozen(kw_only=True)
class Commune:
    """What is known of one commune at the end of a year."""

    ids: tuple[str, ...]
    #: What is known of them: one column a fact, one cell an official.
    columns: Mapping[str, list[bool | None]]
    roster: sc.Roster
    history: sc.History


def invented(country: Country, commune: int) -> Commune:
    """One commune, with its officials, its lead units and who had whom in the three years before."""
    numbers = country.officials_of(commune)
    ids = [f"cb-{number:07}" for number in numbers]
    noise = _noise("officials", commune, _BYTES_EACH * len(ids))
    each = [noise[_BYTES_EACH * at : _BYTES_EACH * (at + 1)] for at in range(len(ids))]
    rows = [_values(bytes_) for bytes_ in each]
    shares = [1 + byte % _LARGEST_SHARE for byte in _noise("shares", commune, len(_UNITS))]
    return Commune(
        ids=tuple(ids),
        columns={code: [row[code] for row in rows] for code in _CODES},
        roster=_roster(commune, ids, each, shares),
        history=_history(ids, each, shares),
    )


def _values(noise: bytes) -> dict[str, bool | None]:
    """What is known of one official: most is good, some is not, and some nobody has said anything about."""
    duties, civic, conduct = noise[:3]
    values: dict[str, bool | None] = dict.fromkeys(CIVIC_CODES, True)
    values["duties.fairly_done"] = duties >= 8
    values["duties.well_done"] = None if 8 <= duties < 16 else duties >= 40
    if civic < 72:
        values[CIVIC_CODES[civic % len(CIVIC_CODES)]] = None if civic < 48 else False
    values["conduct.violation"] = None if conduct == 1 else conduct == 0
    return values


def _roster(commune: int, ids: list[str], each: list[bytes], shares: list[int]) -> sc.Roster:
    """Every fiftieth official or so is a member of a lead unit; in a few communes three lead units have so little room
    that the rotation cannot be planned at all."""
    little_room, first = _noise("room", commune, 2)
    squeezed = {(first + step) % len(_UNITS) for step in range(3)} if little_room < 4 else set()
    units = [
        sc.LeadUnit(id=unit, share=share, max_load=len(ids) // 50 if at in squeezed else None)
        for at, (unit, share) in enumerate(zip(_UNITS, shares, strict=True))
    ]
    bars = [
        sc.Bar(subject_id=one, lead_unit_id=_UNITS[noise[3] % len(_UNITS)], reason=sc.BarReason.OWN_MEMBER)
        for one, noise in zip(ids, each, strict=True)
        if noise[3] < 5
    ]
    return sc.Roster(subjects=[sc.Subject(id=one) for one in ids], lead_units=units, bars=bars)


def _history(ids: list[str], each: list[bytes], shares: list[int]) -> sc.History:
    """Three years of rotation by hand: everybody moves on by one or two lead units a year."""
    by_share = [unit for unit, share in zip(_UNITS, shares, strict=True) for _ in range(share)]
    years = {}
    for back in range(_YEARS_BACK, 0, -1):
        years[YEAR - back] = {
            one: _UNITS[(_UNITS.index(by_share[noise[4] % len(by_share)]) + back * (1 + noise[4] % 2)) % len(_UNITS)]
            for one, noise in zip(ids, each, strict=True)
        }
    return sc.History.of(years)


def _noise(what: str, commune: int, length: int) -> bytes:
    return hashlib.shake_256(f"{what} of commune {commune}".encode()).digest(length)


def all_communes(country: Country) -> Iterator[int]:
    """The numbers of the communes."""
    yield from range(country.communes)
