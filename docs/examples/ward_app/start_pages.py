"""The first page, and what each visitor chooses for himself or herself: a name, a language."""

from __future__ import annotations

from typing import Annotated, Final
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from ward_app import drawings
from ward_app.forms import read_name
from ward_app.site import LANGUAGE_COOKIE, NAME_COOKIE, Posted, Visit, posted_form, visit_of
from ward_app.texts import LANGUAGES

router = APIRouter(default_response_class=HTMLResponse)
_YEAR_AND_A_HALF: Final = 60 * 60 * 24 * 550


@router.get("/")
def start(request: Request) -> Response:
    """This year."""
    return RedirectResponse(f"/{request.app.state.site.today().year}")


@router.get("/rendered.css")
def style() -> Response:
    """What the library's fragments look like."""
    return Response(drawings.style(), media_type="text/css", headers={"Cache-Control": "max-age=3600"})


@router.get("/language/{lang}")
def language(lang: str, back: str = "/") -> Response:
    """Choose a language and go back, to a page of ours and nowhere else."""
    response = RedirectResponse(ours(back), status_code=303)
    if lang in LANGUAGES:
        response.set_cookie(LANGUAGE_COOKIE, lang, max_age=_YEAR_AND_A_HALF, httponly=True, samesite="lax")
    return response


def this_year(request: Request) -> Visit:
    """A visit to a page of no year."""
    return visit_of(request, request.app.state.site.today().year)


@router.get("/name")
def name(visit: Annotated[Visit, Depends(this_year)], back: str = "/") -> HTMLResponse:
    """Who is there? There is no password: the name is what the log says, and nothing else."""
    return visit.page("name.html", then=ours(back), entered=visit.who, errors={})


@router.post("/name")
def give_name(visit: Annotated[Visit, Depends(this_year)], posted: Annotated[Posted, Depends(posted_form)]) -> Response:
    """Keep the name in this browser."""
    then, given = ours(posted.texts.get("then", "/")), posted.texts.get("name", "")
    found = read_name(given)
    if not found:
        return visit.page("name.html", status=422, then=then, entered=given, errors={"name": "fault_name"})
    response = RedirectResponse(then, status_code=303)
    response.set_cookie(NAME_COOKIE, quote(found), max_age=_YEAR_AND_A_HALF, httponly=True, samesite="lax")
    return response


def ours(path: str) -> str:
    """A path of ours; anything else leads to the first page."""
    is_ours = path.startswith("/") and not path.startswith("//") and "\\" not in path and path.isprintable()
    return path if is_ours else "/"
