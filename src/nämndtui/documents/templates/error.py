"""A fault in a template, explained to the person who can mend it."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable
from difflib import get_close_matches
from html import unescape

from jinja2 import TemplateSyntaxError
from jinja2.exceptions import SecurityError

from nämndtui.documents.templates.filters import FILTERS
from nämndtui.documents.templates.jinja_reason import syntax_reason, value_reason
from nämndtui.documents.templates.undefined import UnknownFieldError
from nämndtui.model.text.errors import NamndError

_LOOP_NAME = re.compile(r"\{%-?\w*\s*(?:for|set)\s+(\w+)")
_LONGEST_SHOWN = 90


class TemplateFaultError(NamndError):
    """A template cannot be rendered; the text says which, where, what and what to do."""


def explain_fault(
    error: Exception, template_name: str, place: str, source: str, fields: Iterable[str]
) -> TemplateFaultError:
    """The Swedish explanation of ``error`` raised by ``template_name``.

    ``place`` is body, header or footer in words; ``source`` the part's XML as docxtpl gave it to
    Jinja, a paragraph a line; ``fields`` the names the template may use at the top.
    """
    where = f"Mallen {template_name}, {place}"
    wanted = error.field if isinstance(error, UnknownFieldError) else ""
    shown = _paragraph_at(source, _line_of(error), wanted)
    if shown:
        where += f", vid stycket ”{shown}”"
    return TemplateFaultError(f"{where}: {_what(error, source, fields)}")


def _what(error: Exception, source: str, fields: Iterable[str]) -> str:
    if isinstance(error, UnknownFieldError):
        return _unknown_field(error, source, fields)
    if isinstance(error, SecurityError):
        return "mallen försöker göra något som inte är tillåtet. Använd bara fält och filter."
    message = str(error)
    if isinstance(error, TemplateSyntaxError):
        filter_name = re.search(r"No filter named '([^']+)'", message)
        if filter_name:
            return f"filtret ”{filter_name[1]}” finns inte.{_nearest(filter_name[1], FILTERS)}"
        reason = syntax_reason(message)
        if not reason:
            return f"taggen går inte att tolka. Kontrollera skrivsättet. ({message})"
        return (
            f"taggen är inte avslutad eller står fel: {reason} Kontrollera att varje {{% for %}} "
            "och {% if %} har sitt slut, att parenteser stämmer och att minus är ett bindestreck."
        )
    reason = value_reason(message)
    if reason:
        return f"värdet går inte att använda så: {reason} Kontrollera fält och filter."
    return f"värdet går inte att använda så. Kontrollera fält och filter. ({message})"


def _unknown_field(error: UnknownFieldError, source: str, fields: Iterable[str]) -> str:
    existing = error.existing
    if error.top:
        existing = (*fields, *_LOOP_NAME.findall(source))
    advice = _nearest(error.field, existing)
    if not advice and not error.top:
        advice = f" Här finns: {', '.join(existing)}."
    return f"fältet ”{error.field}” finns inte.{advice or ' Fälten står i LÄSMIG.md.'}"


def _nearest(word: str, existing: Iterable[str]) -> str:
    close = get_close_matches(word, list(existing), n=1, cutoff=0.5)
    return f" Menade du ”{close[0]}”?" if close else ""


def _line_of(error: Exception) -> int | None:
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    lines = [
        frame.lineno
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename == "<template>"
    ]
    return lines[-1] if lines else None


def _paragraph_at(source: str, line: int | None, wanted: str) -> str:
    """The paragraph on that line; tags that stood in paragraphs of their own follow on it."""
    lines = source.splitlines()
    if line is None or not 0 < line <= len(lines):
        return ""
    pieces = re.split(r"</w:p>|(?=\{%)", lines[line - 1])
    texts = [" ".join(unescape(re.sub(r"<[^>]*>", "", piece)).split()) for piece in pieces]
    shown = [text for text in texts if text and wanted in text]
    text = shown[0] if shown else ""
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
