"""The tables of the database, and how a file of version 1.0.0 becomes one of today: in one transaction, or not at all."""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from typing import Final, TypeAlias, final

import supervision_core as sc
from ward_app.documents import from_text, to_text

#: What a database of today says it is; one of 1.0.0 says nothing.
VERSION: Final = 2
_TABLES: Final = (
    """
    CREATE TABLE document (
        kind TEXT NOT NULL,
        year INTEGER NOT NULL,
        id TEXT NOT NULL,
        version INTEGER NOT NULL CHECK (version > 0),
        subject TEXT NOT NULL,
        body TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        saved_by TEXT NOT NULL,
        PRIMARY KEY (kind, year, id, version)
    ) STRICT
    """,
    "CREATE INDEX about ON document (kind, year, subject)",
    # What was sent once is not done twice.
    "CREATE TABLE sent (once TEXT PRIMARY KEY, leads_to TEXT NOT NULL) STRICT",
    # Lists that somebody is looking at before they replace another.
    "CREATE TABLE proposal (id TEXT PRIMARY KEY, year INTEGER NOT NULL, body TEXT NOT NULL, made_at TEXT NOT NULL) STRICT",
)
_SECRETS: Final = "CREATE TABLE IF NOT EXISTS secret (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT"

#: A row of the first version: kind, id, version, body, when it was saved.
_Old: TypeAlias = tuple[str, str, int, str, str]
#: A row of today: kind, year, id, version, subject, body, when and by whom it was saved.
_Row: TypeAlias = tuple[str, int, str, int, str, str, str, str]


@final
class NewerDatabase(Exception):
    """The file was written by a later version of the application, which alone can read it."""


def prepare(connection: sqlite3.Connection) -> None:
    """Make the tables where there are none, and bring older ones up to date."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        _prepare(connection)
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _prepare(connection: sqlite3.Connection) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        raise NewerDatabase(version)
    if version == VERSION:
        return
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "document" in tables:
        connection.execute("ALTER TABLE document RENAME TO document_of_1_0_0")
    for table in (*_TABLES, _SECRETS):
        connection.execute(table)
    connection.execute("INSERT OR IGNORE INTO secret VALUES ('reporters', ?)", (secrets.token_bytes(32),))
    if "document" in tables:
        old = connection.execute("SELECT kind, id, version, body, saved_at FROM document_of_1_0_0 ORDER BY rowid").fetchall()
        connection.executemany("INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _brought_over(old))
        connection.execute("DROP TABLE document_of_1_0_0")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _brought_over(old: list[_Old]) -> Iterator[_Row]:
    """Every version of every document; the one list of all years becomes the list of each year, as it stood in it."""
    years = set()
    for kind, id_, version, body, saved_at in old:
        if kind not in {"roster", "history"}:
            row = _of_its_year(kind, id_, version, body, saved_at)
            years.add(row[1])
            yield row
    years |= {_year_of(saved_at) for kind, _, _, _, saved_at in old if kind == "roster"}
    for kind in ("roster", "history"):
        rows = [row for row in old if row[0] == kind]
        for year in sorted(years) if rows else ():
            yield from _lists_of(year, rows, [row for row in old if row[0] == "plan"])


def _of_its_year(kind: str, id_: str, version: int, body: str, saved_at: str) -> _Row:
    if kind == "feedback":
        feedback = json.loads(body)
        wrapped = {"schema": "ward_app/feedback/1", "feedback": feedback, "text": "", "withdrawn_on": None, "withdrawn_why": ""}
        received = int(feedback["received_on"][:4])
        return kind, received, id_, version, feedback["subject_id"], json.dumps(wrapped, ensure_ascii=False), saved_at, ""
    year, _, rest = id_.partition("/")
    subject = rest.partition("/")[2] if kind == "sheet" else rest
    return kind, int(year), rest, version, subject, body, saved_at, ""


def _lists_of(year: int, rows: list[_Old], plans: list[_Old]) -> Iterator[_Row]:
    """The versions that were saved up to the end of a year, or the first one; histories as the year's plan saw them."""
    saved = [row for row in rows if _year_of(row[4]) <= year] or rows[:1]
    for version, (kind, _, _, body, saved_at) in enumerate(saved, start=1):
        yield kind, year, "", version, "", body if kind == "roster" else _past(body, year, plans), saved_at, ""


def _past(body: str, year: int, plans: list[_Old]) -> str:
    """What was known before a year: what was uploaded, and the newest plans of the years of which nothing was."""
    history = from_text(body, sc.History).before(year)
    newest = {row[1]: row for row in plans}
    for plan in (from_text(row[3], sc.Plan) for _, row in sorted(newest.items())):
        if plan.year < year and plan.year not in history.years:
            history = history.with_plan(plan)
    return to_text(history)


def _year_of(saved_at: str) -> int:
    return datetime.fromisoformat(saved_at).year
