"""Attachments and their bytes between the package and the model."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping
from hashlib import sha256

from nämndtui.exchange.package.media_type import guess_media_type
from nämndtui.exchange.package.values import (
    LocalIds,
    Raw,
    day,
    iso_day,
    kept,
    line,
    said,
    unless_line,
    word,
)
from nämndtui.model.agenda.agenda_item import Attachment, StoredFile
from nämndtui.model.agenda.attachment_number import parse_attachment_number
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.errors import NotFoundError
from nämndtui.model.text.file_name import plain_file_name


def read_attachment(raw: Raw, ids: LocalIds, files: dict[str, bytes]) -> Attachment:
    """One attachment; its bytes, if any, go into ``files`` by SHA-256 (hexadecimal)."""
    return Attachment(
        ids.next("attachment"),
        parse_attachment_number(str(raw["nummer"])),
        line(raw, "rubrik"),
        day(raw, "datum"),
        line(raw, "diarienummer"),
        word(raw, "publicera", "publish", "yes"),
        read_file(raw, files),
    )


def read_file(raw: Raw, files: dict[str, bytes]) -> StoredFile | None:
    """The file of an attachment or a matter, if it has one; its bytes go into ``files``."""
    if "innehåll" not in raw:
        return None
    data = b64decode("".join(raw["innehåll"].split()), validate=True)
    digest = sha256(data).hexdigest()
    files[digest] = data
    name = plain_file_name(raw["filnamn"])
    return StoredFile(digest, name, line(raw, "mediatyp", guess_media_type(name)), len(data))


def write_attachment(attachment: Attachment, files: Mapping[str, bytes]) -> Raw:
    """One attachment with its bytes in base64.

    Raises NotFoundError when ``files`` lacks them: an export must not lose an attachment.
    """
    fields = {
        "nummer": str(attachment.number),
        "rubrik": clean_line(attachment.title),
        "datum": iso_day(attachment.date),
        "diarienummer": unless_line(attachment.dnr),
        "publicera": said("publish", attachment.publish, "yes"),
    }
    what = f"bilaga {attachment.number} {attachment.title}"
    return kept(fields) | write_file(attachment.file, what, files)


def write_file(file: StoredFile | None, whose: str, files: Mapping[str, bytes]) -> Raw:
    """A file with its bytes in base64; nothing when there is none.

    Raises NotFoundError when ``files`` lacks them: an export must not lose a document.
    """
    if file is None:
        return {}
    if file.sha256 not in files:
        raise NotFoundError(f"Filen {file.name} till {whose} saknas. Kör namndtui kontrollera.")
    return kept(
        {
            "filnamn": plain_file_name(file.name),
            "mediatyp": unless_line(file.media_type, guess_media_type(file.name)),
            "innehåll": b64encode(files[file.sha256]).decode("ascii"),
        }
    )
