"""A name a template uses that does not exist, remembered so that the error can help."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import StrictUndefined, UndefinedError


class UnknownFieldError(UndefinedError):
    """``field`` does not exist; ``existing`` are the names that do at the same place."""

    def __init__(self, field: str, existing: tuple[str, ...], top: bool) -> None:
        super().__init__(field)
        self.field = field
        self.existing = existing
        self.top = top


class NamedUndefined(StrictUndefined):
    """Fails at any use, with the names that exist beside the missing one."""

    __slots__ = ()

    def _fail(self, *args: Any, **kwargs: Any) -> Any:
        holder = self._undefined_obj
        top = not isinstance(holder, Mapping)
        existing = () if top else tuple(str(key) for key in holder)
        raise UnknownFieldError(str(self._undefined_name), existing, top)

    __iter__ = __str__ = __len__ = _fail
    __eq__ = __ne__ = __bool__ = __hash__ = __contains__ = _fail
    __call__ = __getitem__ = __add__ = __radd__ = __lt__ = __gt__ = _fail
    _fail_with_undefined_error = _fail

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self._fail()

    def __html__(self) -> str:
        return str(self._fail())
