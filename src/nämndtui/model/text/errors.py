"""What can go wrong for a user, said in Swedish: what is wrong and what to do."""

from __future__ import annotations


class NamndError(Exception):
    """Base of every error a user may meet; ``str(error)`` is plain Swedish."""


class RefusedError(NamndError):
    """A rule forbids the act (a guard of a state machine, a frozen number, adjusted minutes)."""


class NotFoundError(NamndError):
    """What the user pointed at does not exist."""


class InvalidInputError(NamndError):
    """A value cannot be used. ``field`` names the field in the screen or file, when known."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class StaleVersionError(NamndError):
    """Somebody saved the same row since it was read; nothing was overwritten.

    ``theirs`` holds the row as it now stands (column → value), for showing both texts.
    """

    def __init__(self, message: str, theirs: dict[str, object]) -> None:
        super().__init__(message)
        self.theirs = theirs
