"""A committee's registers between the package and the model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nämndtui.exchange.package.content.attachments import read_file, write_file
from nämndtui.exchange.package.content.delegation import (
    read_decision,
    read_order,
    write_decision,
    write_order,
)
from nämndtui.exchange.package.content.unenforced import (
    read_report,
    read_unenforced,
    report_name,
    write_report,
    write_unenforced,
)
from nämndtui.exchange.package.item_places import ItemPlaces
from nämndtui.exchange.package.register_values import read_columns, write_columns
from nämndtui.exchange.package.values import (
    OMIT,
    LocalIds,
    Raw,
    kept,
    line,
    listed,
    said,
    unless_line,
    word,
)
from nämndtui.exchange.tables.column_matching import ImportField
from nämndtui.exchange.tables.decisions import DECISION_FIELDS
from nämndtui.exchange.tables.rules import RULE_FIELDS
from nämndtui.exchange.tables.unenforced import SUPPORT_FIELDS
from nämndtui.model.delegation.columns import MATTER_COLUMNS
from nämndtui.model.delegation.reported_matter import ReportedMatter
from nämndtui.model.package.registers import ImportMapping, Registers
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.vocabulary import english, swedish

_MATTERS = "reported_matters"
MAPPED_FIELDS: Mapping[str, Sequence[ImportField]] = {
    "delegation_order": RULE_FIELDS,
    "delegated_decision": DECISION_FIELDS,
    "unenforced_decision": SUPPORT_FIELDS,
}
"""Import kind → the fields a column can be chosen for."""


def read_registers(
    raw: Raw,
    committee_id: int,
    dossiers: Sequence[MeetingDossier],
    ids: LocalIds,
    files: dict[str, bytes],
) -> Registers:
    """The registers of one committee, whose meetings are ``dossiers``.

    The bytes of the matters' documents go into ``files`` by SHA-256.
    """
    places = ItemPlaces(dossiers)
    decisions = tuple(
        read_decision(part, committee_id, places, ids) for part in raw.get("delegationsbeslut", ())
    )
    support, numbers = read_unenforced(raw.get("ej_verkställda", ()), committee_id, ids)
    reports = tuple(
        read_report(part, committee_id, numbers, places, ids)
        for part in raw.get("kvartalsrapporter", ())
    )
    by_name = {report_name(report): report.id for report in reports}
    return Registers(
        orders=tuple(
            read_order(part, committee_id, ids) for part in raw.get("delegationsordningar", ())
        ),
        decisions=decisions,
        support=support,
        reports=reports,
        matters=tuple(
            _read_matter(part, committee_id, by_name, places, ids, files)
            for part in raw.get("anmälningsärenden", ())
        ),
        mappings=tuple(map(_read_mapping, raw.get("kolumnval", ()))),
        decision_keys=_keys(raw.get("delegationsbeslut", ()), [one.id for one in decisions]),
        unenforced_keys=_keys(raw.get("ej_verkställda", ()), [one.id for one in support]),
    )


def write_registers(
    registers: Registers, dossiers: Sequence[MeetingDossier], files: Mapping[str, bytes]
) -> Raw:
    """The inverse of ``read_registers``: keys of the committee, OMIT for empty registers."""
    places = ItemPlaces(dossiers)
    numbers = {row.id: number for number, row in enumerate(registers.support, 1)}
    names = {report.id: report_name(report) for report in registers.reports}
    return {
        "delegationsordningar": listed(map(write_order, registers.orders)),
        "delegationsbeslut": listed(
            write_decision(one, places, registers.decision_keys) for one in registers.decisions
        ),
        "ej_verkställda": listed(
            write_unenforced(row, numbers, registers.unenforced_keys) for row in registers.support
        ),
        "kvartalsrapporter": listed(
            write_report(report, numbers, places) for report in registers.reports
        ),
        "anmälningsärenden": listed(
            _write_matter(one, names, places, files) for one in registers.matters
        ),
        "kolumnval": listed(map(_write_mapping, registers.mappings)),
    }


def _keys(rows: Sequence[Raw], ids: Sequence[int]) -> dict[int, str]:
    return {
        row_id: raw["importnyckel"]
        for raw, row_id in zip(rows, ids, strict=True)
        if "importnyckel" in raw
    }


def _read_matter(
    raw: Raw,
    committee_id: int,
    reports: Mapping[str, int],
    places: ItemPlaces,
    ids: LocalIds,
    files: dict[str, bytes],
) -> ReportedMatter:
    assumed = "listed" if "sammanträde" in raw else "collected"
    return ReportedMatter(
        id=ids.next("reported_matter"),
        committee_id=committee_id,
        state=word(raw, "status", "matter_state", assumed),
        item_id=places.read(raw, _MATTERS),
        quarter_report_id=reports[raw["kvartalsrapport"]] if "kvartalsrapport" in raw else None,
        document=read_file(raw, files),
        **read_columns(raw, MATTER_COLUMNS),
    )


def _write_matter(
    one: ReportedMatter,
    reports: Mapping[int, str],
    places: ItemPlaces,
    files: Mapping[str, bytes],
) -> Raw:
    place = places.fields(one.item_id, _MATTERS)
    assumed = "collected" if place["sammanträde"] is OMIT else "listed"
    report = one.quarter_report_id
    own = {
        "status": said("matter_state", one.state, assumed),
        **place,
        "kvartalsrapport": OMIT if report is None else reports[report],
        **dict.fromkeys(("fil", "filnamn", "mediatyp", "innehåll"), OMIT),
        **write_file(one.document, f"anmälningsärendet {one.title}", files),
    }
    return kept(write_columns(one, MATTER_COLUMNS, own))


def _read_mapping(raw: Raw) -> ImportMapping:
    kind = english("import_kind", raw["slag"])
    names = {field.header: field.name for field in MAPPED_FIELDS[kind]}
    return ImportMapping(
        kind,
        tuple(map(clean_line, raw["rubriker"])),
        tuple((names[part["fält"]], line(part, "kolumn")) for part in raw["kolumner"]),
    )


def _write_mapping(mapping: ImportMapping) -> Raw:
    headers = {field.name: field.header for field in MAPPED_FIELDS[mapping.kind]}
    return {
        "slag": swedish("import_kind", mapping.kind),
        "rubriker": list(mapping.headers),
        "kolumner": [
            kept({"fält": headers[name], "kolumn": unless_line(header)})
            for name, header in mapping.columns
        ],
    }
