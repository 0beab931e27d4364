"""What officials have committed themselves to, under which scheme, and how far it was kept.

Two are shipped: the eight heads of Directive 29-CT/TU (five to build, three to fight), and the personal cultivation plan,
which has no fixed heads. A locality adds its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from operator import attrgetter
from typing import Final, final

import attrs

from supervision_core.evidence.channels import Channel, channel_or_same, check_channel
from supervision_core.evidence.instruments import DIRECTIVE_29, LONG_BIEN, verified
from supervision_core.values.checks import Checks, as_tuple, check_fields, check_ids, composed_each
from supervision_core.values.citations import Citation
from supervision_core.values.confidential import check_confidential
from supervision_core.values.errors import Fault, raise_for
from supervision_core.values.exact import whole_or_same
from supervision_core.values.labels import Label
from supervision_core.values.text import composed, composed_or_none, shown

__all__ = [
    "CULTIVATION_PLAN",
    "FIVE_BUILD_THREE_FIGHT",
    "Commitment",
    "Head",
    "Progress",
    "Registration",
    "RegistrationCoverage",
    "Scheme",
    "registration_coverage",
]


@final
@attrs.frozen(kw_only=True)
class Head:
    """One thing that a scheme asks everyone to commit to."""

    #: Its code.
    code: str = attrs.field(converter=composed)
    #: What it is called.
    label: Label

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Head {shown(self.code)}")
        checks.identifier("code", self.code)
        checks.kind("label", self.label, Label, "a Label")
        checks.done()


def _heads(values: Iterable[Head]) -> tuple[Head, ...]:
    return as_tuple(values)


@final
@attrs.frozen(kw_only=True)
class Scheme:
    """What commitments are registered for; its heads in their order, none where people choose freely."""

    #: Its code.
    code: str = attrs.field(converter=composed)
    #: What it is called.
    label: Label
    #: Its heads.
    heads: tuple[Head, ...] = attrs.field(default=(), converter=_heads)
    #: Where it stands.
    citation: Citation | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Scheme {shown(self.code)}")
        checks.identifier("code", self.code)
        checks.kind("label", self.label, Label, "a Label")
        if checks.each("heads", self.heads, Head, "a Head"):
            checks.identifiers("heads", tuple(head.code for head in self.heads))
        checks.optional_kind("citation", self.citation, Citation, "a Citation")
        checks.done()


#: Directive 29-CT/TU of Đà Nẵng: five to build, then three to fight.
FIVE_BUILD_THREE_FIGHT: Final = Scheme(
    code="five_build_three_fight",
    label=Label("5 xây, 3 chống", "5 to build, 3 to fight"),
    heads=tuple(
        Head(code=code, label=Label(vi, en))
        for code, vi, en in (
            ("responsibility", "Xây tinh thần trách nhiệm", "Build responsibility"),
            ("professionalism", "Xây tính chuyên nghiệp", "Build professionalism"),
            ("honesty", "Xây tính trung thực", "Build honesty"),
            ("discipline", "Xây kỷ cương", "Build discipline"),
            ("exemplary_conduct", "Xây sự gương mẫu", "Build exemplary conduct"),
            ("bureaucratism", "Chống quan liêu", "Fight bureaucratism"),
            ("negative_practices", "Chống tiêu cực", "Fight negative practices"),
            ("formalism", "Chống bệnh hình thức", "Fight formalism"),
        )
    ),
    citation=verified(DIRECTIVE_29),
)
#: The personal plan of self-cultivation of a year.
CULTIVATION_PLAN: Final = Scheme(
    code="cultivation_plan",
    label=Label("Kế hoạch tu dưỡng, rèn luyện cá nhân", "Personal cultivation plan"),
    citation=LONG_BIEN,
)


@final
@attrs.frozen(kw_only=True)
class Commitment:
    """One thing that somebody commits to; what is left open is for ``registration_faults`` to say, not an error."""

    #: Its id within the registration.
    id: str = attrs.field(converter=composed)
    #: What will be done, in the official's own words.
    text: str = attrs.field(converter=composed)
    #: The head of the scheme that it serves; None where it names none.
    head: str | None = attrs.field(default=None, converter=composed_or_none)
    #: What will be seen or counted when it is done; None where nothing is said.
    result: str | None = attrs.field(default=None, converter=composed_or_none)
    #: The day by which it is done; None where none is named.
    due_on: date | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Commitment {shown(self.id)}")
        checks.identifier("id", self.id)
        checks.text("text", self.text)
        checks.optional_identifier("head", self.head)
        if self.result is not None:
            checks.text("result", self.result)
        checks.optional_day("due_on", self.due_on)
        checks.done()


def _items(values: Iterable[Commitment]) -> tuple[Commitment, ...]:
    given = as_tuple(values)
    if isinstance(given, tuple) and all(isinstance(one, Commitment) for one in given):
        return tuple(sorted(given, key=attrgetter("id")))
    return given


@final
@attrs.frozen(kw_only=True, repr=False)
class Registration:
    """What one official registered for one year under one scheme.

    >>> from datetime import date
    >>> from supervision_core import Commitment, Registration
    >>> item = Commitment(id="1", head="bureaucratism", text="Trả kết quả hồ sơ đất đai trước 16 giờ mỗi ngày",
    ...                   result="98% hồ sơ đúng hẹn", due_on=date(2014, 12, 15))
    >>> Registration(id="dk-7", subject_id="o1", year=2014, lodged_on=date(2014, 1, 20), items=[item])
    <Registration 'dk-7' for 2014: 1 commitments>
    """

    #: Its id; facts name it as their source.
    id: str = attrs.field(converter=composed)
    #: Who registered.
    subject_id: str = attrs.field(converter=composed)
    #: For which year.
    year: int = attrs.field(converter=whole_or_same)
    #: Under which scheme.
    scheme: Scheme = FIVE_BUILD_THREE_FIGHT
    #: When it was handed in.
    lodged_on: date
    #: The commitments, sorted by id; none is no registration.
    items: tuple[Commitment, ...] = attrs.field(converter=_items)

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Registration {shown(self.id)}")
        checks.identifier("id", self.id)
        checks.identifier("subject_id", self.subject_id)
        checks.whole("year", self.year, at_least=1, at_most=9998)
        checks.day("lodged_on", self.lodged_on)
        scheme = checks.kind("scheme", self.scheme, Scheme, "a Scheme")
        if checks.each("items", self.items, Commitment, "a Commitment"):
            checks.identifiers("items", tuple(item.id for item in self.items))
            if not self.items:
                checks.fault("empty", "items", self.items, "at least one commitment")
            if scheme:
                self._check_heads(checks)
        checks.done()

    def _check_heads(self, checks: Checks) -> None:
        known = [head.code for head in self.scheme.heads]
        for item in self.items:
            if item.head is not None and item.head not in known:
                expected = "one of " + ", ".join(known) if known else "None, since the scheme has no heads"
                checks.fault("unknown_head", f"items[{shown(item.id)}].head", item.head, expected)

    def __repr__(self) -> str:
        return f"<Registration {self.id!r} for {self.year}: {len(self.items)} commitments>"


@final
@attrs.frozen(kw_only=True, repr=False)
class Progress:
    """What somebody noted about the carrying out of one commitment."""

    #: Its id; facts name it as their source.
    id: str = attrs.field(converter=composed)
    #: Whose commitment it is.
    subject_id: str = attrs.field(converter=composed)
    #: The registration.
    registration_id: str = attrs.field(converter=composed)
    #: The commitment in it.
    item_id: str = attrs.field(converter=composed)
    #: How it became known.
    channel: Channel = attrs.field(converter=channel_or_same)
    #: When it was noted.
    noted_on: date
    #: Whether the commitment was kept; None while it is under way.
    is_kept: bool | None
    #: Who noted it; None where the channel alone is known.
    by: str | None = attrs.field(default=None, converter=composed_or_none)

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Progress {shown(self.id)}")
        for name in ("id", "subject_id", "registration_id", "item_id"):
            checks.identifier(name, getattr(self, name))
        check_channel(checks, "channel", self.channel)
        checks.day("noted_on", self.noted_on)
        checks.optional_kind("is_kept", self.is_kept, bool, "True or False")
        if self.by is not None:
            check_confidential(checks, "by", self.by)
        checks.done()

    def __repr__(self) -> str:
        return f"<Progress {self.id!r}>"


@final
@attrs.frozen(kw_only=True)
class RegistrationCoverage:
    """Who of a group registered, as people and not as papers."""

    #: Those who did, sorted.
    registered: tuple[str, ...]
    #: Those who did not, sorted.
    missing: tuple[str, ...]
    #: Registrations of people outside the group, by id.
    of_others: tuple[str, ...]
    #: Registrations beyond the first of one person, by id.
    repeated: tuple[str, ...]

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        check_ids(self, "registered", "missing", "of_others", "repeated")

    @property
    def is_complete(self) -> bool:
        """Whether everyone did."""
        return not self.missing


def registration_coverage(
    subject_ids: Iterable[str],
    registrations: Iterable[Registration],
    *,
    year: int,
    scheme: Scheme = FIVE_BUILD_THREE_FIGHT,
) -> RegistrationCoverage:
    """Who of a group registered for a year under a scheme; registrations for other years and schemes do not count.

    >>> from supervision_core.evidence import registration_coverage
    >>> registration_coverage(["o1", "o2"], [], year=2014).missing
    ('o1', 'o2')

    Source: Thạch Thang ward, where all 51 officials had registered.
    """
    group, given = composed_each(subject_ids), as_tuple(registrations)
    checks = Checks("registration_coverage")
    checks.identifiers("subject_ids", group)
    checks.each("registrations", given, Registration, "a Registration")
    checks.whole("year", year)
    checks.kind("scheme", scheme, Scheme, "a Scheme")
    checks.done()
    ids = Counter(one.id for one in given)
    raise_for(
        Fault("duplicate", "registration_coverage.registrations", shown(one), "each id once")
        for one in sorted(one for one, times in ids.items() if times > 1)
    )
    found: dict[str, list[Registration]] = {}
    for one in sorted(given, key=attrgetter("lodged_on", "id")):
        if one.year == year and one.scheme.code == scheme.code:
            found.setdefault(one.subject_id, []).append(one)
    members = set(group)
    return RegistrationCoverage(
        registered=tuple(sorted(members & found.keys())),
        missing=tuple(sorted(members - found.keys())),
        of_others=tuple(sorted(one.id for who, some in found.items() if who not in members for one in some)),
        repeated=tuple(sorted(one.id for who, some in found.items() if who in members for one in some[1:])),
    )
