"""What the library draws for a page: reasons, certificates, reviews, and the rotation over the years."""

from __future__ import annotations

from markupsafe import Markup

import supervision_core as sc
from supervision_core import rendering
from supervision_core.rendering import Letterhead
from ward_app.judging import Case
from ward_app.planning import Planning, names_of


def style() -> str:
    """The style that the library's fragments need."""
    return rendering.stylesheet()


def assessment(case: Case, lang: sc.values.Language) -> Markup:
    """Somebody's grade: why, what is worth asking, and the evidence behind each fact."""
    return _fragment(rendering.to_html(case.assessment, facts=case.facts, lang=lang, fragment=True))


def certificate(infeasible: sc.Infeasible, planning: Planning, lang: sc.values.Language) -> Markup:
    """Why there can be no plan, and what would help."""
    names = names_of(planning, lang)
    return _fragment(rendering.to_html(infeasible, roster=planning.roster, names=names, lang=lang, fragment=True))


def plan(planning: Planning, lang: sc.values.Language) -> Markup:
    """The adopted plan."""
    assert planning.adopted is not None
    names = names_of(planning, lang)
    return _fragment(rendering.to_html(planning.adopted.value, roster=planning.roster, names=names, lang=lang, fragment=True))


def plan_paper(planning: Planning, lang: sc.values.Language) -> str:
    """The adopted plan as a page of its own."""
    assert planning.adopted is not None
    return rendering.to_html(planning.adopted.value, roster=planning.roster, names=names_of(planning, lang), lang=lang)


def rotation(planning: Planning, lang: sc.values.Language) -> Markup:
    """Who meets whom in the planned year, and as it would go on."""
    names = names_of(planning, lang)
    return _fragment(rendering.to_html(planning.outlook(), names=names, lang=lang, fragment=True))


def rotation_picture(planning: Planning, lang: sc.values.Language) -> str:
    """The same as one picture."""
    return rendering.to_svg(planning.outlook(), names=names_of(planning, lang), lang=lang)


def plan_word(planning: Planning, head: Letterhead | None, lang: sc.values.Language) -> bytes:
    """The adopted plan as a Word document, in its letterhead where there is one."""
    assert planning.adopted is not None
    names = names_of(planning, lang)
    return rendering.to_docx(planning.adopted.value, roster=planning.roster, names=names, letterhead=head, lang=lang)


def review(value: sc.Review, lang: sc.values.Language) -> Markup:
    """A review within a page."""
    return _fragment(rendering.to_html(value, lang=lang, fragment=True))


def review_page(value: sc.Review, head: Letterhead | None, lang: sc.values.Language) -> str:
    """A review as a page of its own."""
    return rendering.to_html(value, letterhead=head, lang=lang)


def review_word(value: sc.Review, head: Letterhead | None, lang: sc.values.Language) -> bytes:
    """A review as a Word document."""
    return rendering.to_docx(value, letterhead=head, lang=lang)


def _fragment(html: str) -> Markup:
    # The library escapes whatever it was given; its fragments are the only HTML that goes into a page as it is.
    return Markup(html)  # noqa: S704
