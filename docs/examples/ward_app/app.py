"""The application: one function makes it, with its database and its clock."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware

from ward_app import drawings, feedback_pages, official_pages, sheet_pages, upload_pages, year_pages
from ward_app.refusals import Forbidden, NotFound
from ward_app.site import HERE, LANGUAGE_COOKIE, Site, visit_of
from ward_app.store import Store
from ward_app.texts import LANGUAGES

#: Việt Nam keeps one time all year round.
VIET_NAM: Final = timezone(timedelta(hours=7))
OUR_HOSTS: Final = ("127.0.0.1", "localhost", "testserver")
_HEADERS: Final = {
    # No script at all, nothing from elsewhere, no page of ours within somebody else's.
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
_YEAR_AND_A_HALF: Final = 60 * 60 * 24 * 550


def now_in_viet_nam() -> datetime:
    """The moment, in Việt Nam."""
    return datetime.now(VIET_NAM)


def create_app(database: Path, *, clock: Callable[[], datetime] = now_in_viet_nam, hosts: Iterable[str] = OUR_HOSTS) -> FastAPI:
    """The application on a database file, which is made where there is none."""
    app = FastAPI(title="ward_app", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.site = Site(store=Store(database), clock=clock)
    app.mount("/static", StaticFiles(directory=HERE / "static"))
    app.add_api_route("/", _start, include_in_schema=False)
    app.add_api_route("/rendered.css", _style, include_in_schema=False)
    app.add_api_route("/language/{lang}", _language, include_in_schema=False)
    for pages in (upload_pages, official_pages, sheet_pages, feedback_pages, year_pages):
        app.include_router(pages.router)
    app.add_exception_handler(Forbidden, _forbidden)
    for missing in (NotFound, RequestValidationError, HTTPException):
        app.add_exception_handler(missing, _not_found)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    app.middleware("http")(_with_headers)
    return app


def _start(request: Request) -> Response:
    return RedirectResponse(f"/{request.app.state.site.today().year}")


def _style() -> Response:
    return Response(drawings.style(), media_type="text/css", headers={"Cache-Control": "max-age=3600"})


def _language(lang: str, back: str = "/") -> Response:
    """Choose a language and go back, to a page of ours and nowhere else."""
    ours = back.startswith("/") and not back.startswith("//") and "\\" not in back
    response = RedirectResponse(back if ours else "/", status_code=303)
    if lang in LANGUAGES:
        response.set_cookie(LANGUAGE_COOKIE, lang, max_age=_YEAR_AND_A_HALF, httponly=True, samesite="lax")
    return response


async def _with_headers(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    response = await call_next(request)
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def _message(request: Request, what: str, status: int) -> Response:
    visit = visit_of(request, request.app.state.site.today().year)
    return visit.page("message.html", status=status, what=what)


async def _forbidden(request: Request, _: Exception) -> Response:
    return _message(request, "forbidden", 403)


async def _not_found(request: Request, _: Exception) -> Response:
    return _message(request, "not_found", 404)
