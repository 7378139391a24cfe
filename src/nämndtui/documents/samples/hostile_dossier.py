"""The sample meeting with every text replaced by what should never work as anything but text."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from nämndtui.documents.samples.dossier import sample_dossier
from nämndtui.model.record.dossier import MeetingDossier

HOSTILE = (
    "[bold]{0}[/] {{{{ 7*7 }}}} {{% raw %}} {{_{{ x }}_}} {{_% y %_}} <w:p>&amp;</w:p> & < > \" ' "
    "\x1b[31mröd\x1b[0m \x0b \x0c \x07 \x00 a\u030a\ud800 \u202e]]> <?pi?> $1 \\1 {{#"
)
"""Pattern; ``{0}`` is the text it replaces, so that every title stays its own."""

_Model = TypeVar("_Model")
# Names the program itself reads rather than prints.
_CODED = ("kind", "state", "role", "office", "outcome", "late", "publish", "media_type", "sha256")
_VOTES = ("choice", "casting", "yes_ref", "no_ref")
_REGISTERS = ("law", "reason", "sex", "elapsed_rule", "first_reported")
_CORRECTIONS = ("basis", "field")
_SETTINGS = ("template_folder", "time_format", "memo_section_order", "start_time")
_KEPT = frozenset((*_CODED, *_VOTES, *_REGISTERS, *_CORRECTIONS, *_SETTINGS))


def hostile_dossier() -> MeetingDossier:
    """``sample_dossier`` with ``HOSTILE`` in every text a user can write."""
    return made_hostile(sample_dossier())


def made_hostile(model: _Model) -> _Model:
    """``model`` (a dataclass of the model) with every text in it made hostile."""
    if not is_dataclass(model) or isinstance(model, type):
        raise TypeError(type(model).__name__)
    changed = {
        one.name: _hostile(getattr(model, one.name))
        for one in fields(model)
        if one.name not in _KEPT
    }
    return replace(model, **changed)


def _hostile(value: Any) -> Any:
    if isinstance(value, str):
        return HOSTILE.format(value) if value else value
    if isinstance(value, tuple):
        return tuple(_hostile(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return made_hostile(value)
    return value
