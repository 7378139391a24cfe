"""Paper out of the minutes and back: which document, and what was changed in Word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nämndtui.tui.kit.commands.command import Command, Commands
from nämndtui.tui.meeting.documents import choices, read_back

if TYPE_CHECKING:
    from nämndtui.tui.meeting.desk.minutes_desk import MinutesDesk


class ChooseDocument(Command["MinutesDesk"]):
    """Skriv en annan Wordfil: välj bland alla dokument som sammanträdet har lämnat efter sig."""

    key = "w"
    label = "Fler dokument"
    group = "protokoll"
    act = staticmethod(choices.choose_document)

    @classmethod
    def available(cls, host: MinutesDesk) -> bool | None:
        """Once there is something to write; not in the roll."""
        if host.view is None or host.in_roll:
            return False
        return True if choices.documents(host.view) else None


class ReadBack(Command["MinutesDesk"]):
    """Läs in ett protokoll som har ändrats i Word. Varje skillnad visas innan något ändras."""

    key = "h"
    label = "Läs in från Word"
    group = "protokoll"
    writes = True
    act = staticmethod(read_back.read_back)

    @classmethod
    def available(cls, host: MinutesDesk) -> bool:
        """With a §; not in the roll."""
        return host.view is not None and not host.in_roll and bool(host.view.dossier.paragraphs)


PAPER_COMMANDS: Commands = (ChooseDocument, ReadBack)
