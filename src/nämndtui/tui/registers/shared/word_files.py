"""A Word document out of a register: ask where, write, say where it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from nämndtui.tui.kit.files.file_dialogs import WrittenDialog
from nämndtui.tui.kit.files.write_dialog import WriteDialog

if TYPE_CHECKING:
    from nämndtui.tui.registers.shared.register_pane import RegisterPane


def write(pane: RegisterPane, dialog: WriteDialog, done: str) -> None:
    """Show the dialog of one document, and afterwards where it lies; ``done`` says it is there."""

    def written(path: Path | None) -> None:
        if path is not None:
            pane.app.push_screen(WrittenDialog(done, path))

    pane.app.push_screen(dialog, written)
