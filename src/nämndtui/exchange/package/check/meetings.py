"""Checks meetings, agendas, attachments, §§ and minutes parts of a package."""

from __future__ import annotations

import binascii
from base64 import b64decode
from collections.abc import Iterator

from nämndtui.exchange.package.check.finding import Finding, doubles
from nämndtui.exchange.package.place import Path
from nämndtui.exchange.package.values import Raw
from nämndtui.model.people.committee import CommitteeSettings


def meeting_findings(data: Raw) -> Iterator[Finding]:
    """What is given twice, dates in the wrong order (D2.7), §§ without a part or an item."""
    for index, committee in enumerate(data.get("nämnder", ())):
        path: Path = ("nämnder", index)
        meetings: list[tuple[Path, Raw]] = [
            ((*path, "sammanträden", place), meeting)
            for place, meeting in enumerate(committee.get("sammanträden", ()))
        ]
        settings = committee.get("inställningar", {})
        start = settings.get("starttid", CommitteeSettings().start_time)
        yield from doubles(
            (at, (m["datum"], m.get("tid", start)), f"Sammanträdet {m['datum']} med samma tid")
            for at, m in meetings
        )
        yield from doubles(_paragraphs(meetings))
        for at, meeting in meetings:
            yield from _dates(meeting, at)
            yield from _times(meeting, at, start)
            yield from _parts(meeting, at)
            yield from doubles(
                ((*at, "punkter", place), item["nummer"], f"Punkt nummer {item['nummer']}")
                for place, item in enumerate(meeting.get("punkter", ()))
                if item.get("nummer") is not None
            )
            for place, item in enumerate(meeting.get("punkter", ())):
                yield from _attachments(item, (*at, "punkter", place))
        for place, item in enumerate(committee.get("väntande_punkter", ())):
            yield from _attachments(item, (*path, "väntande_punkter", place))


def _paragraphs(meetings: list[tuple[Path, Raw]]) -> Iterator[tuple[Path, tuple[int, int], str]]:
    """Every § with the year and number it is unique by (C2)."""
    for at, meeting in meetings:
        for place, item in enumerate(meeting.get("punkter", ())):
            if "paragraf" in item:
                paragraph = item["paragraf"]
                year = paragraph.get("år", int(meeting["datum"][:4]))
                key = (int(year), int(paragraph["nummer"]))
                yield (*at, "punkter", place, "paragraf"), key, f"§ {key[1]}/{key[0]}"


def _dates(meeting: Raw, path: Path) -> Iterator[Finding]:
    if meeting.get("slutdatum", "9999") < meeting["datum"]:
        yield path, '"slutdatum" är före "datum". Rätta datumen.'
    for index, part in enumerate(meeting.get("protokollsdelar", ())):
        at = (*path, "protokollsdelar", index)
        adjusted, posted = part.get("justerat"), part.get("anslaget")
        if adjusted and adjusted < meeting["datum"]:
            yield at, '"justerat" är före sammanträdet. Rätta datumet.'
        if posted and not adjusted:
            yield at, '"anslaget" kräver "justerat". Skriv när protokollet justerades.'
        elif posted and posted < adjusted:
            yield at, '"anslaget" är före "justerat". Rätta datumen.'


def _times(meeting: Raw, path: Path, usual_start: str) -> Iterator[Finding]:
    """An end before the start, on the same day."""
    start = meeting.get("tid", usual_start)
    same_day = meeting.get("slutdatum", meeting["datum"]) == meeting["datum"]
    if same_day and meeting.get("sluttid", start) < start:
        yield (
            path,
            f'"sluttid" ({meeting["sluttid"]}) är före "tid" ({start}). Rätta tiden, eller skriv '
            '"slutdatum" om sammanträdet slutade en annan dag.',
        )


def _parts(meeting: Raw, path: Path) -> Iterator[Finding]:
    existing = {
        int(item["paragraf"]["nummer"]) for item in meeting.get("punkter", ()) if "paragraf" in item
    }
    listed = [
        ((*path, "protokollsdelar", index, "paragrafer"), int(number))
        for index, part in enumerate(meeting.get("protokollsdelar", ()))
        for number in part.get("paragrafer", ())
    ]
    yield from doubles((at, number, f"§ {number}") for at, number in listed)
    for at, number in listed:
        if number not in existing:
            yield at, f"§ {number} hör inte till någon av sammanträdets punkter. Rätta numret."


def _attachments(item: Raw, path: Path) -> Iterator[Finding]:
    attachments = item.get("bilagor", ())
    yield from doubles(
        ((*path, "bilagor", index), str(part["nummer"]), f"Bilaga {part['nummer']}")
        for index, part in enumerate(attachments)
    )
    for index, part in enumerate(attachments):
        if not _is_base64(part.get("innehåll", "")):
            yield (
                (*path, "bilagor", index),
                '"innehåll" är inte base64. Koda om filen, eller använd en paketmapp och "fil".',
            )


def _is_base64(text: str) -> bool:
    try:
        b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return False
    return True
