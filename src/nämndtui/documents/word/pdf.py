"""PDF through LibreOffice, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from nämndtui.model.text.errors import NamndError, NotFoundError

_PROGRAMS = ("soffice", "libreoffice")
_USUAL_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
# Tagged PDF/A-2b marked PDF/UA-1, with bookmarks from the headings.
_EXPORT = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"SelectPdfVersion":{"type":"long","value":"2"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"}}'
)
_START_SECONDS = 120
_SECONDS_EACH = 60


class PdfError(NamndError):
    """LibreOffice did not make the PDF."""


def pdf_program() -> str | None:
    """The path of LibreOffice, or None when it is not installed."""
    for name in _PROGRAMS:
        if found := shutil.which(name):
            return found
    return next((place for place in _USUAL_PLACES if Path(place).is_file()), None)


def convert_to_pdf(documents: Sequence[Path], target: Path) -> list[Path]:
    """Tagged PDFs of ``documents`` in the folder ``target``, in the same order.

    All in one call, in a profile of its own, so that an open LibreOffice neither disturbs nor is
    disturbed. Raises NotFoundError without LibreOffice, PdfError when a PDF was not made.
    """
    if not documents:
        return []
    program = pdf_program()
    if program is None:
        raise NotFoundError(
            "PDF kräver LibreOffice, som inte finns på datorn. Installera LibreOffice, eller "
            "öppna Wordfilen och spara som PDF."
        )
    target.mkdir(parents=True, exist_ok=True)
    wanted = [target / f"{document.stem}.pdf" for document in documents]
    for old in wanted:
        old.unlink(missing_ok=True)
    said = _run(program, documents, target)
    missing = [path.name for path in wanted if not path.is_file()]
    if missing:
        raise PdfError(
            f"LibreOffice gjorde inte {', '.join(missing)}. Kontrollera att Wordfilen går att "
            f"öppna. LibreOffice sade: {said or 'ingenting'}"
        )
    return wanted


def _run(program: str, documents: Sequence[Path], target: Path) -> str:
    """What LibreOffice said. Its exit code says nothing: it is 0 also when no file was made."""
    with TemporaryDirectory(prefix="namndtui-pdf-") as profile:
        command = [program, "--headless", f"-env:UserInstallation={Path(profile).as_uri()}"]
        command += ["--convert-to", _EXPORT, "--outdir", str(target), *map(str, documents)]
        try:
            done = subprocess.run(
                command,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=_START_SECONDS + _SECONDS_EACH * len(documents),
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise PdfError(f"LibreOffice svarar inte. Försök igen. ({error})") from error
    return " ".join(done.stderr.split())[:300]
