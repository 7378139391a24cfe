"""A Package as canonical JSON text: the same package always gives the same bytes."""

from __future__ import annotations

import json

from nämndtui.exchange.package.content.cases import write_case
from nämndtui.exchange.package.content.committee import write_settings, write_standing_item
from nämndtui.exchange.package.content.items import write_item
from nämndtui.exchange.package.content.meetings import write_dossier
from nämndtui.exchange.package.content.minutes_facts import (
    write_committee_facts,
    write_meeting_facts,
)
from nämndtui.exchange.package.content.people import write_mandate, write_person
from nämndtui.exchange.package.content.registers import write_registers
from nämndtui.exchange.package.content.sendings import SentFiles, write_sendings
from nämndtui.exchange.package.item_places import ItemPlaces
from nämndtui.exchange.package.values import OMIT, Raw, kept, listed
from nämndtui.model.package.package import CommitteePackage, Package
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.clean_text import clean_line

FORMAT = "namndtui-paket"
VERSION = 1


def write_package(package: Package) -> str:
    """The whole package as JSON: the schema's key order, defaults left out, a final newline.

    Attachments' bytes are inside, in base64. Raises NotFoundError when some are missing.
    """
    sent_files = SentFiles(package)
    data = kept(
        {
            "format": FORMAT,
            "version": VERSION,
            "personer": listed(map(write_person, package.persons)),
            "nämnder": listed(_write_committee(c, package, sent_files) for c in package.committees),
        }
    )
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _write_committee(bundle: CommitteePackage, package: Package, sent_files: SentFiles) -> Raw:
    committee, mandates, files = bundle.committee, bundle.mandates, package.files
    places = ItemPlaces(bundle.meetings, bundle.waiting)
    meetings = (
        {
            **write_dossier(dossier, mandates, files),
            **write_sendings(dossier, places, sent_files),
            **_facts(dossier, bundle, package),
        }
        for dossier in bundle.meetings
    )
    waiting = (write_item(item, OMIT, "draft", files) for item in bundle.waiting)
    return kept(
        {
            "kod": clean_line(committee.code),
            "namn": clean_line(committee.name),
            "kommun": clean_line(committee.municipality),
            "inställningar": write_settings(committee.settings) or OMIT,
            "mandat": listed(map(write_mandate, mandates)),
            "återkommande": listed(map(write_standing_item, bundle.standing_items)),
            "ärenden": listed(map(write_case, bundle.cases)),
            "sammanträden": listed(meetings),
            "väntande_punkter": listed(waiting),
            **write_registers(bundle.registers, bundle.meetings, files),
            **write_committee_facts(bundle, package.persons),
        }
    )


def _facts(dossier: MeetingDossier, bundle: CommitteePackage, package: Package) -> Raw:
    facts = write_meeting_facts(bundle, dossier, package.persons)
    return {"protokollsunderlag": facts} if facts else {}
