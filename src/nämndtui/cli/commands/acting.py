"""Who acts, when, and on which database: the outermost layer's part of every verb."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from shutil import rmtree

from nämndtui.cli.commands.opening import at_terminal as at_terminal
from nämndtui.cli.commands.opening import user_name
from nämndtui.cli.light.global_options import GlobalOptions
from nämndtui.model.text.errors import RefusedError
from nämndtui.model.text.system_reason import system_reason
from nämndtui.store.core.connection import open_reader
from nämndtui.store.core.files import AttachmentFolder
from nämndtui.store.database import Store
from nämndtui.workflow.core.actor import Actor


def acting_now() -> Actor:
    """The user, at this moment."""
    return Actor(user_name(), datetime.now())


def open_store(options: GlobalOptions) -> Store:
    """The database for writing. Raises NotFoundError when there is none, RefusedError."""
    check_may_write(options)
    open_reader(options.path, any_version=True).close()  # another kind is never written to
    return Store(options.path)


@contextmanager
def made_store(options: GlobalOptions) -> Iterator[Store]:
    """The database for writing, made when missing; one that was made for what then failed goes.

    Raises RefusedError.
    """
    path = os.path.abspath(options.path)
    if os.path.exists(path):
        with open_store(options) as store:
            yield store
        return
    check_may_write(options)
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
    except OSError as error:
        raise RefusedError(
            f"Mappen {os.path.dirname(path)} kan inte skapas ({system_reason(error)}). "
            "Välj en annan plats med --db."
        ) from error
    files = AttachmentFolder.beside(path).folder
    had_files = files.exists()
    try:
        with Store(path) as store:
            yield store
    except BaseException:
        for ending in ("", "-wal", "-shm"):
            Path(path + ending).unlink(missing_ok=True)
        if not had_files:
            rmtree(files, ignore_errors=True)
        raise


def check_may_write(options: GlobalOptions) -> None:
    """Raise RefusedError when the user asked for reading only."""
    if options.read_only:
        raise RefusedError("Kommandot ändrar databasen. Kör det utan --läs.")
