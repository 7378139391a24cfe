"""Dialogs that keep what is entered in them until it is saved or thrown away."""

from __future__ import annotations

from typing import Any

from nämndtui.model.text.errors import NamndError
from nämndtui.tui.kit.dialogs.confirm import ConfirmDialog
from nämndtui.tui.kit.dialogs.dialog import Dialog, ResultT
from nämndtui.tui.kit.dialogs.form_draft import FormDraft
from nämndtui.tui.kit.fields.autosave import AutosaveField
from nämndtui.tui.kit.fields.draft_pace import DraftPace


class KeepingDialog(Dialog[ResultT]):
    """Subclasses say what is ``entered``, ``take_up`` it again, and tell of each ``note_entry``.

    Esc asks first when something has been entered. A database opened for reading keeps nothing.
    """

    _draft: FormDraft | None = None
    _drafted: dict[str, Any] | None = None
    _pace: DraftPace | None = None

    @property
    def entered(self) -> dict[str, Any]:
        """What has been entered and would be lost; empty when nothing has."""
        raise NotImplementedError

    def take_up(self, entered: dict[str, Any]) -> None:
        """Put back what was entered when the program was killed."""
        raise NotImplementedError

    def keep_drafts(self, draft: FormDraft) -> None:
        """Keep what is entered as ``draft`` from now on, and take up what is kept there."""
        if self.namnd.read_only:
            return
        user = self.namnd.session.user
        self._draft = draft
        self._pace = DraftPace(self, AutosaveField.DRAFT_DELAY, self.save_draft)
        self.read("utkast", lambda found: draft.read(found, user), self._recover)

    def note_entry(self) -> None:
        """Something was entered: see to it that it is soon kept."""
        if self._pace is not None and self._draft is not None:
            self.namnd.writer.prepare()
            self._pace.touch()

    def save_draft(self) -> None:
        """Keep what is entered, if it is not kept already."""
        draft, pace, entered = self._draft, self._pace, self.entered
        if draft is None or pace is None or entered == (self._drafted or {}):
            return
        self._drafted = entered
        pace.writing()
        self.namnd.write(
            lambda store, actor: draft.save(store, actor, entered),
            then=lambda _: pace.written(),
            failed=self._draft_lost,
            quiet=True,
        )

    def forget_draft(self) -> None:
        """It is saved, or not wanted."""
        if self._pace is not None:
            self._pace.stop()
        if self._draft is not None and self._drafted is not None:
            self.namnd.write(self._draft.discard, quiet=True)
        self._draft = None

    def close(self) -> None:
        """Leave; ask first when something would be lost."""
        if not self.entered:
            self.leave(True)
            return
        question = ConfirmDialog(
            "Lämna utan att spara?",
            "Det du har fyllt i sparas inte.",
            "Lämna",
            keep="Fortsätt fylla i",
        )
        self.app.push_screen(question, self.leave)

    def leave(self, confirmed: bool | None) -> None:
        """Close without a result, and forget what was entered, when ``confirmed``."""
        if confirmed:
            self.forget_draft()
            self.dismiss(None)

    def _recover(self, entered: dict[str, Any]) -> None:
        if entered:
            self._drafted = entered
            self.take_up(entered)

    def _draft_lost(self, _: NamndError) -> bool:
        self._drafted = None
        if self._pace is not None:
            self._pace.written()
        return False
