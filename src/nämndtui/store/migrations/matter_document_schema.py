"""A matter for information has its document (A6): the file, kept as attachments' bytes are."""

from __future__ import annotations

MATTER_DOCUMENTS = (
    "ALTER TABLE reported_matters ADD COLUMN sha256 TEXT CHECK (length(sha256) = 64)",
    "ALTER TABLE reported_matters ADD COLUMN file_name TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE reported_matters ADD COLUMN media_type TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE reported_matters ADD COLUMN size INTEGER NOT NULL DEFAULT 0",
)
