"""The example committee: the same data and the same import that ``namndtui demo`` uses."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor

FOLDER = "exempelnämnden"
FILE = "exempelnämnden.db"


def example_path(path: str) -> str:
    """Where the example lies: a folder of its own beside the user's database."""
    return os.path.join(os.path.dirname(os.path.abspath(path)), FOLDER, FILE)


def fill_example(store: Store, actor: Actor) -> None:
    """Import the shipped example unless it is there already. Raises NamndError."""
    from nämndtui.documents.templates.resources import shipped_folder
    from nämndtui.exchange.package.read import read_package
    from nämndtui.store.people.committees import all_committees
    from nämndtui.workflow.package.intake import import_package

    if not all_committees(store.connection):
        import_package(store, actor, read_package(shipped_folder("data")))
