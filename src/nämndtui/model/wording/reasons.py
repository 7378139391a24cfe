"""A reason as it was given, joined to the sentence it belongs to so that both are Swedish."""

from __future__ import annotations

_JOINED = ("för att ", "eftersom ", "därför att ")
"""How a reason begins that goes on the sentence by itself."""
_PLURALS = ("arna", "erna", "orna")
"""Endings of nouns such as *kostnaderna*: a subject, so a clause follows."""
_OTHER_INFINITIVES = (
    "be",
    "bero",
    "bli",
    "bo",
    "få",
    "förstå",
    "ge",
    "gå",
    "ha",
    "nå",
    "se",
    "ske",
    "stå",
    "ta",
    "tro",
    "varna",
)
"""Infinitives that do not end in -a, or end as a noun does."""


def with_reason(reason: str) -> str:
    """The end of a sentence with its reason: `` för att utreda kostnaden.``

    What is written is printed as it stands: joined when it reads on, ``med motiveringen att …``
    when it is a clause, a sentence of its own when it begins one, else ``Skäl: …``. Nothing is
    guessed about words without a conjunction: ``kostnaderna är oklara`` is no purpose.
    """
    text = " ".join(reason.split())
    if not text:
        return "."
    ended = text if text[-1] in ".!?" else f"{text}."
    if text.startswith(_JOINED):
        return f" {ended}"
    if text.startswith("att "):
        purpose = _infinitive(text.removeprefix("att "))
        return f" {'för' if purpose else 'med motiveringen'} {ended}"
    if text[0].isupper():
        return f". {ended}"
    return f". Skäl: {ended}"


def _infinitive(text: str) -> bool:
    """Does ``att`` mark an infinitive here, so that no subject follows?"""
    first = text.split(" ", 1)[0].rstrip(".,")
    if first in _OTHER_INFINITIVES:
        return True
    return first.endswith("a") and not first.endswith(_PLURALS)
