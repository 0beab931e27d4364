"""What all pages share: the store, the clock, the templates, and what a visitor brings along."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path as FilePath
from typing import Annotated, Final, final
from urllib.parse import quote

import attrs
from fastapi import Depends, Path, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.datastructures import UploadFile

from supervision_core.values import Language
from supervision_core.values.labels import day_text
from ward_app.forms import FORM_COOKIE, is_ours
from ward_app.refusals import Forbidden
from ward_app.store import Store
from ward_app.texts import LANGUAGES, speaker
from ward_app.workbook import LARGEST_FILE

HERE: Final = FilePath(__file__).parent
LANGUAGE_COOKIE: Final = "lang"
MENU: Final = (
    ("overview", ""),
    ("upload", "/upload"),
    ("officials", "/officials"),
    ("plan", "/plan"),
    ("report", "/report"),
    ("log", "/log"),
)
_MOST_FIELDS: Final = 60
_LARGEST_FORM: Final = 4 * LARGEST_FILE


def _templates() -> Environment:
    # Everything is escaped, and a template that asks for something that is not there fails instead of leaving a gap.
    made = Environment(loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined)
    made.filters["segment"] = lambda text: quote(str(text), safe="")
    made.trim_blocks = made.lstrip_blocks = True
    return made


@final
@attrs.frozen(kw_only=True)
class Site:
    """One running application."""

    store: Store
    clock: Callable[[], datetime]
    templates: Environment = attrs.field(factory=_templates)

    def now(self) -> datetime:
        """The moment, as the application's clock says."""
        return self.clock()

    def today(self) -> date:
        """The day, as the application's clock says."""
        return self.clock().date()


@final
@attrs.frozen(kw_only=True)
class Visit:
    """One request: the year it is about, the language, and the token that its forms carry."""

    site: Site
    year: int
    lang: Language
    token: str
    has_token: bool
    back: str

    def page(self, template: str, here: str = "", *, status: int = 200, **values: object) -> HTMLResponse:
        """A page in the visitor's language."""
        text = self.site.templates.get_template(template).render(
            t=speaker(self.lang),
            lang=self.lang,
            other_lang=next(lang for lang in LANGUAGES if lang != self.lang),
            year=self.year,
            menu=MENU,
            here=here,
            back=self.back,
            token=self.token,
            day=self.day,
            moment=self.moment,
            **values,
        )
        response = HTMLResponse(text, status_code=status)
        if not self.has_token:
            response.set_cookie(FORM_COOKIE, self.token, httponly=True, samesite="lax")
        return response

    def conflict(self, here: str, again: str, rows: Iterable[tuple[str, object, object]] = ()) -> HTMLResponse:
        """Somebody else saved first: what is stored beside what this visitor entered, and the way to the newest version."""
        return self.page("conflict.html", here, status=409, rows=tuple(rows), again=again)

    def to_official(self, official: str) -> Response:
        """On to an official's page, once something is saved."""
        return RedirectResponse(f"/{self.year}/official/{quote(official, safe='')}?saved=1", status_code=303)

    def day(self, day: date) -> str:
        """A day as people of the visitor's language write it."""
        return day_text(day, self.lang)

    def moment(self, saved_at: str) -> str:
        """A stored moment as people write it."""
        moment = datetime.fromisoformat(saved_at)
        return f"{moment:%H:%M} {self.day(moment.date())}"


def visit_of(request: Request, year: int) -> Visit:
    """What a request brings along."""
    site: Site = request.app.state.site
    token = request.cookies.get(FORM_COOKIE)
    return Visit(
        site=site,
        year=year,
        lang="en" if request.cookies.get(LANGUAGE_COOKIE) == "en" else "vi",
        token=token or secrets.token_urlsafe(24),
        has_token=token is not None,
        back=quote(request.scope["path"]),
    )


def _visit(request: Request, year: Annotated[int, Path(ge=1990, le=2100)]) -> Visit:
    return visit_of(request, year)


@final
@attrs.frozen(kw_only=True)
class Posted:
    """A form that is ours: its texts, and its file if it has one."""

    texts: Mapping[str, str]
    #: What the file holds, cut off where it is larger than any that is read.
    content: bytes


async def _posted(request: Request) -> Posted:
    length = request.headers.get("content-length", "")
    if not length.isdecimal() or int(length) > _LARGEST_FORM:
        raise Forbidden
    async with request.form(max_files=1, max_fields=_MOST_FIELDS) as form:
        texts = {name: value for name, value in form.items() if isinstance(value, str)}
        file = form.get("file")
        content = await file.read(LARGEST_FILE + 1) if isinstance(file, UploadFile) else b""
    cookie, headers = request.cookies.get(FORM_COOKIE, ""), request.headers
    if not is_ours(texts.get("form_token", ""), cookie, headers.get("origin"), headers.get("host", "")):
        raise Forbidden
    return Posted(texts=texts, content=content)


#: A visit to a page of a year.
Visiting = Annotated[Visit, Depends(_visit)]
#: A form that came from one of our pages.
Form = Annotated[Posted, Depends(_posted)]
