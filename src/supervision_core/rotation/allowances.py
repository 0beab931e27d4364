"""Pairs that may stand although the cooling-off closes them, each with the ground it was allowed on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import final

import attrs

from supervision_core.values.checks import Checks, as_tuple
from supervision_core.values.exact import whole_or_same
from supervision_core.values.labels import Label
from supervision_core.values.text import Language, composed, shown, text_fault, veiled
from supervision_core.values.wording import Names, Wording, wording

__all__ = ["Allowance", "IdleAllowance"]


def _ground(ground: Label | str) -> Label:
    """A text stands for itself in both languages; what is neither a text nor a label stays, for the checks to name."""
    if not isinstance(ground, str) or text_fault(ground) is not None:
        return ground  # type: ignore[return-value]  # the checks say so
    return Label(ground, ground)


@final
@attrs.frozen(kw_only=True)
class Allowance:
    """A lead unit may have a subject although the cooling-off closes the pair, on a ground that the plan shows.

    It opens a pair that only the cooling-off closes, and nothing else: a HARD bar or a pin to another lead unit beside it
    is an error of the roster. The pair still counts as a repeat, and where the cooling-off does not close it in a year, the
    plan's warnings say so.

    >>> from supervision_core.rotation import Allowance
    >>> print(Allowance(subject_id="s001", lead_unit_id="front", ground="QĐ 45/2026").sentence("en"))
    front may supervise s001 in spite of the cooling-off: QĐ 45/2026.
    """

    #: The subject.
    subject_id: str = attrs.field(converter=composed, repr=veiled)
    #: The lead unit that may have it.
    lead_unit_id: str = attrs.field(converter=composed)
    #: Why, for people: a label, or one text for both languages.
    ground: Label = attrs.field(converter=_ground, repr=veiled)

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Allowance ({shown(self.subject_id)}, {shown(self.lead_unit_id)})")
        checks.identifier("subject_id", self.subject_id)
        checks.identifier("lead_unit_id", self.lead_unit_id)
        checks.kind("ground", self.ground, Label, "a text that is not blank, or a Label")
        checks.done()

    @property
    def pair(self) -> tuple[str, str]:
        """The subject and the lead unit."""
        return self.subject_id, self.lead_unit_id

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """The allowance in one sentence; ``names`` gives display names by id."""
        return allowance_said(self, wording(lang, names))


_ALLOWED = Label(
    "{unit} được giám sát {subject} dù chưa hết thời gian giãn cách: {ground}.",
    "{unit} may supervise {subject} in spite of the cooling-off: {ground}.",
)
_IDLE = Label(
    "Việc cho phép {unit} giám sát {subject} không có tác dụng trong năm {year}: thời gian giãn cách không loại trừ phân công "
    "này (căn cứ: {ground}).",
    "That {unit} may supervise {subject} has no effect in {year}: no cooling-off closes the pair (ground: {ground}).",
)


def allowance_said(allowance: Allowance, by: Wording) -> str:
    """Who may have whom all the same, and why."""
    return by.say(_ALLOWED, **_parts(allowance, by))


def _parts(allowance: Allowance, by: Wording) -> dict[str, str]:
    return {
        "unit": by.name(allowance.lead_unit_id),
        "subject": by.name(allowance.subject_id),
        "ground": by.say(allowance.ground),
    }


@final
@attrs.frozen(kw_only=True)
class IdleAllowance:
    """An allowance that opens nothing in a year: the cooling-off does not close its pair. A plan's warnings hold it.

    >>> from supervision_core.rotation import Allowance, IdleAllowance
    >>> allowance = Allowance(subject_id="s001", lead_unit_id="front", ground="QĐ 45/2026")
    >>> print(IdleAllowance(year=2030, allowance=allowance).sentence("en"))
    That front may supervise s001 has no effect in 2030: no cooling-off closes the pair (ground: QĐ 45/2026).
    """

    #: The calendar year.
    year: int = attrs.field(converter=whole_or_same)
    #: What was allowed.
    allowance: Allowance

    def __attrs_post_init__(self) -> None:
        checks = Checks("IdleAllowance")
        checks.whole("year", self.year, at_least=1, at_most=9999)
        checks.kind("allowance", self.allowance, Allowance, "an Allowance")
        checks.done()

    def sentence(self, lang: Language, names: Names | None = None) -> str:
        """That it has no effect, in one sentence; ``names`` gives display names by id."""
        return idle_said(self, wording(lang, names))


def idle_said(idle: IdleAllowance, by: Wording) -> str:
    """Which allowance has no effect in which year."""
    return by.say(_IDLE, year=idle.year, **_parts(idle.allowance, by))


def allowances_sorted(items: Iterable[Allowance]) -> tuple[Allowance, ...]:
    """Allowances by subject and lead unit; what is no collection of them stays as it is, for the checks to name."""
    found = as_tuple(items)
    if not isinstance(found, tuple) or not all(isinstance(item, Allowance) for item in found):
        return found
    return tuple(sorted(found, key=lambda one: (*one.pair, one.ground.vi, one.ground.en)))


def joined_allowances(items: Iterable[Allowance]) -> Iterator[Allowance]:
    """One allowance for each pair, where names became one; different grounds are said one after the other."""
    grounds: dict[tuple[str, str], list[Label]] = {}
    for one in allowances_sorted(items):
        known = grounds.setdefault(one.pair, [])
        if one.ground not in known:
            known.append(one.ground)
    for (subject, unit), some in grounds.items():
        ground = Label("; ".join(one.vi for one in some), "; ".join(one.en for one in some))
        yield Allowance(subject_id=subject, lead_unit_id=unit, ground=ground)
