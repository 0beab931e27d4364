"""What an audience may see of a value: sealed, cut for publishing, or withheld with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeVar, overload

import attrs

from supervision_core.evidence.commitments import RegistrationCoverage
from supervision_core.judging.judged import Judged
from supervision_core.judging.quotas import QuotaResult, Undecided
from supervision_core.programme.audiences import Audience, Visibility, Withheld, WithheldReason, disclosure_of
from supervision_core.programme.protecting import published_line, published_review, published_section
from supervision_core.programme.publishing import PublishedTally, published_tally
from supervision_core.programme.reviews import Review, ReviewLine, ReviewSection
from supervision_core.programme.sealing import sealed
from supervision_core.programme.tallies import Tally
from supervision_core.programme.turns import SupervisionTurn
from supervision_core.values.checks import Checks, composed_sorted
from supervision_core.values.confidential import check_confidential
from supervision_core.values.mappings import IdMap
from supervision_core.values.text import composed_or_none

__all__ = ["redact"]


_T = TypeVar("_T")
#: The audiences that see of several people only their own.
_NARROW: Final = (Audience.OFFICIAL, Audience.LEAD_UNIT)
#: Whom a value of this kind is about, by its class's name: the fields that name them.
_ABOUT: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "ContributionRecord": ("subject_id",),
        "Decision": ("subject_id",),
        "DecisionFile": ("subject_id",),
        "DelegationSession": ("subject_id",),
        "DisciplineRecord": ("subject_id",),
        "Dossier": ("subject_id",),
        "Explanation": ("subject_id",),
        "Feedback": ("subject_id",),
        "FollowUp": ("matter.about_id", "matter.addressee_id"),
        "GradeChange": ("subject_id",),
        "Lapse": ("person_id", "unit_id"),
        "Matter": ("about_id", "addressee_id"),
        "RatingNote": ("subject_id",),
        "SanctionProposal": ("subject_id",),
        "MeetingRecord": ("subject_id",),
        "ObligationRecord": ("subject_id",),
        "Petition": ("subject_id",),
        "PetitionStanding": ("petition.subject_id",),
        "Progress": ("subject_id",),
        "QuotaRow": ("subject_id",),
        "Rating": ("subject_id",),
        "Reopening": ("subject_id",),
        "ResidenceComment": ("subject_id",),
        "TakenSanction": ("subject_id",),
    }
)


@overload
def redact(
    obj: Tally, audience: Audience, *, own: Iterable[str] | None = None, salt: str | None = None, at_least: int = 5
) -> Tally | PublishedTally | Withheld: ...


@overload
def redact(
    obj: _T, audience: Audience, *, own: Iterable[str] | None = None, salt: str | None = None, at_least: int = 5
) -> _T | Withheld: ...


def redact(
    obj: object, audience: Audience, *, own: Iterable[str] | None = None, salt: str | None = None, at_least: int = 5
) -> object:
    """The value as an audience may see it, of the same kind, or ``Withheld``; a ``Tally`` becomes a ``PublishedTally``.

    Nobody but the receiving unit learns who reported: reporters, the ids of evidence (letters, scans of handwriting,
    attachments) and what a household owes are replaced by tokens, kinship and declared conflicts by "excluded". The grade
    stays what it was, and so does what a dossier weighs to. ``DISCLOSURES`` is the whole table, with its sources.
    Of feedback the official sees the month, as its first day, since whoever was there on a day may be known by it; the channel
    stays, because weighing asks for it. A wider audience never sees more than a narrower one, and redacting again changes
    nothing.

    ``own`` names whom the audience may see: the official, or the subjects of the lead unit. Values about anybody else are
    withheld, and of lists of people only these are left. Without it a value about one person counts as the viewer's own, and
    lists of people are withheld.

    ``salt`` turns ids into pseudonyms: SHA-256 of salt, a zero byte and the id, the same in every value. Whoever has the salt
    can try ids, so pseudonymised data are still personal data (Law on Personal Data Protection 91/2025/QH15). Without a salt
    the tokens are numbered within the value and say nothing beyond it.

    Counts below ``at_least`` are kept back from the public; how small is too small is a choice, no source says it.
    Texts that people wrote are passed on as they are, except in published reviews: names do not belong in them.

    Raises ``InvalidInput`` for what is no value of the library, a blank salt, and a bound below 3.

    Source: Law on Denunciations 25/2018/QH14, articles 47 and 56.

    >>> from datetime import date
    >>> import supervision_core as sc
    >>> said = sc.Feedback(
    ...     id="scan of a letter, 3 May", subject_id="o1", channel="suggestion_box", kind=sc.evidence.FeedbackKind.COMMENT,
    ...     received_on=date(2026, 5, 3), says={"civic.standing": True}, reporter_key="k-77",
    ... )
    >>> shown = sc.redact(said, sc.Audience.OFFICIAL)
    >>> shown.id, shown.reporter_key, dict(shown.says)
    ('#1', '@1', {'civic.standing': True})
    >>> sc.redact(said, sc.Audience.PUBLIC).reason.value
    'not_for_audience'
    """
    kind = type(obj).__name__
    mine = None if own is None else composed_sorted(own)
    _check(obj, audience, mine, salt, at_least)
    much = disclosure_of(kind).shown(audience)
    if much is Visibility.WHOLE:
        return obj
    if much is Visibility.NOTHING:
        return Withheld(kind=kind, audience=audience, reason=WithheldReason.NOT_FOR_AUDIENCE)
    narrowed = _narrowed(obj, audience, mine) if audience in _NARROW else obj
    if isinstance(narrowed, Withheld):
        return narrowed
    found = sealed(narrowed, audience, composed_or_none(salt))
    return _published(found, at_least) if much is Visibility.PUBLISHED else found


def _check(obj: object, audience: object, own: object, salt: object, at_least: object) -> None:
    checks = Checks("redact")
    checks.member("audience", audience, Audience)
    if own is not None:
        checks.identifiers("own", own)
    if salt is not None:
        check_confidential(checks, "salt", salt)
    checks.whole("at_least", at_least, at_least=3)
    module = type(obj).__module__
    if not attrs.has(type(obj)) or not module.startswith("supervision_core."):
        checks.fault("unknown_kind", "obj", type(obj).__name__, "a value of the library")
    checks.done()


def _narrowed(obj: object, audience: Audience, own: tuple[str, ...] | None) -> object:
    """What of the value is about the audience's own people."""
    kind = type(obj).__name__
    keep = _KEEP_OWN.get(kind)
    if keep is not None:
        if own is None:
            return Withheld(kind=kind, audience=audience, reason=WithheldReason.WHOSE_NOT_SAID)
        left = keep(obj, frozenset(own))
        return Withheld(kind=kind, audience=audience, reason=WithheldReason.ABOUT_OTHERS) if left is None else left
    about = [_at(obj, path) for path in _ABOUT.get(kind, ())]
    if own is not None and about and not set(about) & set(own):
        return Withheld(kind=kind, audience=audience, reason=WithheldReason.ABOUT_OTHERS)
    return obj


def _at(obj: object, path: str) -> object:
    for name in path.split("."):
        obj = getattr(obj, name)
    return obj


def _of_quota(result: QuotaResult, own: frozenset[str]) -> QuotaResult | None:
    left = (_of_undecided(one, own) for one in result.undecided)
    found = QuotaResult(
        rows=tuple(row for row in result.rows if row.subject_id in own),
        undetermined=_among(result.undetermined, own),
        undecided=tuple(one for one in left if one is not None),
        possible=None if result.possible is None else IdMap({who: some for who, some in result.possible.items() if who in own}),
    )
    return found if found.rows or found.undetermined or found.undecided else None


def _of_undecided(tie: Undecided, own: frozenset[str]) -> Undecided | None:
    left = _among(tie.subject_ids, own)
    return attrs.evolve(tie, subject_ids=left) if left else None


def _of_judged(judged: Judged, own: frozenset[str]) -> Judged | None:
    ids = judged.ids or ()
    kept = [row for row, one in enumerate(ids) if one in own]
    faults = dict(judged.faults)
    found = attrs.evolve(
        judged,
        assessments=tuple(judged.assessments[row] for row in kept),
        faults=tuple((place, faults[row]) for place, row in enumerate(kept) if row in faults),
        ids=tuple(ids[row] for row in kept),
    )
    return found if kept else None


def _of_turn(turn: SupervisionTurn, own: frozenset[str]) -> SupervisionTurn | None:
    left = _among(turn.subject_ids, own)
    return attrs.evolve(turn, subject_ids=left, commented_ids=_among(turn.commented_ids, own)) if left else None


def _of_coverage(coverage: RegistrationCoverage, own: frozenset[str]) -> RegistrationCoverage | None:
    registered, missing = _among(coverage.registered, own), _among(coverage.missing, own)
    if not registered and not missing:
        return None
    # The other two lists name registrations, some of people whom the audience may not see.
    return attrs.evolve(coverage, registered=registered, missing=missing, of_others=(), repeated=())


def _among(ids: Iterable[str], own: frozenset[str]) -> tuple[str, ...]:
    return tuple(one for one in ids if one in own)


#: What is left of a list of people, by its class's name; None where nothing is.
_KEEP_OWN: Final[Mapping[str, Callable[[Any, frozenset[str]], object | None]]] = MappingProxyType(
    {
        "Judged": _of_judged,
        "QuotaResult": _of_quota,
        "RegistrationCoverage": _of_coverage,
        "SupervisionTurn": _of_turn,
        "Undecided": _of_undecided,
    }
)


def _published(obj: object, at_least: int) -> object:
    if isinstance(obj, Tally):
        return published_tally(obj, at_least)
    if isinstance(obj, Review):
        return published_review(obj, at_least=at_least)
    if isinstance(obj, ReviewSection):
        return published_section(obj, at_least=at_least)
    return published_line(obj, at_least=at_least) if isinstance(obj, ReviewLine) else obj
