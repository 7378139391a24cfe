"""A package file, folder or zip as one plain value, with every ``$fil`` in its place."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nämndtui.exchange.package.csv import parse_csv
from nämndtui.exchange.package.error import PackageError
from nämndtui.exchange.package.json import decode_text, parse_json
from nämndtui.exchange.package.media_type import guess_media_type
from nämndtui.exchange.package.place import describe_place
from nämndtui.exchange.package.schema import (
    Node,
    expanded_schema,
    item_schema,
    property_schema,
)
from nämndtui.exchange.package.source import (
    MAX_TOTAL_BYTES,
    PackageSource,
    TextSource,
    open_source,
    shown_path,
)
from nämndtui.model.text.clean_text import clean_text, count_unkept, has_lone_surrogate

_FILE_KEY = "$fil"
_CONTENT_KEY = "innehåll"
_MAX_DEPTH = 60
_MAX_INCLUDED = 200_000


@dataclass(frozen=True)
class LoadedPackage:
    """A package's value, and how many characters nothing can keep it had (``unkept``)."""

    data: Any
    unkept: int


def load_package(path: Path) -> LoadedPackage:
    """The package at ``path`` (JSON file, folder or zip) before it is validated.

    Every string is clean text (NFC, no controls); ``{"$fil": …}`` is replaced by the file's
    content and an attachment's ``fil`` by ``filnamn``, ``mediatyp`` and ``innehåll``.
    Raises PackageError for whatever cannot be read; files that are missing are told together.
    """
    source = open_source(path)
    try:
        return _load(source)
    finally:
        source.close()


def load_package_text(text: str) -> LoadedPackage:
    """The same for a single-file package held in memory."""
    return _load(TextSource(text))


def _load(source: PackageSource) -> LoadedPackage:
    loader = _Loader(source)
    content = parse_json(loader.read(source.main), source.main)
    data = loader.inside(source.main, content, expanded_schema())
    if loader.problems:
        raise PackageError(loader.problems)
    return LoadedPackage(data, loader.unkept)


class _TooLargeError(PackageError):
    """Nothing more is read."""


class _Loader:
    """Replaces references by content, counting what it reads so that no package can swell."""

    def __init__(self, source: PackageSource) -> None:
        self.problems: list[str] = []
        self.unkept = 0
        self._source = source
        self._bytes = 0
        self._files = 0
        self._depth = 0
        self._open: list[tuple[str, Any]] = []
        self._trail: list[str | int] = []

    def read(self, path: str) -> bytes:
        """The bytes of the package's file ``path``. Raises PackageError."""
        data = self._source.read(path)
        self._bytes += len(data)
        self._files += 1
        if self._bytes > MAX_TOTAL_BYTES or self._files > _MAX_INCLUDED:
            raise _TooLargeError(
                [
                    f"Paketet är för stort: högst {MAX_TOTAL_BYTES // 1_000_000} MB och "
                    f"{_MAX_INCLUDED} filer läses. Dela upp det."
                ]
            )
        return data

    def inside(self, file: str, value: Any, node: Node) -> Any:
        """``value``, which is what ``file`` holds, with content for references."""
        trail, self._trail = self._trail, []
        self._open.append((file, value))
        whole = self._whole(value, node)
        self._open.pop()
        self._trail = trail
        return whole

    def _whole(self, value: Any, node: Node) -> Any:
        if isinstance(value, str):
            return self._clean(value)
        if not isinstance(value, list | dict):
            return value
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise PackageError(
                [f"{self._open[-1][0]} är nästlad för djupt för att vara ett paket."]
            )
        whole = self._list(value, node) if isinstance(value, list) else self._object(value, node)
        self._depth -= 1
        return whole

    def _list(self, value: list[Any], node: Node) -> list[Any]:
        member = item_schema(node)
        return [self._step(index, part, member) for index, part in enumerate(value)]

    def _object(self, value: dict[str, Any], node: Node) -> Any:
        if _FILE_KEY in value:
            return self._content(value, node)
        if isinstance(value.get("fil"), str) and property_schema(node, "fil"):
            value = self._with_bytes(value)
        return {
            key: part if key == _CONTENT_KEY else self._step(key, part, property_schema(node, key))
            for key, part in value.items()
        }

    def _step(self, key: str | int, part: Any, node: Node) -> Any:
        self._trail.append(key)
        whole = self._whole(part, node)
        self._trail.pop()
        return whole

    def _clean(self, text: str) -> str:
        clean = clean_text(text)
        if clean is not text:
            self.unkept += count_unkept(text)
            if not clean.strip() and has_lone_surrogate(text):
                self.problems.append(
                    f"{self._place()}: texten är ett halvt tecken (\\ud800–\\udfff), kanske en "
                    "trasig emoji. Skriv den på nytt."
                )
                return "?"
        return clean

    def _content(self, value: dict[str, Any], node: Node) -> Any:
        path = value[_FILE_KEY]
        if len(value) > 1 or not isinstance(path, str):
            raise PackageError(
                [f'{self._place()}: skriv {{"$fil": "mapp/fil.md"}} ensamt, med sökvägen som text.']
            )
        if any(path == file for file, _ in self._open):
            raise PackageError([f"{self._place()}: {path} hänvisar till sig själv genom $fil."])
        data = self._found(path)
        if data is None:
            return None
        kind = path.rpartition(".")[2].lower()
        if kind in ("md", "txt"):
            return self._clean(decode_text(data, path)).rstrip("\n")
        if kind == "json":
            return self.inside(path, parse_json(data, path), node)
        if kind == "csv":
            return self.inside(path, parse_csv(data, path, node), node)
        raise PackageError(
            [
                f"{self._place()}: $fil kan inte läsa {shown_path(path)}. "
                "Använd .md, .txt, .json eller .csv."
            ]
        )

    def _with_bytes(self, attachment: dict[str, Any]) -> dict[str, Any]:
        """The attachment with its file's bytes instead of the path.

        A name or media type given beside the path wins over the path's own.
        """
        path = attachment["fil"]
        given = {key: part for key, part in attachment.items() if key != "fil"}
        data = self._found(path)
        if data is None:
            return given
        name = path.rpartition("/")[2]
        return {
            "filnamn": name,
            "mediatyp": guess_media_type(str(given.get("filnamn", name))),
            **given,
            _CONTENT_KEY: b64encode(data).decode("ascii"),
        }

    def _found(self, path: str) -> bytes | None:
        """The file's bytes; None, and a problem with its place, when it cannot be read."""
        try:
            return self.read(path)
        except _TooLargeError:
            raise
        except PackageError as error:
            self.problems += [f"{self._place()}: {problem}" for problem in error.problems]
            return None

    def _place(self) -> str:
        file, root = self._open[-1]
        place = describe_place(root, self._trail)
        if len(self._open) > 1:
            return f"{file} › {place}" if place else file
        return place or "överst"
