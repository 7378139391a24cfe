"""Which templates there are: the committee's own first, then those that come with the program."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from nämndtui.documents.templates.resources import shipped_folder
from nämndtui.model.publication.document_kinds import DOCUMENT_KINDS
from nämndtui.model.text.errors import NotFoundError, RefusedError

TEMPLATE_NAMES = tuple(DOCUMENT_KINDS)
"""One for each kind of document."""
REFERENCE = "LÄSMIG.md"


@dataclass(frozen=True)
class TemplateFile:
    """One template as it will be used; ``own`` when it is the committee's."""

    name: str
    path: Path
    own: bool


def find_template(name: str, own_folder: str = "") -> Path:
    """The file of template ``name`` (without .docx). Raises NotFoundError.

    ``own_folder`` is the committee's folder, empty for none. A folder that does not exist is an
    error: printing on the wrong letterhead without a word would be worse.
    """
    return _find(name, own_folder).path


def list_templates(own_folder: str = "") -> list[TemplateFile]:
    """Every template as it will be used, in the order of ``TEMPLATE_NAMES``."""
    return [_find(name, own_folder) for name in TEMPLATE_NAMES]


def copy_templates(target: Path) -> list[Path]:
    """Copy the shipped templates and their reference to ``target``, made when missing.

    Raises RefusedError, copying nothing, when a file of the same name is there already.
    """
    source = shipped_folder("templates")
    names = [*(kind.template for kind in DOCUMENT_KINDS.values()), REFERENCE]
    taken = [name for name in names if (target / name).exists()]
    if taken:
        raise RefusedError(
            f"I {target} finns redan {', '.join(taken)}. Välj en annan mapp eller flytta filerna."
        )
    target.mkdir(parents=True, exist_ok=True)
    return [Path(shutil.copyfile(source / name, target / name)) for name in names]


def _find(name: str, own_folder: str) -> TemplateFile:
    if own_folder:
        folder = Path(own_folder).expanduser()
        if not folder.is_dir():
            raise NotFoundError(
                f"Mallmappen {folder} finns inte. Rätta nämndens inställning mallmapp."
            )
        if (folder / f"{name}.docx").is_file():
            return TemplateFile(name, folder / f"{name}.docx", own=True)
    path = shipped_folder("templates") / f"{name}.docx"
    if not path.is_file():
        raise NotFoundError(f"Mallen {name}.docx finns inte. Installera om programmet.")
    return TemplateFile(name, path, own=False)
