"""What ``visa``, ``sök`` and ``lista`` give as JSON: the Swedish keys scripts depend on.

Dates are ISO, times ``18:30``; what is not known is null, lists are never null. The fast
look-ups load this module.
"""

from __future__ import annotations

from nämndtui.cli.light.item_shown import attachment_json, item_values
from nämndtui.model.agenda.item_fields import CASE, MEETING, PARAGRAPH
from nämndtui.model.text.paragraph_range import format_paragraphs
from nämndtui.model.text.vocabulary import VALUES, swedish
from nämndtui.store.light.lookup_items import Found

Shown = dict[str, object]


def case_json(case: Found) -> Shown:
    """One case with the meetings it has been on and its attachments."""
    held = [item for item in case["items"] if item["date"]]
    waiting = [item for item in case["items"] if not item["date"]]
    return {
        "diarienummer": case["dnr"],
        "rubrik": case["title"],
        "nämnd": case["committee"],
        "nämndkod": case["committee_code"],
        "typ": swedish("case_type", case["case_type"]),
        "status": swedish("case_state", case["state"]),
        "öppnat": case["opened"],
        "avslutat": case["closed"],
        "väckt": case["raised_on"],
        "främmande_diarienummer": case["foreign_dnr"],
        "anteckning": case["note"],
        "sammanträden": [{"datum": item["date"], **_handled(item)} for item in held],
        "väntande_punkter": [_handled(item) for item in waiting],
        "bilagor": [
            {**attachment_json(attachment), "sammanträde": item["date"], "punkt": item["number"]}
            for item in case["items"]
            for attachment in item["attachments"]
        ],
    }


def meeting_json(meeting: Found) -> Shown:
    """One meeting with its agenda, attendance and minutes."""
    return {
        "datum": meeting["date"],
        "tid": meeting["start"],
        "sluttid": meeting["end"],
        "slutdatum": meeting["end_date"],
        "plats": meeting["place"],
        "nämnd": meeting["committee"],
        "nämndkod": meeting["committee_code"],
        "slag": swedish("meeting_kind", meeting["kind"]),
        "status": swedish("meeting_state", meeting["state"]),
        "anmärkning": meeting["remark"],
        "kallelsedatum": meeting["summons_date"],
        "punkter": [_item(item) for item in meeting["items"]],
        "närvaro": [_attendance(row) for row in meeting["attendances"]],
        "protokollsdelar": [_part(row) for row in meeting["minutes_parts"]],
    }


def paragraph_json(paragraph: Found) -> Shown:
    """One § with the item it decided."""
    return {
        "paragraf": paragraph["paragraph"],
        "år": paragraph["year"],
        "nämnd": paragraph["committee"],
        "nämndkod": paragraph["committee_code"],
        "datum": paragraph["date"],
        **item_values(paragraph, PARAGRAPH),
        "utfall": swedish("outcome", paragraph["outcome"]),
        "beslut": paragraph["decision"],
        "yrkanden": paragraph["motions"],
        "beslutsgång": paragraph["procedure"],
        "omröstning": paragraph["vote"],
        "jäv": paragraph["disqualification"],
        "reservationer": paragraph["reservations"],
        "protokollsanteckningar": paragraph["notes"],
        "omedelbar": bool(paragraph["immediate"]),
        "justerat": paragraph["adjusted_on"],
        "anslaget": paragraph["posted_on"],
        "rättelser": [_correction(row) for row in paragraph["corrections"]],
    }


def hit_json(hit: Found) -> Shown:
    """One row of a search."""
    state = {"case": "case_state", "item": "item_state", "meeting": "meeting_state"}
    slag = {"case": "ärende", "item": "punkt", "meeting": "sammanträde"}
    return {
        "slag": slag[hit["kind"]],
        "diarienummer": hit["dnr"] or None,
        "rubrik": hit["title"],
        "status": swedish(state[hit["kind"]], hit["state"]),
        "datum": hit["date"],
        "punkt": hit["number"],
        "paragraf": hit["paragraph"],
        "nämndkod": hit["committee_code"],
    }


def earlier_text(item: Found) -> str:
    """``§ 92 2026-12-08, återremiss: utreda kostnaderna``; empty for a new item."""
    if not item["earlier_date"]:
        return ""
    number, reason = item["earlier_paragraph"], item["earlier_reason"]
    section = f"§ {number} " if number else ""
    how = VALUES["treatment"].get(item["earlier_state"], "")
    why = f": {reason}" if how and reason else ""
    return f"{section}{item['earlier_date']}{', ' if how else ''}{how}{why}"


def _handled(item: Found) -> Shown:
    """An item as its case sees it."""
    return {**item_values(item, CASE), **_outcome(item)}


def _item(item: Found) -> Shown:
    return {
        **item_values(item, MEETING),
        "beräknad_start": item["starts"],
        **_outcome(item),
    }


def _outcome(item: Found) -> Shown:
    """What became of an item: its § and decision, and how it was treated before."""
    return {
        "paragraf": item["paragraph"],
        "utfall": swedish("outcome", item["outcome"]) if item["outcome"] else None,
        "tidigare_behandling": earlier_text(item) or None,
        "beslut": item["decision"],
    }


def _attendance(row: Found) -> Shown:
    return {
        "namn": row["name"],
        "parti": row["party"] or None,
        "roll": swedish("attendance_role", row["role"]),
        "uppdrag": swedish("office", row["office"]) if row["office"] else None,
        "ersätter": row["replaces"] or None,
        "titel": row["title"] or None,
        "distans": bool(row["remote"]),
    }


def _correction(row: Found) -> Shown:
    return {
        "datum": row["made_on"],
        "av": row["made_by"],
        "grund": swedish("correction_basis", row["basis"]),
        "fält": swedish("minutes_field", row["field"]),
        "före": row["before"],
        "efter": row["after"],
        "skäl": row["reason"],
    }


def part_numbers(row: Found) -> list[int]:
    """The §§ that a part of the minutes adjusts."""
    return sorted(int(number) for number in (row["paragraphs"] or "").split(",") if number)


def _part(row: Found) -> Shown:
    return {
        "omedelbar": bool(row["immediate"]),
        "första_paragraf": row["first_paragraph"],
        "sista_paragraf": row["last_paragraph"],
        "paragrafer": part_numbers(row),
        "paragrafspann": format_paragraphs(part_numbers(row)),
        "justerare": row["adjusters"].split(", ") if row["adjusters"] else [],
        "justeringsdatum": row["adjust_date"],
        "justerat": row["adjusted_on"],
        "anslaget": row["posted_on"],
    }
