"""The weighing policy that is shipped: a careful starting point for a ward, every line of it a choice.

The source names the channels (self-reports, the opinions of member organisations, Front Working Committees and the People's
Inspection Board, the suggestion box) but not which of them speaks for which fact, nor what follows when they disagree.
Here they contest each other and nobody comes first; a self-report supports others and shows nothing alone; comments by a
known author count as given, everything else in the way of feedback once it is verified.
"""

from __future__ import annotations

from typing import Final

from supervision_core.criteria.ladders import Implication
from supervision_core.evidence.vocabulary import (
    ATTENDS_MEETINGS,
    COMMITMENTS_KEPT,
    COMMITMENTS_KEPT_SHARE,
    COMMITMENTS_REGISTERED,
    GIVES_OPINIONS,
    HOUSEHOLD_OBLIGATIONS,
    LOCAL_CONTRIBUTION,
    OWN_OBLIGATIONS,
    VIOLATION,
)
from supervision_core.evidence.weighing_policy import WeighingPolicy
from supervision_core.evidence.weighing_rules import StepReading, WeighingRule
from supervision_core.text import Label

__all__ = ["WARD_WEIGHING"]

_SELF: Final = ("self_report",)
_PEOPLE: Final = ("direct_opinion", "suggestion_box", "hotline", "leaders_phone", "web_column", "citizen_reception")
_BODIES: Final = ("member_organisation", "front_working_committee", "peoples_inspection_board")
_WATCHED: Final = ("observation", "direct_talk", "inspection_team", "inspection_visit")
_OFFICE: Final = (*_SELF, *_PEOPLE, *_BODIES, *_WATCHED, "camera", "monthly_meeting")
_HOME: Final = (*_SELF, *_PEOPLE, *_BODIES, *_WATCHED, "residence_comment")
_WELL_DONE: Final = "duties.well_done"
_FAIRLY_DONE: Final = "duties.fairly_done"
_MORALS: Final = "civic.morals_and_lifestyle"
_TIES: Final = "civic.ties_with_people"


def _rule(codes: tuple[str, ...], *channels: str) -> WeighingRule:
    return WeighingRule(codes=codes, channels=channels, supports_only=[one for one in _SELF if one in channels])


def _readings(form: str, criterion: str, code: str, yes: tuple[str, ...], no: tuple[str, ...]) -> tuple[StepReading, ...]:
    answers = {**dict.fromkeys(yes, True), **dict.fromkeys(no, False)}
    return tuple(
        StepReading(form=form, criterion=criterion, step=step, code=code, answer=answer) for step, answer in answers.items()
    )


#: A careful starting point for a ward; change it with ``attrs.evolve`` and give it a code of your own.
WARD_WEIGHING: Final = WeighingPolicy(
    code="ward_weighing",
    label=Label("Xem xét, đánh giá căn cứ ở phường", "Weighing in a ward"),
    rules=[
        _rule((_WELL_DONE, _FAIRLY_DONE), *_OFFICE),
        _rule((_TIES, _MORALS, "civic.standing"), *_HOME),
        _rule((LOCAL_CONTRIBUTION,), *_HOME, "contribution_record"),
        _rule((OWN_OBLIGATIONS, HOUSEHOLD_OBLIGATIONS), *_SELF, *_BODIES, "residence_comment", "obligation_record"),
        _rule((ATTENDS_MEETINGS, GIVES_OPINIONS), *_SELF, *_BODIES, "residence_comment", "attendance_record"),
        _rule(
            (VIOLATION, "conduct.any_discipline"),
            *_PEOPLE,
            *_BODIES,
            "inspection_team",
            "inspection_visit",
            "discipline_record",
        ),
        _rule((COMMITMENTS_REGISTERED, COMMITMENTS_KEPT_SHARE), "commitment_record"),
        _rule((COMMITMENTS_KEPT,), *_SELF, *_BODIES, *_WATCHED, "monthly_meeting", "commitment_record"),
    ],
    readings=[
        *_readings("full", "example", _MORALS, ("good_example", "example"), ("not_yet",)),
        *_readings("exempt", "example", _MORALS, ("good_example", "example"), ("not_yet",)),
        *_readings("full", "civic", OWN_OBLIGATIONS, ("exemplary_and_leading", "exemplary"), ("not_yet",)),
        *_readings("exempt", "civic", OWN_OBLIGATIONS, ("done_well", "done"), ("not_yet",)),
        # "Not fully" is neither yes nor no, so it is read as nothing.
        *_readings("full", "meetings", ATTENDS_MEETINGS, ("fully",), ("does_not_attend",)),
        *_readings("full", "contact", _TIES, ("regular_and_active", "regular"), ("not_yet",)),
    ],
    discipline_shows=[VIOLATION, "conduct.any_discipline"],
    implications=[
        Implication(
            code=_WELL_DONE,
            then_code=_FAIRLY_DONE,
            label=Label("Hoàn thành tốt thì cũng hoàn thành khá", "Well done is fairly done"),
        )
    ],
)
