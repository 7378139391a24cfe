"""The media type a file name promises, the same on every machine."""

from __future__ import annotations

_OFFICE = "application/vnd.openxmlformats-officedocument."
_BY_SUFFIX = {
    "pdf": "application/pdf",
    "docx": f"{_OFFICE}wordprocessingml.document",
    "xlsx": f"{_OFFICE}spreadsheetml.sheet",
    "pptx": f"{_OFFICE}presentationml.presentation",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "rtf": "application/rtf",
    "txt": "text/plain",
    "md": "text/markdown",
    "csv": "text/csv",
    "html": "text/html",
    "json": "application/json",
    "xml": "application/xml",
    "zip": "application/zip",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "svg": "image/svg+xml",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "eml": "message/rfc822",
}


def guess_media_type(name: str) -> str:
    """``application/pdf`` for ``budget.pdf``; ``application/octet-stream`` when unknown.

    The operating system's own table is not asked: it differs between machines.
    """
    return _BY_SUFFIX.get(name.rpartition(".")[2].lower(), "application/octet-stream")
