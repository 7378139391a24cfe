"""Faults in the program itself: told plainly, with nothing typed lost; the rest in debugging."""

from __future__ import annotations

import os

from nämndtui.model.text.errors import NamndError


class UnexpectedError(NamndError):
    """A fault in the program; ``__cause__`` holds what Python said."""

    def __init__(self, cause: Exception, what: str) -> None:
        super().__init__(
            f"Programmet gjorde fel {what} ({type(cause).__name__}: {cause}). "
            "Det du har skrivit finns kvar."
        )
        self.__cause__ = cause


def debugging() -> bool:
    """True when the user wants to see where a fault is: NAMNDTUI_DEBUG=1."""
    return os.environ.get("NAMNDTUI_DEBUG") == "1"


def farewell(error: BaseException | None) -> str:
    """What is said when the program cannot go on."""
    said = f" ({type(error).__name__}: {error})" if error else ""
    return (
        f"NämndTUI fick ett fel och stängdes{said}. Det som är sparat är kvar, och det du höll på "
        "att skriva finns som utkast när du startar igen. NAMNDTUI_DEBUG=1 visar var felet är."
    )
