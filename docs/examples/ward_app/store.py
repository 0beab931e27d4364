"""The database: every version of every document, so that nothing is ever overwritten.

A document belongs to a year, and is saved as the next version of what the writer has seen. Who has seen an older one than
there is gets ``Conflict``; the database itself forbids a second document with the same version. What was sent once is done
once. Reading and writing happen in transactions.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final, Generic, TypeAlias, TypeVar, final

import attrs

from ward_app.schema import prepare

_T = TypeVar("_T")
_ONE: Final = """
SELECT id, version, body, saved_at, saved_by FROM document
WHERE kind = ? AND year = ? AND id = ? AND version <= ? ORDER BY version DESC LIMIT 1
"""
_ALL: Final = """
SELECT id, version, body, saved_at, saved_by FROM document AS d
WHERE kind = ? AND year = ?
AND version = (SELECT max(version) FROM document AS o WHERE o.kind = d.kind AND o.year = d.year AND o.id = d.id) ORDER BY id
"""
_ABOUT: Final = _ALL.replace("year = ?", "year = ? AND subject = ?", 1)
_VERSIONS: Final = "SELECT subject, id, max(version) FROM document WHERE kind = ? AND year = ? GROUP BY subject, id ORDER BY id"
_VERSIONS_ABOUT: Final = _VERSIONS.replace("year = ?", "year = ? AND subject = ?", 1)
_SAVINGS: Final = """
SELECT kind, year, id, version, saved_at, saved_by FROM document ORDER BY rowid DESC LIMIT ? OFFSET ?
"""
_SAVINGS_OF: Final = _SAVINGS.replace("ORDER BY", "WHERE kind = ? AND year = ? ORDER BY", 1)
_EVERY: Final = """
SELECT id, version, body, saved_at, saved_by FROM document WHERE kind = ? AND year = ? AND id = ? ORDER BY version
"""
#: More than any document has.
_ANY_VERSION: Final = 2**62
#: How long a writer waits for another one, in seconds.
_PATIENCE: Final = 20.0
#: The columns above, as they come.
_Row: TypeAlias = tuple[str, int, str, str, str]


@final
@attrs.frozen(kw_only=True)
class Kind(Generic[_T]):
    """A kind of document: how its values become text, and come back."""

    name: str
    write: Callable[[_T], str]
    read: Callable[[str], _T]


@final
@attrs.frozen(kw_only=True)
class Stored(Generic[_T]):
    """A value with its version, and when and by whom it was saved."""

    id: str
    version: int
    value: _T
    saved_at: datetime
    saved_by: str


@final
@attrs.frozen(kw_only=True)
class Saving:
    """That a version was saved."""

    kind: str
    year: int
    id: str
    version: int
    saved_at: str
    saved_by: str


@final
class Conflict(Exception):
    """A newer version than the writer had seen is there; nothing was written."""

    def __init__(self, kind: str, id_: str, seen: int, newest: int, by: str = "") -> None:
        super().__init__(kind, id_, seen, newest, by)
        self.kind, self.id, self.seen, self.newest, self.by = kind, id_, seen, newest, by


@final
class SentBefore(Exception):
    """The same form was sent before, and what it asked for is done."""

    def __init__(self, leads_to: str) -> None:
        super().__init__(leads_to)
        self.leads_to = leads_to


def _stored(kind: Kind[_T], row: _Row) -> Stored[_T]:
    id_, version, body, saved_at, saved_by = row
    when = datetime.fromisoformat(saved_at)
    return Stored(id=id_, version=version, value=kind.read(body), saved_at=when, saved_by=saved_by)


class Reading:
    """What can be read within one transaction: one moment of the database, whatever others do meanwhile."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def read(self, kind: Kind[_T], year: int, id_: str = "", version: int | None = None) -> Stored[_T] | None:
        """A document, in its newest version or another, or None."""
        most = _ANY_VERSION if version is None else min(version, _ANY_VERSION)
        row = self._connection.execute(_ONE, (kind.name, year, id_, most)).fetchone()
        return None if row is None or version not in {None, row[1]} else _stored(kind, row)

    def read_versions(self, kind: Kind[_T], year: int, id_: str = "") -> tuple[Stored[_T], ...]:
        """Every version of a document, the first one first."""
        return tuple(_stored(kind, row) for row in self._connection.execute(_EVERY, (kind.name, year, id_)))

    def read_all(self, kind: Kind[_T], year: int, subject: str | None = None) -> tuple[Stored[_T], ...]:
        """The newest versions of all documents of a kind in a year, or of those about one person, by id."""
        query, about = (_ALL, ()) if subject is None else (_ABOUT, (subject,))
        return tuple(_stored(kind, row) for row in self._connection.execute(query, (kind.name, year, *about)))

    def newest(self, kind: str, year: int, subject: str | None = None) -> tuple[tuple[str, str, int], ...]:
        """Subject, id and newest version of each document of a kind in a year, or of one person's; the texts are not read."""
        query, about = (_VERSIONS, ()) if subject is None else (_VERSIONS_ABOUT, (subject,))
        return tuple(self._connection.execute(query, (kind, year, *about)))

    def count(self, kind: str, year: int) -> int:
        """How many documents of a kind a year has."""
        query = "SELECT count(DISTINCT id) FROM document WHERE kind = ? AND year = ?"
        return int(self._connection.execute(query, (kind, year)).fetchone()[0])

    def years_of(self, kind: str) -> tuple[int, ...]:
        """The years that have a document of a kind, rising."""
        rows = self._connection.execute("SELECT DISTINCT year FROM document WHERE kind = ? ORDER BY year", (kind,))
        return tuple(year for (year,) in rows)

    def savings(self, *, of: tuple[str, int] | None = None, most: int = -1, after: int = 0) -> tuple[Saving, ...]:
        """What was saved, the latest first: everything, or the versions of a year's documents of one kind."""
        query, about = (_SAVINGS, ()) if of is None else (_SAVINGS_OF, of)
        rows = self._connection.execute(query, (*about, most, after))
        names = [one.name for one in attrs.fields(Saving)]
        return tuple(Saving(**dict(zip(names, row, strict=True))) for row in rows)

    def proposal(self, id_: str, year: int) -> str | None:
        """What somebody proposed, or None."""
        row = self._connection.execute("SELECT body FROM proposal WHERE id = ? AND year = ?", (id_, year)).fetchone()
        return None if row is None else str(row[0])

    def secret(self, name: str) -> bytes:
        """A secret of this database, made when it was."""
        return bytes(self._connection.execute("SELECT value FROM secret WHERE name = ?", (name,)).fetchone()[0])


@final
class Writing(Reading):
    """What can be done within one writing transaction; there is one at a time."""

    def __init__(self, connection: sqlite3.Connection, now: datetime, by: str) -> None:
        super().__init__(connection)
        self._now, self._by = now.isoformat(timespec="seconds"), by

    def save(self, kind: Kind[_T], year: int, id_: str, value: _T, *, seen: int, subject: str = "") -> int:
        """Save the next version of what the writer has seen (0: nothing yet), and return it; raise ``Conflict`` otherwise."""
        query = "SELECT version, saved_by FROM document WHERE kind = ? AND year = ? AND id = ? ORDER BY version DESC LIMIT 1"
        newest, by = self._connection.execute(query, (kind.name, year, id_)).fetchone() or (0, "")
        if newest != seen:
            raise Conflict(kind.name, id_, seen, newest, by)
        row = (kind.name, year, id_, newest + 1, subject, kind.write(value), self._now, self._by)
        self._connection.execute("INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        return int(newest) + 1

    def propose(self, id_: str, year: int, body: str) -> None:
        """Keep what is proposed until it is confirmed; proposals of earlier days that nobody confirmed are dropped."""
        self._connection.execute("DELETE FROM proposal WHERE substr(made_at, 1, 10) < ?", (self._now[:10],))
        self._connection.execute("INSERT INTO proposal VALUES (?, ?, ?, ?)", (id_, year, body, self._now))

    def once(self, token: str, leads_to: str) -> None:
        """Note that a form is being done; raise ``SentBefore`` where it was."""
        row = self._connection.execute("SELECT leads_to FROM sent WHERE once = ?", (token,)).fetchone()
        if row is not None:
            raise SentBefore(row[0])
        self._connection.execute("INSERT INTO sent VALUES (?, ?)", (token, leads_to))


@final
class Store:
    """A database file. Each use opens a connection of its own, so threads and processes may share the file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._open() as connection:
            prepare(connection)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)) as connection:
            # Readers never wait for a writer, and what was saved is on the disk before anybody is told so.
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """One moment of the database."""
        with self._open() as connection:
            connection.execute("BEGIN")
            yield Reading(connection)

    @contextmanager
    def writing(self, now: datetime, by: str = "") -> Iterator[Writing]:
        """A writing transaction: everything in it is saved, or nothing."""
        with self._open() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield Writing(connection, now, by)
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")
