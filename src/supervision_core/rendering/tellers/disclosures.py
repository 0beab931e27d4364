"""What is said where a value may not be shown."""

from __future__ import annotations

from supervision_core.programme.audiences import Withheld
from supervision_core.rendering import words
from supervision_core.rendering.model import Mark, Notice, Page, Terms
from supervision_core.rendering.voices import Voice

__all__ = ["tell_withheld"]


def tell_withheld(withheld: Withheld, voice: Voice) -> Page:
    """That nothing is shown, to whom, and why."""
    pairs = ((words.KIND_OF_VALUE, withheld.kind), (words.AUDIENCE, voice.say(withheld.audience.label)))
    said = voice.say(words.WITHHELD_SAID, reason=voice.say(withheld.reason.label))
    blocks = (Notice(mark=Mark.NOTE, text=said), Terms(pairs=tuple((voice.say(label), text) for label, text in pairs)))
    return Page(title=voice.say(words.WITHHELD), lang=voice.lang, blocks=blocks)
