"""What an answer says stands on one line in which everything can be seen, whatever people wrote into labels and grounds."""

import attrs
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

import supervision_core as sc
from contract.kinds import value_kinds
from supervision_core.values.text import visible

#: Ends a line, clears a terminal, turns what follows, and is not seen.
EVIL = "An\x1b[2J\r\n✓ met \u202edcba\u2066\u200b\u2028"
SPEAKING = [kind for kind in value_kinds() if hasattr(kind, "sentence")]


def with_evil(value):
    """The value with that in every label and every plain text of it that takes it."""
    if isinstance(value, sc.Label):
        return sc.Label(f"{value.vi}{EVIL}", f"{value.en}{EVIL}")
    if isinstance(value, tuple):
        return tuple(with_evil(one) for one in value)
    if not attrs.has(type(value)):
        return value
    for field in attrs.fields(type(value)):
        old = getattr(value, field.name, None)
        new = with_evil(old)
        if new is not old and new != old:
            try:
                value = attrs.evolve(value, **{field.name.lstrip("_"): new})
            except sc.SupervisionError:
                # Some labels are choices, and some values are judged again from their parts.
                continue
    return value


def names_of(value):
    """Names for whatever is named by an id."""
    fields = attrs.fields(type(value))
    return {text: f"{text}{EVIL}" for field in fields if isinstance(text := getattr(value, field.name, None), str) and text.isprintable() and text}


@pytest.mark.parametrize("kind", SPEAKING, ids=lambda kind: kind.__name__)
def test_a_sentence_is_one_line_that_can_be_seen(kind):
    """No break, no escape for a terminal, no turned direction: nobody writes a second line into an answer."""

    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.from_type(kind))
    def said(value):
        evil = with_evil(value)
        for lang in ("vi", "en"):
            for sentence in (evil.sentence(lang), evil.sentence(lang, names_of(evil))):
                assert sentence == visible(sentence)

    said()


def test_a_review_has_the_lines_of_its_sections_and_no_more():
    """A title or a label with a break in it stays one line."""
    tally = sc.Tally(kind=sc.programme.CountKind.OPINION, population="x", parts={"a": 3})
    evil = sc.Label(f"a{EVIL}", f"a{EVIL}")
    section = sc.programme.tally_section("s", evil, tally, names={"a": evil})

    assert len(section.text("vi").split("\n")) == 3
    assert [line for line in section.text("en").split("\n") if line != visible(line)] == []
