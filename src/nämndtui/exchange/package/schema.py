"""The package's JSON Schema, and the part of it that governs one value."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

SCHEMA_FILE = Path(__file__).with_name("paket.schema.json")

Node = dict[str, Any]
"""A schema object; ``{}`` allows anything."""

_VERBATIM = ("examples", "const", "enum", "default")


@cache
def package_schema() -> Node:
    """The schema as it ships (JSON Schema draft 2020-12). Not to be changed by the caller."""
    schema: Node = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    return schema


@cache
def expanded_schema() -> Node:
    """The same schema with every ``$ref`` replaced by what it leads to.

    Validation by it takes half the time, and a value's schema is found by walking. Keywords
    beside a ``$ref`` win over the same ones in its target.
    """
    schema = package_schema()
    expanded: Node = _expand(schema, schema["$defs"])
    return expanded


def property_schema(node: Node, name: str) -> Node:
    """The schema of the property ``name`` of an object governed by ``node`` (expanded)."""
    found: Node = node.get("properties", {}).get(name, {})
    return found


def item_schema(node: Node) -> Node:
    """The schema of the elements of a list governed by ``node`` (expanded)."""
    found: Node = node.get("items", {})
    return found


def json_types(node: Node) -> tuple[str, ...]:
    """The JSON types ``node`` (expanded) allows; empty when it names none."""
    allowed = node.get("type", ())
    return (allowed,) if isinstance(allowed, str) else tuple(allowed)


def _expand(part: Any, definitions: Node) -> Any:
    if isinstance(part, list):
        return [_expand(member, definitions) for member in part]
    if not isinstance(part, dict):
        return part
    while "$ref" in part:
        target = definitions[part["$ref"].rpartition("/")[2]]
        own = {key: value for key, value in part.items() if key != "$ref"}
        if "properties" in own:
            own["properties"] = {**target["properties"], **own["properties"]}
        part = {**target, **own}
    return {
        key: value if key in _VERBATIM else _expand(value, definitions)
        for key, value in part.items()
        if key not in ("$defs", "$id")
    }
