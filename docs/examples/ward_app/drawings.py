"""What the library draws for a page: reasons, certificates, reviews, and the rotation over the years."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

import supervision_core as sc
from supervision_core import rendering
from ward_app.judging import Case
from ward_app.planning import Planning


def style() -> Markup:
    """The style that the library's fragments need; it stands once in a page."""
    return Markup(rendering.stylesheet())


def reasons(case: Case, lang: sc.Language) -> Markup:
    """Why somebody has a grade, with the evidence behind each line."""
    return Markup(rendering.to_html(sc.explain(case.assessment, case.facts), lang=lang, fragment=True))


def certificate(infeasible: sc.Infeasible, lang: sc.Language, names: Mapping[str, str]) -> Markup:
    """Why there can be no plan, and what would help."""
    return Markup(rendering.to_html(infeasible, lang=lang, names=names, fragment=True))


def review(value: sc.Review, lang: sc.Language) -> Markup:
    """A review within a page."""
    return Markup(rendering.to_html(value, lang=lang, fragment=True))


def review_page(value: sc.Review, lang: sc.Language) -> str:
    """A review as a page of its own."""
    return rendering.to_html(value, lang=lang)


def rotation(planning: Planning, lang: sc.Language, names: Mapping[str, str]) -> Markup:
    """Who had whom over the years, the adopted plan included."""
    raise NotImplementedError
