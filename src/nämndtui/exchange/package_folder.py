"""A package file, folder or zip as one plain value, with every ``$fil`` in its place."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from typing import Any

from nämndtui.exchange.media_type import guess_media_type
from nämndtui.exchange.package_csv import parse_csv
from nämndtui.exchange.package_error import PackageError
from nämndtui.exchange.package_json import decode_text, parse_json
from nämndtui.exchange.package_schema import (
    Node,
    expanded_schema,
    item_schema,
    property_schema,
)
from nämndtui.exchange.package_source import (
    MAX_TOTAL_BYTES,
    PackageSource,
    TextSource,
    open_source,
)
from nämndtui.model.clean_text import clean_text

_FILE_KEY = "$fil"
_CONTENT_KEY = "innehåll"
_MAX_DEPTH = 60
_MAX_INCLUDED = 200_000


def load_package(path: Path) -> Any:
    """The package at ``path`` (JSON file, folder or zip) before it is validated.

    Every string is clean text (NFC, no controls); ``{"$fil": …}`` is replaced by the file's
    content and an attachment's ``fil`` by ``filnamn``, ``mediatyp`` and ``innehåll``.
    Raises PackageError for whatever cannot be read.
    """
    source = open_source(path)
    try:
        return _load(source)
    finally:
        source.close()


def load_package_text(text: str) -> Any:
    """The same for a single-file package held in memory."""
    return _load(TextSource(text))


def _load(source: PackageSource) -> Any:
    loader = _Loader(source)
    data = loader.read(source.main)
    return loader.whole(parse_json(data, source.main), expanded_schema(), (source.main,))


class _Loader:
    """Replaces references by content, counting what it reads so that no package can swell."""

    def __init__(self, source: PackageSource) -> None:
        self._source = source
        self._bytes = 0
        self._files = 0

    def read(self, path: str) -> bytes:
        data = self._source.read(path)
        self._bytes += len(data)
        self._files += 1
        if self._bytes > MAX_TOTAL_BYTES or self._files > _MAX_INCLUDED:
            raise PackageError(
                [
                    f"Paketet är för stort: högst {MAX_TOTAL_BYTES // 1_000_000} MB och "
                    f"{_MAX_INCLUDED} filer läses. Dela upp det."
                ]
            )
        return data

    def whole(self, value: Any, node: Node, inside: tuple[str, ...], depth: int = 0) -> Any:
        """``value`` with content for references; ``inside`` are the files it was read from."""
        if depth > _MAX_DEPTH:
            raise PackageError([f"{inside[-1]} är nästlad för djupt för att vara ett paket."])
        if isinstance(value, str):
            return clean_text(value)
        if isinstance(value, list):
            member = item_schema(node)
            return [self.whole(part, member, inside, depth + 1) for part in value]
        if not isinstance(value, dict):
            return value
        if _FILE_KEY in value:
            return self._content(value, node, inside, depth)
        if isinstance(value.get("fil"), str) and property_schema(node, "fil"):
            value = self._with_bytes(value)
        return {
            key: part
            if key == _CONTENT_KEY
            else self.whole(part, property_schema(node, key), inside, depth + 1)
            for key, part in value.items()
        }

    def _content(
        self, value: dict[str, Any], node: Node, inside: tuple[str, ...], depth: int
    ) -> Any:
        path = value[_FILE_KEY]
        if len(value) > 1 or not isinstance(path, str):
            raise PackageError(
                [f'{inside[-1]}: skriv {{"$fil": "mapp/fil.md"}} ensamt, med sökvägen som text.']
            )
        if path in inside:
            raise PackageError([f"{path} hänvisar till sig själv genom $fil."])
        data = self.read(path)
        kind = path.rpartition(".")[2].lower()
        if kind in ("md", "txt"):
            return clean_text(decode_text(data, path)).rstrip("\n")
        if kind == "json":
            return self.whole(parse_json(data, path), node, (*inside, path), depth + 1)
        if kind == "csv":
            return self.whole(parse_csv(data, path, node), node, (*inside, path), depth + 1)
        raise PackageError([f"$fil kan inte läsa {path}. Använd .md, .txt, .json eller .csv."])

    def _with_bytes(self, attachment: dict[str, Any]) -> dict[str, Any]:
        """The attachment with its file's bytes instead of the path.

        A name or media type given beside the path wins over the path's own.
        """
        path = attachment["fil"]
        data = self.read(path)
        name = path.rpartition("/")[2]
        given = {key: part for key, part in attachment.items() if key != "fil"}
        return {
            "filnamn": name,
            "mediatyp": guess_media_type(str(given.get("filnamn", name))),
            **given,
            _CONTENT_KEY: b64encode(data).decode("ascii"),
        }
