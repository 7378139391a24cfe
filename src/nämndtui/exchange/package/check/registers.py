"""Checks the registers of a package: what a row refers to exists, and what it says can be so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from nämndtui.exchange.package.check.finding import Finding, doubles
from nämndtui.exchange.package.content.delegation import assumed_state
from nämndtui.exchange.package.content.registers import MAPPED_FIELDS
from nämndtui.exchange.package.content.unenforced import read_unenforced
from nämndtui.exchange.package.place import Path, shorten
from nämndtui.exchange.package.values import LocalIds, Raw, word
from nämndtui.model.delegation.order import point_key
from nämndtui.model.people.committee import CommitteeSettings
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.text.vocabulary import english
from nämndtui.model.unenforced.unenforced_decision import checked_unenforced

_DECISIONS, _MATTERS = "delegationsbeslut", "anmälningsärenden"


def register_findings(data: Raw) -> Iterator[Finding]:
    """What the schema cannot say about orders, decisions, reports, matters and column choices."""
    for index, committee in enumerate(data.get("nämnder", ())):
        path: Path = ("nämnder", index)
        yield from _orders(committee, path)
        yield from _places(committee, path)
        yield from _decisions(committee, path)
        yield from _unenforced(committee, path)
        yield from _reports(committee, path)
        yield from _mappings(committee, path)


def _orders(committee: Raw, path: Path) -> Iterator[Finding]:
    orders = [
        ((*path, "delegationsordningar", index), order)
        for index, order in enumerate(committee.get("delegationsordningar", ()))
    ]
    yield from doubles(
        (at, order["från"], f"En delegationsordning från {order['från']}") for at, order in orders
    )
    for at, order in orders:
        if order.get("till", "9999") < order["från"]:
            yield at, '"till" är före "från". Rätta datumen.'
        yield from doubles(
            ((*at, "punkter", index), point_key(part["punkt"]), f"Punkten {part['punkt']}")
            for index, part in enumerate(order.get("punkter", ()))
        )


def _places(committee: Raw, path: Path) -> Iterator[Finding]:
    """Meetings and places on an agenda that are not in the package."""
    meetings = meeting_names(committee)
    for key, kind in ((_DECISIONS, _DECISIONS), (_MATTERS, _MATTERS), ("kvartalsrapporter", "")):
        for index, row in enumerate(committee.get(key, ())):
            if "sammanträde" not in row:
                continue
            at, name = (*path, key, index), row["sammanträde"]
            if name not in meetings:
                yield (
                    at,
                    f"Sammanträdet {name} finns inte i paketet, eller finns två gånger. "
                    "Skriv datum, och klockslag om det behövs.",
                )
                continue
            items = meetings[name].get("punkter", [])
            place = row.get("dagordningsplats")
            if place is not None and place > len(items):
                yield at, f"Sammanträdet {name} har bara {len(items)} punkter. Rätta platsen."
            elif place is None and not any(item.get("slag", "beslut") == kind for item in items):
                yield at, f"Sammanträdet {name} har ingen punkt av slaget {kind}. Lägg till den."


def meeting_names(committee: Raw) -> dict[str, Raw]:
    """Every name a row may call a meeting by."""
    meetings = committee.get("sammanträden", [])
    usual = committee.get("inställningar", {}).get("starttid", CommitteeSettings().start_time)
    days = Counter(meeting["datum"] for meeting in meetings)
    alone = {one["datum"]: one for one in meetings if days[one["datum"]] == 1}
    return alone | {f"{one['datum']} {one.get('tid', usual)}": one for one in meetings}


def _decisions(committee: Raw, path: Path) -> Iterator[Finding]:
    """States that do not go with what else a decision says."""
    for index, row in enumerate(committee.get(_DECISIONS, ())):
        at = (*path, _DECISIONS, index)
        state = word(row, "status", "delegated_state", assumed_state(row))
        listed, told = "sammanträde" in row, "anmält" in row
        if state == "listed" and not listed:
            yield at, 'Ett beslut på dagordning behöver "sammanträde".'
        elif state == "reported" and not (listed or told):
            yield at, 'Ett anmält beslut behöver "sammanträde" eller "anmält".'
        elif listed and state not in ("listed", "reported"):
            yield at, f'"sammanträde" går inte ihop med status {row["status"]}. Ta bort det ena.'
        if (state == "posted") != ("anslaget" in row):
            yield at, '"anslaget" och status anslaget hör ihop. Skriv båda eller ingen.'
        elif row.get("anslaget", "9999") < row["beslutsdatum"]:
            yield at, '"anslaget" är före "beslutsdatum". Rätta datumen.'
        if row.get("brådskande") and state in ("exempt", "posted"):
            yield at, "Ett brådskande beslut ska alltid anmälas (KL 6:39)."
    for index, row in enumerate(committee.get(_MATTERS, ())):
        if (row.get("status", "att anmäla") == "att anmäla") and "status" in row:
            if "sammanträde" in row:
                yield (*path, _MATTERS, index), 'Ta bort "sammanträde" eller ändra "status".'
        elif "status" in row and "sammanträde" not in row:
            yield (*path, _MATTERS, index), 'Skriv vilket "sammanträde" ärendet anmäls vid.'


def _unenforced(committee: Raw, path: Path) -> Iterator[Finding]:
    rows = committee.get("ej_verkställda", [])
    paths = [(*path, "ej_verkställda", index) for index in range(len(rows))]
    yield from doubles(
        (at, row["rad"], f"Rad {row['rad']}")
        for at, row in zip(paths, rows, strict=True)
        if "rad" in row
    )
    numbers = {row["rad"] for row in rows if "rad" in row}
    patterns = committee.get("inställningar", {}).get("nyckelmönster", "")
    for at, row in zip(paths, rows, strict=True):
        other = row.get("ersatt_av")
        if other is not None and (other not in numbers or other == row.get("rad")):
            yield at, f"Rad {other} finns inte som kan ersätta den här. Rätta numret."
        alone = {key: value for key, value in row.items() if key != "ersatt_av"}
        try:
            checked_unenforced(read_unenforced([alone], 0, LocalIds())[0][0], date.max, patterns)
        except InvalidInputError as error:
            yield at, str(error)


def _reports(committee: Raw, path: Path) -> Iterator[Finding]:
    laws = {row["rad"]: row["lag"] for row in committee.get("ej_verkställda", ()) if "rad" in row}
    names: dict[str, Path] = {}
    for index, report in enumerate(committee.get("kvartalsrapporter", ())):
        at = (*path, "kvartalsrapporter", index)
        revision = report.get("utgåva", 1)
        name = f"{report['lag']} {report['kvartal']}"
        name += f" utgåva {revision}" if revision > 1 else ""
        if name in names:
            yield at, f"Rapporten {name} finns mer än en gång. Ändra utgåvan på den ena."
        names[name] = at
        for row in report.get("rader", ()):
            if laws.get(row["rad"]) != report["lag"]:
                yield (
                    at,
                    f"Rad {row['rad']} finns inte bland ej_verkställda enligt {report['lag']}. "
                    "Rätta numret.",
                )
    for index, matter in enumerate(committee.get(_MATTERS, ())):
        wanted = matter.get("kvartalsrapport")
        if wanted is not None and wanted not in names:
            yield (*path, _MATTERS, index), f"Kvartalsrapporten {wanted} finns inte i paketet."


def _mappings(committee: Raw, path: Path) -> Iterator[Finding]:
    for index, mapping in enumerate(committee.get("kolumnval", ())):
        headers = [field.header for field in MAPPED_FIELDS[english("import_kind", mapping["slag"])]]
        for part in mapping["kolumner"]:
            if part["fält"] not in headers:
                yield (
                    (*path, "kolumnval", index),
                    f"Fältet {shorten(part['fält'])} finns inte. Välj: {', '.join(headers)}.",
                )
