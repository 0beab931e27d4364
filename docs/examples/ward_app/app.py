"""The application: one function makes it, with its database, its clock and the names by which it may be called."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Final
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

import supervision_core as sc
from ward_app import feedback_pages, list_pages, official_pages, plan_pages, report_pages, sheet_pages, start_pages, unit_pages
from ward_app.refusals import Forbidden, NameNeeded, NotFound
from ward_app.site import HERE, Site
from ward_app.start_pages import this_year
from ward_app.store import SentBefore, Store

#: Việt Nam keeps one time all year round.
VIET_NAM: Final = timezone(timedelta(hours=7))
OUR_HOSTS: Final = ("127.0.0.1", "localhost", "[::1]", "testserver")
_PAGES: Final = (start_pages, list_pages, official_pages, sheet_pages, feedback_pages, plan_pages, report_pages, unit_pages)
_HEADERS: Final = {
    # No script at all, nothing from elsewhere, no page of ours within somebody else's.
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
#: What is said for a status that the framework gives by itself.
_SAID: Final = {400: "forbidden", 403: "forbidden", 405: "forbidden", 413: "forbidden"}


def now_in_viet_nam() -> datetime:
    """The moment, in Việt Nam."""
    return datetime.now(VIET_NAM)


def create_app(database: Path, *, clock: Callable[[], datetime] = now_in_viet_nam, hosts: Iterable[str] = OUR_HOSTS) -> FastAPI:
    """The application on a database file, which is made where there is none and brought up to date where it is older."""
    app = FastAPI(title="ward_app", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.site, app.state.hosts = Site(store=Store(database), clock=clock), frozenset(host.lower() for host in hosts)
    app.mount("/static", StaticFiles(directory=HERE / "static"))
    for pages in _PAGES:
        app.include_router(pages.router)
    app.add_exception_handler(NameNeeded, _ask_name)
    app.add_exception_handler(SentBefore, _done_before)
    app.add_exception_handler(Forbidden, _says("forbidden", 403))
    for missing in (NotFound, RequestValidationError):
        app.add_exception_handler(missing, _says("not_found", 404))
    app.add_exception_handler(HTTPException, _framework)
    app.add_exception_handler(sc.SupervisionError, _says("not_accepted", 422))
    app.add_exception_handler(sqlite3.OperationalError, _says("busy", 503))
    app.add_exception_handler(Exception, _says("broken", 500))
    app.middleware("http")(_guarded)
    return app


async def _guarded(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    """Serve nobody who calls us by a name that is not ours: a page elsewhere could have led its visitors here."""
    known = _host_of(request) in request.app.state.hosts
    response = await call_next(request) if known else _message(request, "not_our_name", 400)
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def _host_of(request: Request) -> str:
    name = request.headers.get("host", "").lower()
    return name if name.endswith("]") else name.rpartition(":")[0] or name


def _message(request: Request, what: str, status: int) -> Response:
    return this_year(request).page("message.html", status=status, what=what)


def _says(what: str, status: int) -> Callable[[Request, Exception], Response]:
    """What is said of a kind of error, in the visitor's language."""

    def say(request: Request, _: Exception) -> Response:
        response = _message(request, what, status)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return say


def _framework(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return _message(request, _SAID.get(error.status_code, "not_found"), error.status_code)


def _ask_name(request: Request, _: Exception) -> Response:
    """On to the name; what was about to be sent is not: its page is opened again afterwards."""
    path = quote(request.scope["path"]) if request.method == "GET" else "/"
    return RedirectResponse(f"/name?back={quote(path, safe='')}", status_code=303)


def _done_before(_: Request, error: Exception) -> Response:
    """The same form once more: on to where it led the first time."""
    assert isinstance(error, SentBefore)
    return RedirectResponse(error.leads_to, status_code=303)
