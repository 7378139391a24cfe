"""Where a package's bytes come from: one file, a folder, or a zip of a folder.

Whoever made the package may be a stranger, so nothing outside it is ever read and nothing is
unpacked to disk.
"""

from __future__ import annotations

import stat
from pathlib import Path, PurePosixPath
from typing import Protocol
from unicodedata import normalize
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as zlib_error

from nämndtui.exchange.package.error import PackageError
from nämndtui.model.text.clean_text import has_lone_surrogate, visible_controls
from nämndtui.model.text.system_reason import system_reason

MAIN_FILE = "paket.json"
_BROKEN = (BadZipFile, zlib_error, EOFError, NotImplementedError, OSError, ValueError)
"""What ``zipfile`` raises for damaged archives."""

MAX_FILES = 20_000
MAX_FILE_BYTES = 200_000_000
MAX_TOTAL_BYTES = 1_000_000_000


class PackageSource(Protocol):
    """Gives the bytes of the package's files."""

    main: str

    def read(self, path: str) -> bytes:
        """The file at ``path`` relative to the package. Raises PackageError."""
        ...

    def close(self) -> None:
        """Lets go of open files."""
        ...


def open_source(path: Path) -> PackageSource:
    """The package at ``path``: a folder, a ``.zip``, its ``paket.json`` or a single JSON file.

    Raises PackageError when there is none or it is not safe to read.
    """
    if path.is_dir():
        return _Folder(path)
    if not path.is_file():
        raise PackageError([f"{path} finns inte. Ange en fil, en mapp eller en zipfil."])
    if path.suffix.lower() == ".zip" or _begins_as_zip(path):
        return _Zip(path)
    return _Folder(path.parent) if path.name == MAIN_FILE else _Single(path)


def _begins_as_zip(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(4) == b"PK\x03\x04"
    except OSError:
        return False  # said when the file itself is read


def shown_path(path: str) -> str:
    """A path from a package, short enough for a message."""
    return visible_controls(path) if len(path) <= 80 else f"{visible_controls(path[:79])}…"


def _parts(path: str) -> list[str]:
    """The path's parts in NFC. Raises PackageError for a path that could lead out."""
    parts = normalize("NFC", path).split("/")
    drive = len(parts[0]) == 2 and parts[0][1] == ":"
    unsafe = "\\" in path or "\0" in path or has_lone_surrogate(path)
    if drive or unsafe or any(p in ("", ".", "..") for p in parts):
        raise PackageError(
            [
                f"Sökvägen ”{shown_path(path)}” godtas inte. Skriv den från paketets mapp, "
                "till exempel skrivelser/budget.md, utan .. och utan inledande snedstreck."
            ]
        )
    return parts


def _check_size(size: int, limit: int, name: str) -> None:
    if size > limit:
        raise PackageError([f"{name} är större än {limit // 1_000_000} MB och läses inte."])


def _read_file(path: Path, limit: int, name: str) -> bytes:
    try:
        _check_size(path.stat().st_size, limit, name)
        return path.read_bytes()
    except OSError as error:
        raise PackageError([f"{name} går inte att läsa ({system_reason(error)})."]) from error


class _Single:
    """One JSON file with everything in it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.main = path.name

    def read(self, path: str) -> bytes:
        if path != self.main:
            raise _no_neighbours(path)
        return _read_file(self._path, MAX_TOTAL_BYTES, self.main)

    def close(self) -> None:
        """Nothing is held open."""


class TextSource:
    """A single-file package held in memory."""

    main = "paketet"

    def __init__(self, text: str) -> None:
        self._text = text

    def read(self, path: str) -> bytes:
        """The text; there are no other files. Raises PackageError."""
        if path != self.main:
            raise _no_neighbours(path)
        return self._text.encode("utf-8", "replace")

    def close(self) -> None:
        """Nothing is held open."""


def _no_neighbours(path: str) -> PackageError:
    return PackageError(
        [
            f"Paketet hänvisar till filen ”{shown_path(path)}”. Det går bara i en paketmapp, "
            f"där huvudfilen heter {MAIN_FILE}."
        ]
    )


class _Folder:
    """A folder with ``paket.json`` and the files it names."""

    def __init__(self, root: Path) -> None:
        self.main = MAIN_FILE
        self._root = root.resolve()
        if not (root / MAIN_FILE).is_file():
            raise PackageError([f"Mappen {root} har ingen {MAIN_FILE}."])

    def read(self, path: str) -> bytes:
        place = self._root
        for part in _parts(path):
            place = self._child(place, part)
        found = place.resolve()
        if not found.is_relative_to(self._root):
            raise PackageError([f"{path} är en länk ut ur paketets mapp och läses inte."])
        if not found.is_file():
            raise PackageError([f"Filen {path} finns inte i paketets mapp."])
        return _read_file(found, MAX_FILE_BYTES, path)

    def close(self) -> None:
        """Nothing is held open."""

    def _child(self, folder: Path, name: str) -> Path:
        """``name`` in ``folder``, also where the disk spells å with two characters."""
        exact = folder / name
        if exact.exists() or name.isascii() or not folder.resolve().is_relative_to(self._root):
            return exact
        spelled = (p for p in folder.iterdir() if normalize("NFC", p.name) == name)
        return next(spelled, exact) if folder.is_dir() else exact


class _Zip:
    """A zip of a package folder, with ``paket.json`` at the top or in its only folder."""

    def __init__(self, path: Path) -> None:
        try:
            self._zip = ZipFile(path)
        except _BROKEN as error:
            raise PackageError([f"{path.name} är ingen hel zipfil. Packa om den."]) from error
        try:
            self._members = _members(self._zip)
            self.main = MAIN_FILE
            self._prefix = _prefix(self._members)
        except PackageError:
            self._zip.close()
            raise

    def read(self, path: str) -> bytes:
        member = self._members.get(self._prefix + "/".join(_parts(path)))
        if member is None:
            raise PackageError([f"Filen {path} finns inte i zipfilen."])
        _check_size(member.file_size, MAX_FILE_BYTES, path)
        try:
            return self._zip.read(member)
        except _BROKEN as error:
            raise PackageError([f"{path} är skadad i zipfilen. Packa om den."]) from error

    def close(self) -> None:
        self._zip.close()


def _members(archive: ZipFile) -> dict[str, ZipInfo]:
    """The archive's files by name. Raises PackageError for anything unsafe, whether used or not."""
    infos = [info for info in archive.infolist() if not info.filename.endswith("/")]
    if len(infos) > MAX_FILES:
        raise PackageError([f"Zipfilen har {len(infos)} filer; högst {MAX_FILES} läses."])
    _check_size(sum(info.file_size for info in infos), MAX_TOTAL_BYTES, "Zipfilen uppackad")
    members: dict[str, ZipInfo] = {}
    for info in infos:
        name = "/".join(_parts(_name(info)))
        if stat.S_ISLNK(info.external_attr >> 16):
            raise PackageError([f"Zipfilen innehåller en länk, {name}. Packa om den utan länkar."])
        if info.flag_bits & 0x1 or info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise PackageError(
                [
                    "Zipfilen är låst eller ovanligt packad. "
                    "Packa om den utan lösenord, som vanlig zip."
                ]
            )
        if name in members:
            raise PackageError([f"Filen {name} finns två gånger i zipfilen. Packa om den."])
        members[name] = info
    return members


def _name(info: ZipInfo) -> str:
    """The member's name; some programs write UTF-8 without saying so."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _prefix(members: dict[str, ZipInfo]) -> str:
    """The folder, with a trailing slash, that ``paket.json`` stands in; ``""`` at the top."""
    found = [path for name in members if (path := PurePosixPath(name)).name == MAIN_FILE]
    places = [path.parent for path in found if len(path.parts) <= 2]
    if PurePosixPath(".") in places:
        return ""
    if len(places) != 1:
        raise PackageError([f"Zipfilen ska ha {MAIN_FILE} överst eller i sin enda mapp."])
    return f"{places[0]}/"
