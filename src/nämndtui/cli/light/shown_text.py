"""What ``visa`` prints for people. The fast look-ups load this module."""

from __future__ import annotations

from collections.abc import Iterator

from nämndtui.cli.light.item_shown import item_facts, item_rows
from nämndtui.cli.light.shown_json import earlier_text, part_numbers
from nämndtui.cli.light.text_layout import one_line, wrapped
from nämndtui.model.agenda.item_fields import CASE, MEETING, PARAGRAPH
from nämndtui.model.text.paragraph_range import format_paragraphs
from nämndtui.model.text.vocabulary import swedish
from nämndtui.store.light.lookup_items import Found

Lines = Iterator[str]


def case_text(case: Found, width: int | None) -> str:
    """One case: its facts, each meeting with decision or proposal, the attachments."""
    return "\n".join(_case(case, width))


def meeting_text(meeting: Found, width: int | None) -> str:
    """One meeting: time and place, the agenda, who was there."""
    return "\n".join(_meeting(meeting, width))


def paragraph_text(paragraph: Found, width: int | None) -> str:
    """One §: the decision and what belongs to it."""
    return "\n".join(_paragraph(paragraph, width))


def _case(case: Found, width: int | None) -> Lines:
    yield wrapped(one_line(case["title"]), width, f"{case['dnr']}  ")
    yield _facts(
        width,
        case["committee"],
        swedish("case_type", case["case_type"]),
        swedish("case_state", case["state"]),
        _dated("öppnat", case["opened"]),
        _dated("väckt", case["raised_on"]),
        _dated("avslutat", case["closed"]),
    )
    if case["foreign_dnr"]:
        numbers = ", ".join(case["foreign_dnr"])
        yield wrapped(numbers, width, "Främmande diarienummer: ")
    if case["note"]:
        yield wrapped(case["note"], width, "Anteckning: ")
    if case["items"]:
        yield "\nSammanträden"
    for item in case["items"]:
        yield wrapped(_occasion(item), width, "  ", " " * 4)
        if item["title"] != case["title"]:
            yield wrapped(one_line(item["title"]), width, "    ")
        yield from _earlier(item, width)
        yield from _texts(item, width)
        yield from _attachments(item, width)
        yield from _rows(item, CASE, width, "    ")


def _meeting(meeting: Found, width: int | None) -> Lines:
    end = f"–{_time(meeting['end'])}" if meeting["end"] else ""
    when = f"{meeting['date']} kl. {_time(meeting['start'])}{end}"
    yield wrapped(f"{meeting['committee']}  {when}", width)
    yield _facts(
        width,
        one_line(meeting["place"]),
        "" if meeting["kind"] == "ordinary" else "extra sammanträde",
        swedish("meeting_state", meeting["state"]),
        _dated("kallelse", meeting["summons_date"]),
    )
    if meeting["remark"]:
        yield wrapped(meeting["remark"], width)
    if not meeting["items"]:
        yield "\nDagordningen är tom."
    for item in meeting["items"]:
        yield from _item(item, width)
    serving = [_present(row) for row in meeting["attendances"] if _serves(row)]
    if serving:
        yield "\nBeslutande"
        yield wrapped(", ".join(serving), width, "  ")
    for part in meeting["minutes_parts"]:
        if part["adjusters"] or part["adjusted_on"]:
            names = f"Justerare {part['adjusters']}" if part["adjusters"] else ""
            dates = (_dated("justerat", part["adjusted_on"]), _dated("anslaget", part["posted_on"]))
            numbers = format_paragraphs(part_numbers(part))
            yield f"\n{_facts(width, numbers, names, *dates)}"


def _item(item: Found, width: int | None) -> Lines:
    number = f"{item['number']:>3}" if item["number"] else "   "
    title = one_line(item["title"])
    numbers = f" ({', '.join(item['dnrs'])})" if item["dnrs"] else ""
    yield ""
    yield wrapped(f"{title}{numbers}", width, f"{number} ")
    starts = f"beräknas börja {_time(item['starts'])}" if item["starts"] else ""
    facts = _facts(None, _paragraph_mark(item), *item_facts(item, MEETING), starts)
    if facts:
        yield wrapped(facts, width, "    ")
    yield from _earlier(item, width)
    yield from _texts(item, width)
    yield from _attachments(item, width)
    yield from _rows(item, MEETING, width, "    ")


def _paragraph(paragraph: Found, width: int | None) -> Lines:
    mark = f"§ {paragraph['paragraph']}/{paragraph['year']}"
    numbers = f" ({', '.join(paragraph['dnrs'])})" if paragraph["dnrs"] else ""
    yield wrapped(f"{one_line(paragraph['title'])}{numbers}", width, f"{mark}  ")
    yield _facts(
        width,
        paragraph["committee"],
        paragraph["date"],
        f"p. {paragraph['number']}" if paragraph["number"] else "",
        swedish("outcome", paragraph["outcome"]),
        "omedelbart justerad" if paragraph["immediate"] else "",
        _dated("justerad", paragraph["adjusted_on"]),
        _dated("anslagen", paragraph["posted_on"]),
        *item_facts(paragraph, PARAGRAPH),
    )
    yield from _corrections(paragraph, width)
    yield from _points("Beslut", paragraph["decision"], width, "")
    for label, key in (
        ("Jäv", "disqualification"),
        ("Reservationer", "reservations"),
        ("Protokollsanteckningar", "notes"),
        ("Yrkanden", "motions"),
        ("Beslutsgång", "procedure"),
        ("Omröstning", "vote"),
    ):
        if paragraph[key]:
            yield f"{label}\n{wrapped(paragraph[key], width, '  ')}"
    yield from _attachments(paragraph, width)
    yield from _rows(paragraph, PARAGRAPH, width, "")


def _corrections(paragraph: Found, width: int | None) -> Lines:
    """Both wordings of what has been corrected since the § was adjusted."""
    for row in paragraph["corrections"]:
        yield wrapped(f"{row['made_on']} av {row['made_by']}: {row['reason']}", width, "Rättelse ")
        field, basis = swedish("minutes_field", row["field"]), row["basis"]
        yield f"  Avser {field}, grund {swedish('correction_basis', basis)}"
        yield wrapped(row["before"] or "(inget)", width, "  Tidigare lydelse: ", " " * 4)
        yield wrapped(row["after"] or "(inget)", width, "  Rättad lydelse: ", " " * 4)


def _earlier(item: Found, width: int | None) -> Lines:
    """Why an item was postponed, and where one that returns comes from."""
    if item["item_state"] in ("tabled", "referred_back") and item["reason"]:
        yield wrapped(one_line(item["reason"]), width, "    Skäl: ", " " * 6)
    if item["earlier_date"]:
        yield wrapped(one_line(earlier_text(item)), width, "    Återkommer: ", " " * 6)


def _texts(item: Found, width: int | None) -> Lines:
    """The decision when there is one, else the proposal."""
    if item["paragraph"]:
        yield from _points("Beslut", item["decision"], width, "    ")
    else:
        yield from _points("Förslag", item["proposal"], width, "    ")


def _points(label: str, points: list[str], width: int | None, indent: str) -> Lines:
    if not points:
        return
    yield f"{indent}{label}"
    for number, point in enumerate(points, 1):
        mark = f"{number}. " if len(points) > 1 else ""
        yield wrapped(point, width, f"{indent}  {mark}")


def _attachments(item: Found, width: int | None) -> Lines:
    for row in item["attachments"]:
        missing = "" if row["sha256"] else " (filen saknas)"
        yield wrapped(f"{one_line(row['title'])}{missing}", width, f"    Bilaga {row['number']}: ")


def _rows(item: Found, place: str, width: int | None, indent: str) -> Lines:
    """Presenters, recipients, remark and what else has a label."""
    for label, text in item_rows(item, place):
        yield wrapped(text, width, f"{indent}{label}: ")


def _occasion(item: Found) -> str:
    """Where an item of a case stands: date, number, §, state, and what is not as usual."""
    state = swedish("item_state", item["item_state"])
    facts = " · ".join(fact for fact in item_facts(item, CASE) if fact != state)
    if not item["date"]:
        return "  ".join(filter(None, ("väntar på ett sammanträde", facts)))
    number = f"p. {item['number']}" if item["number"] else ""
    parts = (item["date"], number, _paragraph_mark(item), state, facts)
    return "  ".join(part for part in parts if part)


def _paragraph_mark(item: Found) -> str:
    return f"§ {item['paragraph']}" if item["paragraph"] else ""


def _serves(row: Found) -> bool:
    return row["role"] in ("member", "serving_substitute")


def _present(row: Found) -> str:
    party = f" ({row['party']})" if row["party"] else ""
    office = row["office"] if row["office"] not in ("", "member", "substitute") else ""
    replaces = f", ersätter {row['replaces']}" if row["replaces"] else ""
    return f"{row['name']}{party}{', ' + swedish('office', office) if office else ''}{replaces}"


def _dated(word: str, day: str | None) -> str:
    return f"{word} {day}" if day else ""


def _facts(width: int | None, *parts: str) -> str:
    return wrapped(" · ".join(part for part in parts if part), width)


def _time(clock: str) -> str:
    return clock.replace(":", ".")
