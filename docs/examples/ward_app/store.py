"""The database: every version of every document, so that nothing is ever overwritten.

A document is saved as the next version of what the writer has seen. Who has seen an older one than there is gets ``Conflict``,
and the database itself forbids a second document with the same version. Reading and writing happen in transactions.
"""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final, Generic, TypeVar, final

import attrs

from ward_app.documents import from_text, to_text

_T = TypeVar("_T")
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS document (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    body TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (kind, id, version)
) STRICT;
CREATE TABLE IF NOT EXISTS secret (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
"""
_NEWEST: Final = (
    "SELECT id, version, body, saved_at FROM document AS d WHERE kind = ? "
    "AND version = (SELECT max(version) FROM document WHERE kind = d.kind AND id = d.id)"
)
#: How long a writer waits for another one, in seconds.
_PATIENCE: Final = 20.0


@final
@attrs.frozen(kw_only=True)
class Kind(Generic[_T]):
    """A kind of document and the class of its values."""

    name: str
    cls: type[_T]


@final
@attrs.frozen(kw_only=True)
class Stored(Generic[_T]):
    """A value with its version, and when it was saved."""

    id: str
    version: int
    value: _T
    saved_at: datetime


@final
class Conflict(Exception):
    """Somebody else saved a newer version than the writer had seen; nothing was written."""

    def __init__(self, kind: str, id_: str, seen: int, newest: int) -> None:
        super().__init__(kind, id_, seen, newest)
        self.kind, self.id, self.seen, self.newest = kind, id_, seen, newest


def _stored(kind: Kind[_T], row: tuple[str, int, str, str]) -> Stored[_T]:
    id_, version, body, saved_at = row
    return Stored(id=id_, version=version, value=from_text(body, kind.cls), saved_at=datetime.fromisoformat(saved_at))


class Reading:
    """What can be read within one transaction: one moment of the database, whatever others do meanwhile."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def read(self, kind: Kind[_T], id_: str) -> Stored[_T] | None:
        """The newest version of a document, or None."""
        row = self._connection.execute(f"{_NEWEST} AND id = ?", (kind.name, id_)).fetchone()
        return None if row is None else _stored(kind, row)

    def read_all(self, kind: Kind[_T], prefix: str = "") -> tuple[Stored[_T], ...]:
        """The newest versions of all documents of a kind whose ids begin like this, by id."""
        rows = self._connection.execute(f"{_NEWEST} AND substr(id, 1, ?) = ? ORDER BY id", (kind.name, len(prefix), prefix))
        return tuple(_stored(kind, row) for row in rows)

    def versions(self) -> tuple[tuple[str, str, int, str], ...]:
        """Every version of every document, the latest first: kind, id, version, when it was saved."""
        rows = self._connection.execute("SELECT kind, id, version, saved_at FROM document ORDER BY saved_at DESC, rowid DESC")
        return tuple((str(kind), str(id_), int(version), str(saved_at)) for kind, id_, version, saved_at in rows)

    def secret(self, name: str) -> bytes:
        """A secret of this database, made when it was."""
        return bytes(self._connection.execute("SELECT value FROM secret WHERE name = ?", (name,)).fetchone()[0])


@final
class Writing(Reading):
    """What can be done within one writing transaction; there is one at a time."""

    def __init__(self, connection: sqlite3.Connection, now: datetime) -> None:
        super().__init__(connection)
        self._now = now

    def save(self, kind: Kind[_T], id_: str, value: _T, *, seen: int) -> int:
        """Save the next version of what the writer has seen (0: nothing yet), and return it; raise ``Conflict`` otherwise."""
        (newest,) = self._connection.execute(
            "SELECT coalesce(max(version), 0) FROM document WHERE kind = ? AND id = ?", (kind.name, id_)
        ).fetchone()
        if newest != seen:
            raise Conflict(kind.name, id_, seen, newest)
        self._connection.execute(
            "INSERT INTO document (kind, id, version, body, saved_at) VALUES (?, ?, ?, ?, ?)",
            (kind.name, id_, newest + 1, to_text(value), self._now.isoformat(timespec="seconds")),
        )
        return int(newest) + 1


@final
class Store:
    """A database file. Each use opens a connection of its own, so threads and processes may share the file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._open() as connection:
            connection.executescript(_SCHEMA)
            connection.execute("INSERT OR IGNORE INTO secret VALUES ('reporters', ?)", (secrets.token_bytes(32),))

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        connection = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)
        try:
            # Readers never wait for a writer, and what was saved is on the disk before anybody is told so.
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            yield connection
        finally:
            connection.close()

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """One moment of the database."""
        with self._open() as connection:
            connection.execute("BEGIN")
            yield Reading(connection)

    @contextmanager
    def writing(self, now: datetime) -> Iterator[Writing]:
        """A writing transaction: everything in it is saved, or nothing."""
        with self._open() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield Writing(connection, now)
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")
