"""The same parts always give the same bytes: fixed order, fixed dates, no trace of the machine."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_EPOCH = (1980, 1, 1, 0, 0, 0)
_FIRST = ("[Content_Types].xml", "_rels/.rels")


def same_bytes_package(package: bytes) -> bytes:
    """A .docx (or any zip) rewritten so that equal parts give equal bytes."""
    with ZipFile(BytesIO(package)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    return write_package(parts)


def write_package(parts: dict[str, bytes], compress: bool = True) -> bytes:
    """A zip of ``parts`` (name → bytes): content types first, the rest by name.

    ``compress=False`` makes the bytes independent of the zlib that Python was built with.
    """
    order = [name for name in _FIRST if name in parts]
    order += sorted(name for name in parts if name not in _FIRST)
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED if compress else ZIP_STORED) as target:
        for name in order:
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED if compress else ZIP_STORED
            entry.create_system = 3
            target.writestr(entry, parts[name])
    return out.getvalue()
