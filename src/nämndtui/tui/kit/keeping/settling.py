"""When a write is refused: a conflict is settled with the user, other errors are explained."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from nämndtui.model.text.errors import NamndError, StaleVersionError
from nämndtui.tui.kit.work.edit import Edit
from nämndtui.tui.kit.work.faults import UnexpectedError
from nämndtui.tui.kit.work.writing import WriteJob

if TYPE_CHECKING:
    from nämndtui.tui.kit.work.program import Program


def settle(app: Program, job: WriteJob, error: NamndError) -> None:
    """Deal with a refused job.

    A stale version where nobody else touched the same fields is saved again on the new version;
    otherwise both texts are shown. Everything else is said in Swedish.
    """
    if isinstance(error, StaleVersionError) and job.edit is not None:
        theirs = job.edit.unfold(error.theirs)
        if job.edit.conflicts(theirs):
            _ask(app, job, job.edit, error, theirs)
        else:
            _again(app, job, job.edit.on_top_of(theirs))
        return
    if job.failed is None or not job.failed(error):
        _explain(app, error)


def _again(app: Program, job: WriteJob, edit: Edit) -> None:
    app.writer.submit(
        replace(job, edit=edit, verb=lambda store, actor: edit.save(store, actor, edit.version))
    )


def _ask(
    app: Program,
    job: WriteJob,
    edit: Edit,
    error: StaleVersionError,
    theirs: Mapping[str, object],
) -> None:
    from nämndtui.tui.kit.dialogs.conflict import MINE, THEIRS, ConflictDialog

    fields = edit.conflicts(theirs)
    texts = {field.column: field.shown(theirs[field.column]) for field in fields}

    def decided(choice: str | None) -> None:
        if choice == MINE:
            _again(app, job, edit.on_top_of(theirs))
        elif choice == THEIRS:
            if job.dropped is not None:
                job.dropped()
            app.data_changed()
        elif job.failed is not None:
            job.failed(error)

    app.push_screen(ConflictDialog(fields, texts), decided)


def _explain(app: Program, error: NamndError) -> None:
    if isinstance(error, UnexpectedError):
        from nämndtui.tui.kit.dialogs.text_dialog import TextDialog

        app.push_screen(TextDialog("Något gick fel", str(error)))
    else:
        app.show_error(error)
