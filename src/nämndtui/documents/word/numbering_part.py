"""The part of a Word package that defines its lists."""

from __future__ import annotations

from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart

from nämndtui.documents.word.xml import NAMESPACE


def numbering_root(document_part: Any) -> Any:
    """The ``w:numbering`` element of ``document_part``; made when the template never had a list."""
    for relation in document_part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return relation.target_part.element
    part = XmlPart.load(
        PackURI("/word/numbering.xml"),
        CONTENT_TYPE.WML_NUMBERING,
        f'<w:numbering xmlns:w="{NAMESPACE}"/>'.encode(),
        document_part.package,
    )
    document_part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return part.element
