"""What Jinja and Python say about a faulty template, in Swedish."""

from __future__ import annotations

import re
from collections.abc import Callable

_TOKENS = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "begin of print statement": "{{",
    "begin of statement block": "{%",
    "end of template": "mallens slut",
    "template data / text": "vanlig text",
    "name": "ett namn",
    "string": "en text",
    "integer": "ett tal",
}
_UNFINISHED = (
    (r"Unexpected end of template.*innermost block that needs to be closed is '(\w+)'", "end"),
    (r"Encountered unknown tag '(\w+)'.*innermost block that needs to be closed is '(\w+)'", "tag"),
    (r"Encountered unknown tag '(\w+)'", "unknown"),
    (r"Unexpected end of template", "mallen tar slut mitt i en tagg."),
    (r"Missing end of comment tag", "en kommentar {# saknar sitt #}."),
    (r"Missing end of raw directive", "{% raw %} saknar sitt {% endraw %}."),
    (r"unexpected end of template, expected '(.+)'", "stop"),
    (r"unexpected '(.+)', expected '(.+)'", "instead"),
    (r"unexpected char (.+) at", "char"),
    (r"unexpected '(.+)'", "char"),
    (r"expected token '(.+)', got '(.+)'", "token"),
    (r"Expected an expression, got '(.+)'", "empty"),
    (r"No test named '(.+)'", "test"),
    (r"block '(.+)' defined twice", "twice"),
)
_VALUES = (
    (r"division by zero|modulo by zero", "det går inte att dela med noll."),
    (r"Range too big", "range() har för många steg; högst 100 000."),
    (r"too large|too many digits|Exceeds the limit", "ett tal blir för stort."),
    (r"is not callable", "parenteser står efter något som inte är ett filter eller en funktion."),
    (r"is not iterable|not a mapping", "{% for %} går över något som inte är en lista."),
    (r"unsupported operand|can only concatenate", "text och tal går inte att räkna ihop."),
    (r"not supported between instances", "text och tal går inte att jämföra."),
    (r"indices must be|is not subscriptable", "hakparenteser står efter något utan delar."),
    (
        r"cannot unpack|too many values to unpack|not enough values to unpack",
        "{% for %} har fel antal namn.",
    ),
    (r"missing \d+ required|takes .* argument|unexpected keyword", "ett filter har fel argument."),
    (r"could not convert|invalid literal|doesn't define", "en text används som ett tal."),
)


def syntax_reason(message: str) -> str:
    """What is wrong with how a tag is written; ``""`` when the message is of another kind."""
    for pattern, said in _UNFINISHED:
        found = re.search(pattern, message)
        if found:
            return _SAY[said](*found.groups()) if said in _SAY else said
    return ""


def value_reason(message: str) -> str:
    """Why a value cannot be used as the template does; ``""`` for what is not foreseen."""
    return next((said for pattern, said in _VALUES if re.search(pattern, message)), "")


def _never_closed(tag: str) -> str:
    return f"{{% {tag} %}} saknar sitt {{% end{tag} %}}."


def _other_end(tag: str, opened: str) -> str:
    if tag.startswith("end") or tag in ("else", "elif"):
        return f"{{% {tag} %}} står där {{% {opened} %}} skulle ha sitt {{% end{opened} %}}."
    return _unknown(tag)


def _unknown(tag: str) -> str:
    if tag.startswith("end") or tag in ("else", "elif"):
        return f"{{% {tag} %}} har inget som hör till det före sig."
    return f"taggen {{% {tag} %}} finns inte."


def _character(character: str) -> str:
    plain = character[1:-1] if character[:1] == character[-1:] and len(character) > 2 else character
    return f"tecknet {plain} kan inte stå där."


def _token(wanted: str, got: str) -> str:
    return f"{_TOKENS.get(wanted, wanted)} väntas där det står {_TOKENS.get(got, got)}."


def _instead(got: str, wanted: str) -> str:
    return _token(wanted, got)


def _empty(got: str) -> str:
    return f"det saknas något före {_TOKENS.get(got, got)}."


def _test(name: str) -> str:
    return f"provet ”is {name}” finns inte."


def _twice(name: str) -> str:
    return f"blocket ”{name}” finns två gånger."


def _stops(wanted: str) -> str:
    return f"mallen tar slut där {_TOKENS.get(wanted, wanted)} väntas."


_SAY: dict[str, Callable[..., str]] = {
    "end": _never_closed,
    "tag": _other_end,
    "unknown": _unknown,
    "char": _character,
    "token": _token,
    "stop": _stops,
    "instead": _instead,
    "empty": _empty,
    "test": _test,
    "twice": _twice,
}
