"""Editors that save themselves: a draft while typing, the value when the field is left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.dom import DOMNode
from textual.message import Message

from nämndtui.model.text.errors import NamndError
from nämndtui.tui.kit.commands.command import Command, CommandHost
from nämndtui.tui.kit.fields.draft_pace import DraftPace
from nämndtui.tui.kit.fields.line_input import LineInput
from nämndtui.tui.kit.fields.source import FieldSource
from nämndtui.tui.kit.fields.text_box import TextBox
from nämndtui.tui.kit.safe_text import plain

if TYPE_CHECKING:
    from textual.widget import Widget as _Widget

else:
    _Widget = object


_LOCKED = "går inte att ändra"
_EDITING_KEYS = ("backspace", "delete")


class SaveField(Command["AutosaveField"]):
    """Spara fältet nu. Det sparas också när du lämnar det."""

    key = "ctrl+s"
    label = "Spara"
    writes = True
    act = "save"


class FieldStatus(Message):
    """What has become of the text: ``skrivs``, ``utkast sparat``, ``sparat 19.04.12`` …"""

    def __init__(self, field: AutosaveField, text: str, *, failed: bool = False) -> None:
        super().__init__()
        self.field = field
        self.text = text
        self.failed = failed


class AutosaveField(CommandHost, _Widget):
    """What ``LineField`` and ``TextField`` share. Bind it to a value with ``bind_to``."""

    DRAFT_DELAY: ClassVar[float] = 0.4
    """Seconds after the first keystroke not kept before a draft is saved."""

    source: FieldSource | None = None
    locked = False
    """True when the text may be read but not written."""
    read_only: bool
    _pace: DraftPace | None = None
    _drafted: str | None = None
    _draft_refused = False
    _sent: str | None = None

    @property
    def typed(self) -> str:
        raise NotImplementedError

    def set_text(self, text: str) -> None:
        """Replace the text in the field."""
        raise NotImplementedError

    @property
    def dirty(self) -> bool:
        """True while the text differs from what is saved."""
        return self.source is not None and self.typed != self.source.value

    def on_mount(self) -> None:
        """A database opened for reading locks every field."""
        self.set_locked(self.locked)

    def set_locked(self, locked: bool) -> None:
        """Let the text be read but not written; always so when the database is read-only."""
        self.locked = self.read_only = locked or self.namnd.read_only
        self.set_class(self.locked, "-locked")

    def on_key(self, event: events.Key) -> None:
        """Say that a locked field does not take what is typed, rather than nothing at all."""
        if self.locked and (event.is_printable or event.key in _EDITING_KEYS):
            event.stop()
            event.prevent_default()
            self._tell(_LOCKED, failed=True)

    def on_paste(self, event: events.Paste) -> None:
        """The same for pasted text."""
        if self.locked:
            event.stop()
            event.prevent_default()
            self._tell(_LOCKED, failed=True)

    def bind_to(self, source: FieldSource | None) -> None:
        """Show and save another value, or the same one as it now stands.

        What is being typed is kept when it is the same value. If somebody else has changed it
        meanwhile, the old version is kept too, so that saving finds the conflict.
        """
        old = self.source
        if old is not None and source is not None and old.key == source.key:
            self._refresh_source(old, source)
            return
        self.save()
        self.source = source
        self._sent = self._drafted = None
        self.set_text(source.value if source else "")
        if source and source.draft and source.draft.text != source.value:
            self._recover(source)

    def _refresh_source(self, old: FieldSource, new: FieldSource) -> None:
        if self.typed == old.value:
            self.source = new
            if new.value != old.value:
                self.set_text(new.value)
        elif new.value in (old.value, self._sent, self.typed):
            self.source = new

    def _recover(self, source: FieldSource) -> None:
        assert source.draft is not None
        if source.draft.base_version != source.version:
            # Saved by somebody since: keep the old version, so that saving finds the conflict.
            self.source = replace(source, version=source.draft.base_version)
        self._drafted = source.draft.text
        self.set_text(source.draft.text)
        self._tell("återställt: ^S sparar")

    @property
    def pace(self) -> DraftPace:
        """When the next draft is due."""
        if self._pace is None:
            self._pace = DraftPace(self, self.DRAFT_DELAY, self.save_draft)
        return self._pace

    def note_typing(self) -> None:
        """See to it that a draft of what is typed is soon kept."""
        if not self.namnd.read_only and (self.dirty or self._drafted is not None):
            self.namnd.writer.prepare()
            self.pace.touch()
        else:
            self.pace.stop()

    def save_draft(self) -> None:
        """Keep the text as a draft, if it is not saved and not already kept."""
        source, text = self.source, self.typed
        if source is None or text == self._drafted:
            return
        if not self.dirty:
            self._forget_draft(source)  # typed, and taken back again
            return
        self._drafted = text
        self.pace.writing()
        self.namnd.write(
            lambda store, actor: source.save_draft(store, actor, text),
            then=lambda _: self._draft_kept(source),
            failed=self._draft_lost,
            quiet=True,
        )

    def _draft_kept(self, source: FieldSource) -> None:
        self._draft_refused = False
        self.pace.written()
        if self.source is not None and self.source.key == source.key and self.dirty:
            self._tell("utkast sparat")

    def _draft_lost(self, error: NamndError) -> bool:
        """Say so once in full, then beside the field, and try again with the next key."""
        told, self._draft_refused = self._draft_refused, True
        self._drafted = None
        self.pace.written()
        self._tell("utkastet kunde inte sparas", failed=True)
        return told

    def save(self) -> None:
        """Save the value through its verb, if it has changed."""
        self.pace.stop()
        source, text = self.source, self.typed
        if source is None or self.namnd.read_only or text == self._sent:
            return
        if not self.dirty:
            self._forget_draft(source)
            return
        self._sent = text
        edit = source.edit(text)
        self.namnd.write(
            lambda store, actor: edit.save(store, actor, edit.version),
            then=lambda _: self._saved(source, text),
            failed=self._refused,
            edit=edit,
            dropped=self.let_go,
        )

    def _forget_draft(self, source: FieldSource) -> None:
        if self._drafted is not None:
            self._drafted = None
            self.namnd.write(source.discard_draft, quiet=True)

    def _saved(self, source: FieldSource, text: str) -> None:
        self._sent = self._drafted = None
        if self.source is not None and self.source.key == source.key:
            self.source = replace(self.source, value=text)
        self._tell(f"sparat {self.namnd.session.clock():%H.%M.%S}")
        self.remove_class("-refused")

    def _refused(self, error: NamndError) -> bool:
        self._sent = None
        self.add_class("-refused")
        self.save_draft()
        self._tell(str(error), failed=True)
        return False

    def _tell(self, text: str, failed: bool = False) -> None:
        self.border_subtitle = plain(text, limit=70)
        if self.is_attached:
            self.post_message(FieldStatus(self, text, failed=failed))

    def let_go(self) -> None:
        """Give up what has been typed; what is saved is shown as soon as it has been read."""
        self._sent = None
        if self.source is not None:
            self._forget_draft(self.source)
            self.set_text(self.source.value)

    def on_blur(self) -> None:
        """Leaving the field saves it."""
        self.save()

    def on_unmount(self) -> None:
        """A field that disappears saves too."""
        self.save()


class LineField(AutosaveField, LineInput):
    """One line that saves itself."""

    OFFERED = (SaveField,)

    @property
    def typed(self) -> str:
        return self.value

    def set_text(self, text: str) -> None:
        """Replace the text in the field."""
        LineInput.set_text(self, text)

    def on_input_changed(self) -> None:
        """Typing."""
        self.note_typing()

    def on_input_submitted(self) -> None:
        """Enter saves."""
        self.save()


class TextField(AutosaveField, TextBox):
    """Several lines that save themselves."""

    OFFERED = (SaveField,)

    @property
    def typed(self) -> str:
        return self.text

    def set_text(self, text: str) -> None:
        """Replace the text in the field."""
        TextBox.set_text(self, text)

    def on_text_area_changed(self) -> None:
        """Typing."""
        self.note_typing()


def fields_in(node: DOMNode) -> list[AutosaveField]:
    """Every autosaving field under a screen or widget."""
    return [field for field in node.walk_children() if isinstance(field, AutosaveField)]
