"""Correcting an adjusted §: a record that stands beside the text, never instead of it (F 26)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.meeting import Paragraph
from nämndtui.model.record.correction import (
    CORRECTED_FIELDS,
    CORRECTION_BASES,
    Correction,
    latest_wording,
)
from nämndtui.model.text.vocabulary import VALUES
from nämndtui.store.drafts.draft_key import ITEM_FORM
from nämndtui.tui.kit.dialogs.form_dialog import FormDialog
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.forms.form_row import FormRow

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor

_FIELDS = tuple((name, VALUES["minutes_field"][name]) for name in CORRECTED_FIELDS)
_BASES = tuple((name, VALUES["correction_basis"][name]) for name in CORRECTION_BASES)


class CorrectionDialog(FormDialog):
    """What is corrected, the right text, why. Returns True when a new notice is suggested.

    The text to correct is that of the chosen field, as it was last corrected; another field
    brings its own, unless something has been typed. ``wanted`` is the field and the text to begin
    with; the decision as it stands unless given.
    """

    def __init__(
        self,
        item: AgendaItem,
        paragraph: Paragraph,
        corrections: Sequence[Correction],
        wanted: tuple[str, str] | None = None,
    ) -> None:
        self._wordings: dict[str, str] = {
            name: latest_wording(item, paragraph, name, corrections) for name in CORRECTED_FIELDS
        }
        self._paragraph = paragraph
        self._shown = wanted[0] if wanted else "points"
        title = f"Rätta § {paragraph.number}: {item.title}"
        super().__init__(
            title,
            self._fields(wanted[1] if wanted else self._wordings[self._shown]),
            "Rätta",
            self._correct,
            "Rättelsen är antecknad.",
            about=(ITEM_FORM, item.id),
        )
        self._offered = self._row("after").entered

    def _fields(self, after: str) -> tuple[FormField, ...]:
        return (
            FormField(
                "reason", "Vad och varför", required=True, help="Till exempel: skrivfel i summan."
            ),
            FormField("field", "Rättar", "choice", default=self._shown, choices=_FIELDS),
            FormField(
                "after",
                "Rätt text",
                "text",
                default=after,
                phrases=True,
                help="Hela texten som den ska vara. Den gamla står kvar bredvid.",
            ),
            FormField("basis", "Grund", "choice", default="clerical", choices=_BASES),
        )

    def on_form_row_edited(self) -> None:
        """Another field was chosen: bring its text, if the one there is as it was brought."""
        chosen, after = self._row("field").entered, self._row("after")
        if chosen != self._shown:
            self._shown = chosen
            if after.entered == self._offered:
                after.set_entered(self._wordings[chosen])
                self._offered = after.entered
        super().on_form_row_edited()

    def _row(self, name: str) -> FormRow:
        return next(row for row in self.form.rows if row.field.name == name)

    def _correct(self, store: Store, actor: Actor, answers: Answers) -> bool:
        from nämndtui.workflow.minutes.corrections import correct as verb

        field, after, reason = answers["field"], answers["after"], answers["reason"]
        return verb(store, actor, self._paragraph.id, field, after, reason, answers["basis"])
