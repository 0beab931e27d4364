"""What all pages share: the store, the clock, the templates, and what a visitor brings along."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path as FilePath
from typing import Annotated, Final, final
from urllib.parse import quote, unquote

import attrs
from fastapi import Depends, Path, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.datastructures import UploadFile

from supervision_core.values import Language
from supervision_core.values.labels import day_text
from ward_app.forms import FORM_COOKIE, is_ours, read_name
from ward_app.judging import Judged
from ward_app.lists import LARGEST_FILE
from ward_app.refusals import Forbidden, NameNeeded
from ward_app.store import Conflict, Store, Writing
from ward_app.texts import LANGUAGES, speaker

HERE: Final = FilePath(__file__).parent
LANGUAGE_COOKIE: Final = "lang"
NAME_COOKIE: Final = "ward_name"
MENU: Final = (
    ("overview", ""),
    ("list", "/list"),
    ("officials", "/officials"),
    ("plan", "/plan"),
    ("report", "/report"),
    ("log", "/log"),
)
_MOST_FIELDS: Final = 80
_TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{8,64}")
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
    judged: Judged = attrs.field(factory=Judged)
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
    #: Who is there, by the name given at the start; the log says it.
    who: str
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
            who=self.who,
            token=self.token,
            once=secrets.token_urlsafe(12),
            day=self.day,
            moment=self.moment,
            **values,
        )
        response = HTMLResponse(text, status_code=status)
        if not self.has_token:
            response.set_cookie(FORM_COOKIE, self.token, httponly=True, samesite="lax")
        return response

    @contextmanager
    def saving(self, posted: Posted, leads_to: str) -> Iterator[Writing]:
        """A writing transaction in this visitor's name, done once however often the form is sent."""
        with self.site.store.writing(self.site.now(), self.who) as writing:
            writing.once(posted.once, leads_to)
            yield writing

    def conflict(
        self, conflict: Conflict, here: str, again: str, rows: Iterable[tuple[str, object, object]] = ()
    ) -> HTMLResponse:
        """A newer version is there: who saved it, what is stored beside what this visitor entered, and the way to it."""
        by_me = conflict.by == self.who
        return self.page("conflict.html", here, status=409, rows=tuple(rows), again=again, by=conflict.by, by_me=by_me)

    def url(self, *parts: str, saved: bool = False) -> str:
        """An address of this year."""
        path = "/".join((f"/{self.year}", *(quote(part, safe="") for part in parts)))
        return f"{path}?saved=1" if saved else path

    def official_url(self, official: str) -> str:
        """Where to go once something about an official is saved."""
        return self.url("official", official, saved=True)

    def day(self, day: date) -> str:
        """A day as people of the visitor's language write it."""
        return day_text(day, self.lang)

    def moment(self, saved_at: str) -> str:
        """A stored moment as people write it."""
        moment = datetime.fromisoformat(saved_at)
        return f"{moment:%H:%M} {self.day(moment.date())}"


def language_of(request: Request) -> Language:
    """The language that a visitor chose; Vietnamese first."""
    return "en" if request.cookies.get(LANGUAGE_COOKIE) == "en" else "vi"


def visit_of(request: Request, year: int) -> Visit:
    """What a request brings along."""
    site: Site = request.app.state.site
    token = request.cookies.get(FORM_COOKIE)
    return Visit(
        site=site,
        year=year,
        lang=language_of(request),
        who=read_name(unquote(request.cookies.get(NAME_COOKIE, ""))),
        token=token or secrets.token_urlsafe(24),
        has_token=token is not None,
        back=quote(request.scope["path"]),
    )


def _visit(request: Request, year: Annotated[int, Path(ge=1990, le=2100)]) -> Visit:
    visit = visit_of(request, year)
    if not visit.who:
        raise NameNeeded
    return visit


@final
@attrs.frozen(kw_only=True)
class Posted:
    """A form that is ours: its texts, and its file if it has one."""

    texts: Mapping[str, str]
    #: What tells this sending from every other one.
    once: str
    #: What the file holds, cut off where it is larger than any that is read.
    content: bytes


async def posted_form(request: Request) -> Posted:
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
    once = texts.get("once", "")
    if not _TOKEN.fullmatch(once):
        raise Forbidden
    return Posted(texts=texts, once=once, content=content)


#: A visit to a page of a year.
Visiting = Annotated[Visit, Depends(_visit)]
#: A form that came from one of our pages.
Form = Annotated[Posted, Depends(posted_form)]
