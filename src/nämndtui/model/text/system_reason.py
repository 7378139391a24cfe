"""Why the computer or the database said no, in Swedish: the one place for such words."""

from __future__ import annotations

import errno

_SYSTEM_NAMES = {
    "ENOENT": "filen eller mappen finns inte",
    "EACCES": "du har inte rätt till den",
    "EPERM": "du har inte rätt till den",
    "ENOSPC": "disken är full",
    "EDQUOT": "ditt utrymme på disken är fullt",
    "EISDIR": "det är en mapp, inte en fil",
    "ENOTDIR": "en del av sökvägen är en fil, inte en mapp",
    "EROFS": "platsen är skrivskyddad",
    "EEXIST": "det finns redan något med det namnet",
    "ENOTEMPTY": "mappen är inte tom",
    "ENAMETOOLONG": "namnet är för långt",
    "ELOOP": "länkarna dit går i ring",
    "EBUSY": "den används av ett annat program",
    "ETXTBSY": "den används av ett annat program",
    "EXDEV": "den ligger på en annan disk",
    "EIO": "disken går inte att läsa eller skriva",
    "EMFILE": "för många filer är öppna",
}
_SYSTEM = {
    getattr(errno, name): words for name, words in _SYSTEM_NAMES.items() if hasattr(errno, name)
}
"""Not every platform has every code."""

_SHARING_VIOLATION = 32
"""What Windows answers when Word or another program holds the file."""

_DATABASE = (
    ("SQLITE_BUSY", "den är upptagen av ett annat program"),
    ("SQLITE_LOCKED", "den är upptagen av ett annat program"),
    ("SQLITE_FULL", "disken är full"),
    ("SQLITE_READONLY", "den är skrivskyddad"),
    ("SQLITE_CANTOPEN", "den kan inte öppnas"),
    ("SQLITE_NOTADB", "filen är ingen databas"),
    ("SQLITE_CORRUPT", "filen är skadad"),
    ("SQLITE_IOERR", "disken går inte att läsa eller skriva"),
    ("SQLITE_PERM", "du har inte rätt till den"),
    ("SQLITE_NOMEM", "minnet räcker inte"),
    ("SQLITE_TOOBIG", "en uppgift är för stor"),
)


def system_reason(error: OSError) -> str:
    """The reason of ``error`` without a full stop: ``disken är full``.

    What has no Swedish words here keeps the system's own.
    """
    if getattr(error, "winerror", None) == _SHARING_VIOLATION:
        return _SYSTEM_NAMES["EBUSY"]
    return _SYSTEM.get(error.errno or 0) or error.strerror or type(error).__name__


def database_reason(error: Exception) -> str:
    """The reason of a ``sqlite3.Error`` without a full stop: ``filen är skadad``."""
    name = str(getattr(error, "sqlite_errorname", None) or "")
    return next((words for kind, words in _DATABASE if name.startswith(kind)), "") or str(error)
