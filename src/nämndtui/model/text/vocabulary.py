"""The one bridge between English inside and Swedish outside.

A field or value has the same Swedish name on screen, in a template, a CSV header and a JSON
key. Plain dicts only: the fast look-ups import this module.
"""

from __future__ import annotations

VALUES: dict[str, dict[str, str]] = {
    "office": {
        "chair": "ordförande",
        "first_vice_chair": "1:e vice ordförande",
        "second_vice_chair": "2:e vice ordförande",
        "member": "ledamot",
        "substitute": "ersättare",
    },
    "person_kind": {
        "elected": "förtroendevald",
        "official": "tjänsteperson",
        "union_representative": "facklig företrädare",
        "guest": "gäst",
    },
    "treatment": {
        "tabled": "bordläggning",
        "referred_back": "återremiss",
        "withdrawn": "utgick",
    },
    "case_type": {
        "decision": "beslut",
        "information": "information",
        "standing": "återkommande",
        "motion": "motion",
        "citizen_proposal": "medborgarförslag",
        "referral": "remiss",
        "report": "rapport",
    },
    "case_state": {
        "open": "öppet",
        "prepared": "berett",
        "decided": "beslutat",
        "dispatched": "expedierat",
        "closed": "avslutat",
    },
    "item_kind": {
        "opening": "inledning",
        "heading": "rubrik",
        "decision": "beslut",
        "information": "information",
        "reported_matters": "anmälningsärenden",
        "delegated_decisions": "delegationsbeslut",
        "other": "övrigt",
    },
    "item_state": {
        "draft": "utkast",
        "ready": "klar",
        "listed": "på dagordningen",
        "withdrawn": "utgår",
        "tabled": "bordlagd",
        "referred_back": "återremitterad",
        "decided": "beslutad",
        "noted": "noterad",
    },
    "late": {"no": "nej", "supplement": "tillägg", "at_meeting": "extra"},
    "publish": {"yes": "ja", "masked": "maskad", "no": "nej"},
    "sending_kind": {"summons": "kallelse", "supplement": "tillägg"},
    "sent_kind": {"item_page": "punkt", "memo": "tjänsteskrivelse", "attachment": "bilaga"},
    "meeting_kind": {"ordinary": "ordinarie", "extra": "extra"},
    "meeting_state": {
        "planned": "planerat",
        "preparing": "under beredning",
        "summoned": "kallat",
        "in_session": "pågår",
        "adjourned": "ajournerat",
        "closed": "avslutat",
        "minutes_drafted": "protokoll skrivet",
        "partly_adjusted": "delvis justerat",
        "adjusted": "justerat",
        "posted": "anslaget",
        "final": "laga kraft",
        "archived": "arkiverat",
        "cancelled": "inställt",
    },
    "attendance_role": {
        "member": "ledamot",
        "serving_substitute": "tjänstgörande ersättare",
        "substitute": "ersättare",
        "official": "tjänsteperson",
        "union_representative": "facklig företrädare",
        "guest": "gäst",
    },
    "outcome": {
        "as_proposed": "enligt förslaget",
        "own_decision": "eget beslut",
        "rejected": "avslag",
        "tabled": "bordläggning",
        "referred_back": "återremiss",
        "noted": "noterat",
    },
    "part_state": {
        "draft": "utkast",
        "sent_for_signing": "skickad för underskrift",
        "returned": "återlämnad",
        "adjusted": "justerad",
        "posted": "anslagen",
        "appeal_expired": "laga kraft",
        "archived": "arkiverad",
    },
    "moved_kind": {
        "approve": "bifall",
        "reject": "avslag",
        "own": "eget förslag",
        "addition": "tillägg",
        "refer_back": "återremiss",
        "table": "bordläggning",
    },
    "choice": {"yes": "ja", "no": "nej", "abstain": "avstår", "absent": "deltar inte"},
    "vote_kind": {
        "main": "huvudvotering",
        "counter": "motförslag",
        "procedural": "avgöras i dag",
        "addition": "tillägg",
        "election": "val",
    },
    "statement_kind": {
        "reservation": "reservation",
        "note": "protokollsanteckning",
        "separate_opinion": "särskilt yttrande",
    },
    "correction_basis": {
        "clerical": "skrivfel",
        "missing_paragraph": "paragraf saknades",
        "other": "annat",
    },
    "dispatch_way": {
        "email": "e-post",
        "post": "brev",
        "digital_mailbox": "digital brevlåda",
        "by_hand": "för hand",
        "case_system": "ärendesystem",
    },
    "assignment_state": {
        "open": "pågår",
        "reported": "återrapporterat",
        "done": "slutfört",
        "cancelled": "upphävt",
    },
    "dispatch_state": {
        "waiting": "väntar på justering",
        "to_send": "att skicka",
        "sent": "skickat",
    },
    "urgency": {"late": "försenat", "warn": "brådskar", "info": "snart", "": ""},
    "deadline": {
        "memo_stop": "stoppdag för skrivelser",
        "summons": "kallelse",
        "supplement": "tillägg till kallelsen",
        "immediate_adjusted": "omedelbar justering",
        "adjusted": "justering",
        "posted": "anslag",
        "last_appeal_day": "sista dag att överklaga",
        "legal_force": "laga kraft",
        "taken_down": "nedtagning av anslag",
        "dispatch": "expediering",
        "assignment": "uppdrag",
        "returning": "återkommande ärende",
        "one_year": "ettårsregeln",
        "meeting_calendar": "sammanträdesordning",
        "citizen_proposals": "medborgarförslag till fullmäktige",
        "new_year": "nytt år",
        "urgent_reported": "brådskande beslut att anmäla",
        "delegated_reported": "delegationsbeslut att anmäla",
        "delegated_doubt": "tveksam behörighet",
        "delegated_posted": "delegationsbeslut att anslå",
        "ivo_opens": "IVO öppnar",
        "ivo_closes": "IVO stänger",
        "report_auditors": "rapport till revisorerna",
        "report_council": "statistikrapport till fullmäktige",
        "turns_reportable": "rapporteringspliktigt",
        "two_years": "två år",
    },
    "placement": {"opening": "inledning", "first": "först", "last": "sist"},
    "summons_lead_kind": {"calendar": "kalenderdagar", "working": "arbetsdagar"},
    "opening_items": {"unnumbered": "onumrerade", "numbered": "numrerade"},
    "elapsed_rule": {"completed": "hela", "calendar": "kalender", "nearest": "närmaste"},
    "law": {"sol": "SoL", "lss": "LSS"},
    "unenforced_kind": {"decision": "beslut", "interruption": "avbrott"},
    "unenforced_reason": {
        "": "",
        "resources": "Resursbrist",
        "postponed": "Uppskjutet på den enskildes begäran",
        "other": "Annat skäl",
    },
    "closed_reason": {
        "": "",
        "replaced": "ersatt av nytt beslut",
        "moved": "flyttat",
        "deceased": "avliden",
        "withdrawn": "ansökan återtagen",
        "other": "annat skäl",
    },
    "unenforced_state": {
        "open": "väntar",
        "reportable": "ska rapporteras",
        "reported": "rapporterat",
        "executed": "verkställt",
        "closed": "avslutat",
        "final_notice_sent": "slutanmält",
        "superseded": "rättat",
    },
    "delegated_state": {
        "registered": "att anmäla",
        "listed": "på dagordning",
        "reported": "anmält",
        "exempt": "anmäls inte",
        "posted": "anslaget",
    },
    "delegated_instead": {"to_post": "anslås i stället"},
    "decision_doubt": {
        "no_order": "ingen delegationsordning",
        "unknown_point": "okänd punkt",
        "role_not_allowed": "fel roll",
        "not_delegable": "får inte delegeras",
        "urgent_role": "fel roll för 6:39",
        "urgent_mandate": "uppdrag 6:39 oklart",
        "duplicate": "dubblett",
        "late": "sent anmält",
    },
    "matter_state": {"collected": "att anmäla", "listed": "på dagordning", "reported": "anmält"},
    "capacity": {
        "member": "ledamot",
        "substitute": "ersättare",
        "official": "tjänsteperson",
        "union_representative": "facklig företrädare",
        "guest": "gäst",
    },
    "override_kind": {
        "serve": "tjänstgör",
        "empty": "tom plats",
        "skip": "tjänstgör inte",
        "preside": "leder",
    },
    "step_kind": {
        "sent": "skickad",
        "returned": "återlämnad",
        "refused": "vägrad",
        "replaced": "ersatt",
        "archived": "arkiverad",
    },
    "minutes_field": {
        "points": "beslut",
        "motions": "yrkanden",
        "procedure": "beslutsgång",
        "vote": "omröstning",
        "disqualification": "jäv",
        "reservations": "reservationer",
        "notes": "protokollsanteckningar",
        "attendance": "närvaro",
        "title": "rubrik",
    },
    "import_kind": {
        "delegation_order": "delegationsordning",
        "delegated_decision": "delegationsbeslut",
        "unenforced_decision": "ej-verkställda",
    },
    "memo_section": {
        "attachments": "bilagor",
        "signatures": "underskrift",
        "recipients": "expedieras_till",
    },
}
"""Value domain → English value → Swedish word."""

SETTINGS: dict[str, tuple[str, str]] = {
    "dnr_prefix": ("diarieprefix", "Nämndens förkortning i diarienumret, till exempel on."),
    "dnr_pattern": (
        "diarienummermönster",
        "Hur ett diarienummer ser ut: {prefix}, {year} och {serial}; {serial:05d} fyller ut.",
    ),
    "seats": ("antal_platser", "Antal ordinarie platser. Beslutsför är mer än hälften (KL 6:27)."),
    "adjusters": ("antal_justerare", "Antal justerare utöver ordföranden."),
    "summons_lead": ("kallelse_dagar", "Så många dagar före sammanträdet ska kallelsen ut."),
    "summons_lead_kind": ("kallelse_dagslag", "Om de dagarna är kalenderdagar eller arbetsdagar."),
    "memo_stop_days": ("stoppdag_dagar", "Så många dagar före kallelsen ska skrivelser vara inne."),
    "opening_items": ("inledande_punkter", "Om inledande punkter är onumrerade eller numrerade."),
    "elapsed_rule": (
        "månadsregel",
        "Om månader räknas som hela, efter kalendern eller till närmaste.",
    ),
    "time_format": ("tidsformat", "Hur klockslag skrivs, till exempel kl. 18.30 eller kl 18:30."),
    "start_time": ("starttid", "När nämnden brukar börja, till exempel 18:30."),
    "place": ("plats", "Var nämnden brukar sammanträda."),
    "paragraph_for_empty_items": ("paragraf_för_tomma", "Ge punkter utan innehåll en paragraf."),
    "paragraph_for_withdrawn": ("paragraf_för_utgår", "Ge punkter som utgår en paragraf."),
    "storage_place": ("förvaringsplats", "Var protokollet förvaras; skrivs i anslagsbeviset."),
    "appeal_court": (
        "förvaltningsrätt",
        "Dit nämndens beslut överklagas, till exempel Förvaltningsrätten i Göteborg.",
    ),
    "absence_contact": ("förhinder", "Vem som ska få veta om förhinder."),
    "administration": ("förvaltning", "Förvaltningens namn."),
    "secretary": ("sekreterare", "Sekreterarens namn, under kallelsen och i protokollet."),
    "secretary_title": ("sekreterare_titel", "Sekreterarens titel."),
    "memo_signer": ("skrivelse_underskrift", "Vem som undertecknar tjänsteskrivelser."),
    "memo_signer_title": ("skrivelse_underskrift_titel", "Undertecknarens titel."),
    "party_order": ("partiordning", "Partierna i den ordning de skrivs, åtskilda av komma."),
    "memo_section_order": (
        "skrivelse_ordning",
        "Ordningen på slutet av skrivelsen: bilagor, underskrift, expedieras_till.",
    ),
    "ivo_windows": (
        "ivo_fönster",
        "När varje kvartal rapporteras till IVO, kvartal 1–4 åtskilda av komma.",
    ),
    "public_cell_limit": (
        "minsta_offentliga_antal",
        "Antal under detta visas inte i den offentliga redovisningen.",
    ),
    "support_key_patterns": (
        "nyckelmönster",
        "Egna nycklar i registret över ej verkställda: # är ett nummer, @ en bokstav, till "
        "exempel Rad #. Tomt är programmets regel.",
    ),
    "template_folder": ("mallmapp", "Mapp med nämndens egna Wordmallar; tomt är programmets."),
    "leavers_may_return": (
        "avbruten_tjänst_får_återupptas",
        "Den som gått av annat skäl än jäv får tjänstgöra igen samma dag.",
    ),
    "substitutes_may_note": (
        "ersättare_får_anteckna",
        "Ersättare som inte tjänstgör får lämna protokollsanteckningar.",
    ),
    "stock_phrases": (
        "standardfraser",
        "Nämndens egna fraser: kort = fras, åtskilda av semikolon. Tabb efter det korta "
        "skriver ut frasen; {nämnd} blir nämndens namn.",
    ),
    "dispatch_days": (
        "expediering_dagar",
        "Så många arbetsdagar efter justeringen ska besluten vara expedierade.",
    ),
}
"""Setting → (Swedish name, help in one sentence)."""

SETTING_LABELS: dict[str, str] = {
    "summons_lead": "Kallelsen ut, dagar före",
    "summons_lead_kind": "Kallelsens dagar räknas som",
    "memo_stop_days": "Stoppdag före kallelsen",
    "elapsed_rule": "Hur månader räknas",
    "paragraph_for_empty_items": "Paragraf för tomma punkter",
    "paragraph_for_withdrawn": "Paragraf för strukna punkter",
    "absence_contact": "Förhinder anmäls till",
    "secretary_title": "Sekreterarens titel",
    "memo_signer": "Undertecknare",
    "memo_signer_title": "Undertecknarens titel",
    "memo_section_order": "Ordningen på slutet",
    "ivo_windows": "Rapporttider till IVO",
    "public_cell_limit": "Minsta antal som visas",
    "support_key_patterns": "Nycklar",
    "leavers_may_return": "Avbruten tjänst återupptas",
    "dispatch_days": "Expediering, arbetsdagar",
}
"""Setting → what it is called on screen, where its Swedish name does not read as words."""


def swedish(domain: str, value: str) -> str:
    """Swedish word for an English value. Raises KeyError for an unknown domain or value."""
    return VALUES[domain][value]


def english(domain: str, word: str) -> str:
    """English value for a Swedish word (case-insensitive). Raises KeyError when unknown."""
    wanted = word.strip().casefold()
    for value, name in VALUES[domain].items():
        if name.casefold() == wanted:
            return value
    raise KeyError(word)
