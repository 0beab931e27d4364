"""Files that are archives, made in memory; the one place that needs something like a file, which is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

__all__ = ["collected", "packed"]

#: The earliest day that an archive can name; every part bears it, so that equal input gives equal bytes.
_DAY = (1980, 1, 1, 0, 0, 0)


def packed(parts: Mapping[str, str]) -> bytes:
    """Texts by their names as one archive."""
    memory = BytesIO()
    with ZipFile(memory, "w") as archive:
        for name, text in parts.items():
            member = ZipInfo(name, _DAY)
            member.compress_type = ZIP_DEFLATED
            # Else the archive would say on which kind of machine it was made.
            member.create_system = 0
            archive.writestr(member, text.encode())
    return memory.getvalue()


def collected(write: Callable[[BytesIO], None]) -> bytes:
    """What is written into memory."""
    memory = BytesIO()
    write(memory)
    return memory.getvalue()
