"""The first schema: STRICT tables, constraints and the triggers that make the rules real.

Statements are applied by ``migrations.py``. Column names are English; lists
without identity of their own are JSON arrays. Every editable table has ``version`` for
optimistic editing.
"""

from __future__ import annotations

TABLES = (
    """CREATE TABLE committees (
        id INTEGER PRIMARY KEY,
        code TEXT NOT NULL UNIQUE CHECK (code <> ''),
        name TEXT NOT NULL CHECK (name <> ''),
        municipality TEXT NOT NULL DEFAULT '',
        settings TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(settings)),
        version INTEGER NOT NULL DEFAULT 1
    ) STRICT""",
    """CREATE TABLE persons (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE CHECK (name <> ''),
        kind TEXT NOT NULL DEFAULT 'elected'
            CHECK (kind IN ('elected', 'official', 'union_representative', 'guest')),
        party TEXT NOT NULL DEFAULT '',
        title TEXT NOT NULL DEFAULT '',
        version INTEGER NOT NULL DEFAULT 1
    ) STRICT""",
    """CREATE TABLE mandates (
        id INTEGER PRIMARY KEY,
        committee_id INTEGER NOT NULL REFERENCES committees,
        person_id INTEGER NOT NULL REFERENCES persons,
        office TEXT NOT NULL CHECK (office IN
            ('chair', 'first_vice_chair', 'second_vice_chair', 'member', 'substitute')),
        party TEXT NOT NULL DEFAULT '',
        valid_from TEXT NOT NULL CHECK (valid_from GLOB '????-??-??'),
        valid_to TEXT CHECK (valid_to GLOB '????-??-??' AND valid_to >= valid_from),
        rank INTEGER NOT NULL DEFAULT 0,
        version INTEGER NOT NULL DEFAULT 1
    ) STRICT""",
    """CREATE TABLE cases (
        id INTEGER PRIMARY KEY,
        committee_id INTEGER NOT NULL REFERENCES committees,
        dnr TEXT NOT NULL CHECK (dnr <> ''),
        prefix_key TEXT NOT NULL,
        year INTEGER NOT NULL CHECK (year BETWEEN 1800 AND 9999),
        serial INTEGER NOT NULL CHECK (serial > 0),
        class_code TEXT NOT NULL DEFAULT '',
        title TEXT NOT NULL,
        case_type TEXT NOT NULL DEFAULT 'decision' CHECK (case_type IN ('decision', 'information',
            'standing', 'motion', 'citizen_proposal', 'referral', 'report')),
        state TEXT NOT NULL DEFAULT 'open'
            CHECK (state IN ('open', 'prepared', 'decided', 'dispatched', 'closed')),
        opened TEXT CHECK (opened GLOB '????-??-??'),
        closed TEXT CHECK (closed GLOB '????-??-??'),
        raised_on TEXT CHECK (raised_on GLOB '????-??-??'),
        foreign_dnr TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(foreign_dnr)),
        note TEXT NOT NULL DEFAULT '',
        version INTEGER NOT NULL DEFAULT 1,
        UNIQUE (committee_id, prefix_key, year, serial)
    ) STRICT""",
    """CREATE TABLE meetings (
        id INTEGER PRIMARY KEY,
        committee_id INTEGER NOT NULL REFERENCES committees,
        date TEXT NOT NULL CHECK (date GLOB '????-??-??'),
        start TEXT NOT NULL CHECK (start GLOB '??:??'),
        "end" TEXT CHECK ("end" GLOB '??:??'),
        end_date TEXT CHECK (end_date GLOB '????-??-??' AND end_date >= date),
        place TEXT NOT NULL DEFAULT '',
        kind TEXT NOT NULL DEFAULT 'ordinary' CHECK (kind IN ('ordinary', 'extra')),
        state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'preparing', 'summoned',
            'in_session', 'adjourned', 'closed', 'minutes_drafted', 'partly_adjusted', 'adjusted',
            'posted', 'final', 'archived', 'cancelled')),
        remark TEXT NOT NULL DEFAULT '',
        summons_date TEXT CHECK (summons_date GLOB '????-??-??'),
        group_meetings TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(group_meetings)),
        absence_contact TEXT NOT NULL DEFAULT '',
        cancelled_reason TEXT NOT NULL DEFAULT '',
        version INTEGER NOT NULL DEFAULT 1,
        UNIQUE (committee_id, date, start)
    ) STRICT""",
    """CREATE TABLE agenda_items (
        id INTEGER PRIMARY KEY,
        committee_id INTEGER NOT NULL REFERENCES committees,
        meeting_id INTEGER REFERENCES meetings,
        position INTEGER NOT NULL DEFAULT 0,
        number INTEGER CHECK (number > 0),
        kind TEXT NOT NULL DEFAULT 'decision' CHECK (kind IN ('opening', 'heading', 'decision',
            'information', 'reported_matters', 'delegated_decisions', 'other')),
        title TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'ready', 'listed',
            'withdrawn', 'tabled', 'referred_back', 'decided', 'noted')),
        summary TEXT NOT NULL DEFAULT '',
        chair_summary TEXT,
        presenters TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(presenters)),
        recipients TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(recipients)),
        late TEXT NOT NULL DEFAULT 'no' CHECK (late IN ('no', 'supplement', 'at_meeting')),
        remark TEXT NOT NULL DEFAULT '',
        publish TEXT NOT NULL DEFAULT 'yes' CHECK (publish IN ('yes', 'masked', 'no')),
        exercise_of_authority INTEGER NOT NULL DEFAULT 0 CHECK (exercise_of_authority IN (0, 1)),
        election INTEGER NOT NULL DEFAULT 0 CHECK (election IN (0, 1)),
        continues_item_id INTEGER REFERENCES agenda_items,
        version INTEGER NOT NULL DEFAULT 1,
        CHECK (meeting_id IS NOT NULL OR number IS NULL)
    ) STRICT""",
    """CREATE TABLE item_cases (
        id INTEGER PRIMARY KEY,
        item_id INTEGER NOT NULL REFERENCES agenda_items ON DELETE CASCADE,
        case_id INTEGER NOT NULL REFERENCES cases,
        position INTEGER NOT NULL DEFAULT 0,
        UNIQUE (item_id, case_id)
    ) STRICT""",
    """CREATE TABLE proposals (
        id INTEGER PRIMARY KEY,
        item_id INTEGER NOT NULL REFERENCES agenda_items ON DELETE CASCADE,
        source TEXT NOT NULL CHECK (source IN ('staff', 'chair', 'subcommittee', 'party')),
        points TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(points)),
        version INTEGER NOT NULL DEFAULT 1,
        UNIQUE (item_id, source)
    ) STRICT""",
    """CREATE TABLE memos (
        id INTEGER PRIMARY KEY,
        item_id INTEGER NOT NULL UNIQUE REFERENCES agenda_items ON DELETE CASCADE,
        date TEXT CHECK (date GLOB '????-??-??'),
        officials TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(officials)),
        addressee TEXT NOT NULL DEFAULT '',
        body TEXT NOT NULL DEFAULT '',
        signatures TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(signatures)),
        version INTEGER NOT NULL DEFAULT 1
    ) STRICT""",
    """CREATE TABLE attachments (
        id INTEGER PRIMARY KEY,
        item_id INTEGER NOT NULL REFERENCES agenda_items ON DELETE CASCADE,
        main_no INTEGER NOT NULL CHECK (main_no > 0),
        sub_no INTEGER CHECK (sub_no > 0),
        title TEXT NOT NULL,
        date TEXT CHECK (date GLOB '????-??-??'),
        dnr TEXT NOT NULL DEFAULT '',
        publish TEXT NOT NULL DEFAULT 'yes' CHECK (publish IN ('yes', 'masked', 'no')),
        sha256 TEXT CHECK (length(sha256) = 64),
        file_name TEXT NOT NULL DEFAULT '',
        media_type TEXT NOT NULL DEFAULT '',
        size INTEGER NOT NULL DEFAULT 0,
        version INTEGER NOT NULL DEFAULT 1
    ) STRICT""",
    """CREATE TABLE minutes_parts (
        id INTEGER PRIMARY KEY,
        meeting_id INTEGER NOT NULL REFERENCES meetings,
        immediate INTEGER NOT NULL DEFAULT 0 CHECK (immediate IN (0, 1)),
        adjust_place TEXT NOT NULL DEFAULT '',
        adjust_date TEXT CHECK (adjust_date GLOB '????-??-??'),
        adjust_time TEXT CHECK (adjust_time GLOB '??:??'),
        adjusted_on TEXT CHECK (adjusted_on GLOB '????-??-??'),
        posted_on TEXT CHECK (posted_on GLOB '????-??-??'),
        storage_place TEXT NOT NULL DEFAULT '',
        version INTEGER NOT NULL DEFAULT 1,
        CHECK (posted_on IS NULL OR (adjusted_on IS NOT NULL AND posted_on >= adjusted_on))
    ) STRICT""",
    """CREATE TABLE adjusters (
        id INTEGER PRIMARY KEY,
        part_id INTEGER NOT NULL REFERENCES minutes_parts ON DELETE CASCADE,
        person_id INTEGER NOT NULL REFERENCES persons,
        position INTEGER NOT NULL DEFAULT 0,
        UNIQUE (part_id, person_id)
    ) STRICT""",
    """CREATE TABLE paragraphs (
        id INTEGER PRIMARY KEY,
        committee_id INTEGER NOT NULL REFERENCES committees,
        year INTEGER NOT NULL,
        number INTEGER NOT NULL CHECK (number > 0),
        item_id INTEGER NOT NULL UNIQUE REFERENCES agenda_items,
        part_id INTEGER REFERENCES minutes_parts,
        outcome TEXT NOT NULL CHECK (outcome IN ('as_proposed', 'own_decision', 'rejected',
            'tabled', 'referred_back', 'noted')),
        points TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(points)),
        motions TEXT NOT NULL DEFAULT '',
        procedure TEXT NOT NULL DEFAULT '',
        vote TEXT NOT NULL DEFAULT '',
        disqualification TEXT NOT NULL DEFAULT '',
        reservations TEXT NOT NULL DEFAULT '',
        notes TEXT NOT NULL DEFAULT '',
        immediate INTEGER NOT NULL DEFAULT 0 CHECK (immediate IN (0, 1)),
        version INTEGER NOT NULL DEFAULT 1,
        UNIQUE (committee_id, year, number)
    ) STRICT""",
    """CREATE TABLE attendances (
        id INTEGER PRIMARY KEY,
        meeting_id INTEGER NOT NULL REFERENCES meetings,
        person_id INTEGER NOT NULL REFERENCES persons,
        role TEXT NOT NULL CHECK (role IN ('member', 'serving_substitute', 'substitute',
            'official', 'union_representative', 'guest')),
        party TEXT NOT NULL DEFAULT '',
        office TEXT NOT NULL DEFAULT '',
        replaces TEXT NOT NULL DEFAULT '',
        title TEXT NOT NULL DEFAULT '',
        remote INTEGER NOT NULL DEFAULT 0 CHECK (remote IN (0, 1)),
        from_paragraph INTEGER,
        to_paragraph INTEGER,
        not_paragraphs TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(not_paragraphs)),
        position INTEGER NOT NULL DEFAULT 0,
        version INTEGER NOT NULL DEFAULT 1,
        UNIQUE (meeting_id, person_id, role)
    ) STRICT""",
    """CREATE TABLE standing_items (
        id INTEGER PRIMARY KEY,
        committee_id INTEGER NOT NULL REFERENCES committees,
        position INTEGER NOT NULL DEFAULT 0,
        kind TEXT NOT NULL,
        title TEXT NOT NULL CHECK (title <> ''),
        placement TEXT NOT NULL DEFAULT 'last' CHECK (placement IN ('opening', 'first', 'last')),
        case_title TEXT NOT NULL DEFAULT '',
        proposal TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(proposal)),
        summary TEXT NOT NULL DEFAULT '',
        version INTEGER NOT NULL DEFAULT 1
    ) STRICT""",
    """CREATE TABLE issued_documents (
        id INTEGER PRIMARY KEY,
        path TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        meeting_id INTEGER REFERENCES meetings,
        item_id INTEGER REFERENCES agenda_items,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        written_at TEXT NOT NULL,
        version INTEGER NOT NULL DEFAULT 1
    ) STRICT""",
    """CREATE TABLE drafts (
        id INTEGER PRIMARY KEY,
        "table" TEXT NOT NULL,
        row_id INTEGER NOT NULL,
        field TEXT NOT NULL,
        text TEXT NOT NULL,
        base_version INTEGER NOT NULL,
        user TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        UNIQUE ("table", row_id, field, user)
    ) STRICT""",
    """CREATE TABLE history (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        user TEXT NOT NULL,
        verb TEXT NOT NULL,
        summary TEXT NOT NULL,
        changes TEXT NOT NULL CHECK (json_valid(changes)),
        undoes INTEGER UNIQUE REFERENCES history,
        previous_hash TEXT NOT NULL,
        hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
    ) STRICT""",
    """CREATE TABLE search_documents (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('case', 'item')),
        ref_id INTEGER NOT NULL,
        UNIQUE (kind, ref_id)
    ) STRICT""",
    """CREATE VIRTUAL TABLE search_index USING fts5(
        title, body, tokenize = "unicode61 remove_diacritics 0", prefix = '2 3')""",
    """CREATE TABLE search_terms (
        term TEXT PRIMARY KEY, folded TEXT NOT NULL) STRICT, WITHOUT ROWID""",
)

INDEXES = (
    "CREATE INDEX mandates_committee ON mandates (committee_id, valid_from)",
    "CREATE INDEX mandates_person ON mandates (person_id)",
    "CREATE INDEX cases_newest ON cases (committee_id, year, serial)",
    "CREATE INDEX cases_number ON cases (year, serial)",
    "CREATE INDEX cases_state ON cases (committee_id, state)",
    "CREATE INDEX cases_type ON cases (committee_id, case_type, raised_on)",
    "CREATE INDEX agenda_items_meeting ON agenda_items (meeting_id, position)",
    "CREATE INDEX agenda_items_waiting ON agenda_items (committee_id) WHERE meeting_id IS NULL",
    "CREATE INDEX item_cases_case ON item_cases (case_id)",
    "CREATE INDEX attachments_item ON attachments (item_id)",
    "CREATE UNIQUE INDEX attachments_number ON attachments (item_id, main_no, ifnull(sub_no, 0))",
    "CREATE INDEX minutes_parts_meeting ON minutes_parts (meeting_id)",
    "CREATE UNIQUE INDEX minutes_parts_main ON minutes_parts (meeting_id) WHERE immediate = 0",
    "CREATE INDEX paragraphs_part ON paragraphs (part_id)",
    "CREATE INDEX attendances_meeting ON attendances (meeting_id, position)",
    "CREATE INDEX standing_items_committee ON standing_items (committee_id, position)",
    "CREATE INDEX search_terms_folded ON search_terms (folded)",
    "CREATE INDEX issued_documents_meeting ON issued_documents (meeting_id)",
)
