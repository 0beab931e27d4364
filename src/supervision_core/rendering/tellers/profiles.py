"""What is said of units through their people's assessments, and of people whose outcome two regulations do not share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from supervision_core.judging.comparison import GradeChange
from supervision_core.judging.profiles import Profile
from supervision_core.programme.grades import grade_labels
from supervision_core.rendering import words
from supervision_core.rendering.model import Block, Column, Mark, Notice, Page, Table, Terms
from supervision_core.rendering.parts import column, either, heading, number_column, row, table, unless_empty
from supervision_core.rendering.voices import Voice

__all__ = ["tell_grade_changes", "tell_profile", "tell_profiles"]


def tell_profile(profile: Profile, voice: Voice) -> Page:
    """One unit: how many have which grade, and which facts fail or are unknown most."""
    counts = [(voice.say(words.PEOPLE), profile.people)]
    counts += [(_grade(code, voice), profile.grades.get(code, 0)) for code in _grades([profile], voice)]
    counts.append((voice.say(words.UNDETERMINED), profile.undetermined))
    told = Terms(pairs=tuple((label, voice.number(count)) for label, count in counts))
    blocks = (told, *unless_empty(heading(voice, words.FACTS_AGAINST), _facts(profile, voice)))
    return Page(title=voice.say(words.PROFILE), lang=voice.lang, blocks=blocks)


def tell_profiles(units: Sequence[tuple[str, Profile]], voice: Voice) -> Page:
    """Units side by side, and what fails and is unknown in each."""
    grades = _grades([profile for _, profile in units], voice)
    columns = [column(voice, words.A_UNIT), number_column(voice, words.PEOPLE)]
    columns += [Column(text=_grade(code, voice), is_number=True) for code in grades]
    columns.append(number_column(voice, words.UNDETERMINED))
    rows = [
        row(
            voice.name(unit),
            voice.number(profile.people),
            *(voice.number(profile.grades.get(code, 0)) for code in grades),
            voice.number(profile.undetermined),
        )
        for unit, profile in units
    ]
    blocks: list[Block] = [table(voice, words.PROFILES, columns, rows, is_headed=True)]
    for unit, profile in units:
        head = heading(voice, words.FACTS_AGAINST_IN, unit=voice.name(unit))
        blocks += unless_empty(head, attrs.evolve(_facts(profile, voice), caption=head.text))
    return Page(title=voice.say(words.PROFILES), lang=voice.lang, blocks=tuple(blocks))


def _grades(given: Iterable[Profile], voice: Voice) -> tuple[str, ...]:
    """The codes of the grades: all of the regulation, best first, where it is known; and any others that were counted."""
    known = () if voice.regulation is None else tuple(grade.code for grade in voice.regulation.grades)
    return tuple(dict.fromkeys((*known, *(code for profile in given for code in profile.grades))))


def _grade(code: str, voice: Voice) -> str:
    labels = {} if voice.regulation is None else grade_labels(voice.regulation)
    return voice.say(labels[code]) if code in labels and code not in voice.names else voice.name(code)


def _facts(profile: Profile, voice: Voice) -> Table:
    columns = [
        column(voice, words.CONTENT),
        number_column(voice, words.SPEAKS_AGAINST),
        number_column(voice, words.NOT_KNOWN_OF),
    ]
    rows = [
        row(voice.code(code), voice.number(profile.failing.get(code, 0)), voice.number(profile.unknown.get(code, 0)))
        for code in dict.fromkeys((*profile.most_failing(), *profile.most_unknown()))
    ]
    return table(voice, words.FACTS_AGAINST, columns, rows)


def tell_grade_changes(changes: Sequence[GradeChange], voice: Voice) -> Page:
    """Whose outcome another regulation changes: before, after, and the lines that make the difference."""
    columns = [column(voice, label) for label in (words.SUBJECT, words.BEFORE, words.AFTER, words.LINES_NOT_MET)]
    rows = [
        row(
            voice.name(one.subject_id),
            either(one.old.possible, voice),
            either(one.new.possible, voice),
            "; ".join(dict.fromkeys(voice.say(line.label) for line in one.lines)),
        )
        for one in changes
    ]
    regulations = (
        (words.BEFORE, dict.fromkeys(voice.say(one.old.regulation.label) for one in changes)),
        (words.AFTER, dict.fromkeys(voice.say(one.new.regulation.label) for one in changes)),
    )
    blocks: tuple[Block, ...] = (
        Notice(mark=Mark.FLAG, text=voice.say(words.GRADE_CHANGE_COUNT, count=voice.number(len(changes)))),
        Terms(
            pairs=tuple(
                (f"{voice.say(words.REGULATION)} ({voice.say(when).lower()})", "; ".join(said)) for when, said in regulations
            )
        ),
        table(voice, words.GRADE_CHANGES, columns, rows, is_headed=True),
    )
    return Page(title=voice.say(words.GRADE_CHANGES), lang=voice.lang, blocks=blocks)
