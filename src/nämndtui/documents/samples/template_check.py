"""Do the templates in a folder work? Each is tried with ordinary and with hostile text."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

from nämndtui.documents.samples.documents import hostile_facts, ordinary_facts, sample_document
from nämndtui.documents.templates.error import TemplateFaultError
from nämndtui.documents.templates.template_set import TEMPLATE_NAMES
from nämndtui.documents.word.accessibility import accessibility_faults
from nämndtui.model.publication.document_kinds import DOCUMENT_KINDS
from nämndtui.model.text.errors import InvalidInputError, NotFoundError


def check_templates(folder: Path) -> list[str]:
    """Faults in the templates of ``folder``, a Swedish sentence each; empty when all is well.

    A template that is not in the folder is not missed: the shipped one is used in its place. A
    Word document by another name than a template's is pointed out, as it would never be used.
    Given a template file, only that one is checked. Raises NotFoundError when there is no such
    folder, or no Word document in it, InvalidInputError for another file.
    """
    known = [kind.template for kind in DOCUMENT_KINDS.values()]
    if folder.is_file():
        return _faults_of(_template_name(folder, known), folder.parent)
    if not folder.is_dir():
        raise NotFoundError(f"Mappen {folder} finns inte.")
    faults: list[str] = []
    names = sorted(path.name for path in folder.glob("*.docx") if not path.name.startswith("~$"))
    if not names:
        raise NotFoundError(
            f"I {folder} finns inga egna mallar, så programmets egna används. "
            f"Kopiera dem dit: namndtui mallar kopiera {folder}"
        )
    faults += [
        f"{name} används inte: mallarna heter {', '.join(known)}."
        for name in names
        if name not in known
    ]
    for name in TEMPLATE_NAMES:
        if f"{name}.docx" in names:
            faults += _faults_of(name, folder)
    return faults


def _template_name(file: Path, known: list[str]) -> str:
    name = normalize("NFC", file.name)
    if name not in known:
        raise InvalidInputError(f"{file} är ingen mall. Mallarna heter {', '.join(known)}.")
    return name.removesuffix(".docx")


def _faults_of(name: str, folder: Path) -> list[str]:
    try:
        ordinary = sample_document(name, ordinary_facts().with_templates(folder))
        sample_document(name, hostile_facts().with_templates(folder))
    except TemplateFaultError as error:
        return [str(error)]
    return [f"Mallen {name}.docx: {fault}" for fault in accessibility_faults(ordinary.content)]
