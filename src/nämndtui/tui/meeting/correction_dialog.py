"""Correcting an adjusted §: a record that stands beside the text, never instead of it (F 26)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nämndtui.model.agenda_item import AgendaItem
from nämndtui.model.correction import CORRECTED_FIELDS, CORRECTION_BASES
from nämndtui.model.meeting import Paragraph
from nämndtui.model.vocabulary import VALUES
from nämndtui.tui.dialogs.form_dialog import FormDialog
from nämndtui.tui.dialogs.form_draft import ITEM_FORM
from nämndtui.tui.forms.form_field import Answers, FormField

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.actor import Actor

_FIELDS = tuple((name, VALUES["minutes_field"][name]) for name in CORRECTED_FIELDS)
_BASES = tuple((name, VALUES["correction_basis"][name]) for name in CORRECTION_BASES)


def correct(
    item: AgendaItem, paragraph: Paragraph, wanted: tuple[str, str] | None = None
) -> FormDialog:
    """What is corrected, the right text, why. Returns True when a new notice is suggested.

    ``wanted`` is the field and the text to begin with; the decision as it stands unless given.
    """
    begun, after = wanted or ("points", "\n".join(paragraph.points))

    def save(store: Store, actor: Actor, answers: Answers) -> bool:
        from nämndtui.workflow.corrections import correct as verb

        field, right, reason = answers["field"], answers["after"], answers["reason"]
        return verb(store, actor, paragraph.id, field, right, reason, answers["basis"])

    fields = (
        FormField(
            "reason", "Vad och varför", required=True, help="Till exempel: skrivfel i summan."
        ),
        FormField("field", "Rättar", "choice", default=begun, choices=_FIELDS),
        FormField(
            "after",
            "Rätt text",
            "text",
            default=after,
            help="Hela texten som den ska vara. Den gamla står kvar bredvid.",
            phrases=True,
        ),
        FormField("basis", "Grund", "choice", default="clerical", choices=_BASES),
    )
    title = f"Rätta § {paragraph.number}: {item.title}"
    about = (ITEM_FORM, item.id)
    return FormDialog(title, fields, "Rätta", save, "Rättelsen är antecknad.", about=about)
