"""Tables of the facts behind the minutes, from roll call to dispatch (third schema version).

STRICT tables like those in ``schema.py``; ``locks.py`` makes what is adjusted immutable.
"""

from __future__ import annotations

_SPAN = """from_paragraph INTEGER CHECK (from_paragraph > 0),
        to_paragraph INTEGER CHECK (to_paragraph >= 0)"""
_DAY = "TEXT CHECK ({0} GLOB '????-??-??')"

MINUTES_TABLES = (
    """CREATE TABLE substitute_orders (
        id INTEGER PRIMARY KEY,
        committee_id INTEGER NOT NULL REFERENCES committees,
        for_party TEXT NOT NULL CHECK (for_party <> ''),
        parties TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(parties)),
        version INTEGER NOT NULL DEFAULT 1,
        UNIQUE (committee_id, for_party)
    ) STRICT""",
    """CREATE TABLE personal_substitutes (
        id INTEGER PRIMARY KEY,
        committee_id INTEGER NOT NULL REFERENCES committees,
        member_id INTEGER NOT NULL REFERENCES persons,
        substitute_id INTEGER NOT NULL REFERENCES persons,
        position INTEGER NOT NULL DEFAULT 0,
        CHECK (member_id <> substitute_id),
        UNIQUE (committee_id, member_id, substitute_id)
    ) STRICT""",
    f"""CREATE TABLE presences (
        id INTEGER PRIMARY KEY,
        meeting_id INTEGER NOT NULL REFERENCES meetings,
        person_id INTEGER NOT NULL REFERENCES persons,
        capacity TEXT NOT NULL CHECK (capacity IN ('member', 'substitute', 'official',
            'union_representative', 'guest')),
        party TEXT NOT NULL DEFAULT '',
        title TEXT NOT NULL DEFAULT '',
        {_SPAN},
        remote INTEGER NOT NULL DEFAULT 0 CHECK (remote IN (0, 1)),
        position INTEGER NOT NULL DEFAULT 0,
        version INTEGER NOT NULL DEFAULT 1
    ) STRICT""",
    f"""CREATE TABLE service_overrides (
        id INTEGER PRIMARY KEY,
        meeting_id INTEGER NOT NULL REFERENCES meetings,
        kind TEXT NOT NULL CHECK (kind IN ('serve', 'empty', 'skip', 'preside')),
        seat TEXT NOT NULL DEFAULT '',
        person_id INTEGER REFERENCES persons,
        {_SPAN},
        reason TEXT NOT NULL CHECK (trim(reason) <> ''),
        version INTEGER NOT NULL DEFAULT 1,
        CHECK ((kind IN ('serve', 'empty')) = (seat <> '')),
        CHECK ((kind = 'empty') = (person_id IS NULL))
    ) STRICT""",
    """CREATE TABLE sittings (
        id INTEGER PRIMARY KEY,
        meeting_id INTEGER NOT NULL REFERENCES meetings,
        day TEXT NOT NULL CHECK (day GLOB '????-??-??'),
        start TEXT NOT NULL CHECK (start GLOB '??:??'),
        "end" TEXT CHECK ("end" GLOB '??:??'),
        first_paragraph INTEGER CHECK (first_paragraph > 0),
        item_id INTEGER REFERENCES agenda_items,
        version INTEGER NOT NULL DEFAULT 1,
        UNIQUE (meeting_id, day, start)
    ) STRICT""",
    """CREATE TABLE disqualifications (
        id INTEGER PRIMARY KEY,
        item_id INTEGER NOT NULL REFERENCES agenda_items,
        person_id INTEGER NOT NULL REFERENCES persons,
        ground TEXT NOT NULL DEFAULT '',
        self_declared INTEGER NOT NULL DEFAULT 1 CHECK (self_declared IN (0, 1)),
        decided INTEGER NOT NULL DEFAULT 0 CHECK (decided IN (0, 1)),
        UNIQUE (item_id, person_id)
    ) STRICT""",
    """CREATE TABLE non_participations (
        id INTEGER PRIMARY KEY,
        item_id INTEGER NOT NULL REFERENCES agenda_items,
        person_id INTEGER NOT NULL REFERENCES persons,
        UNIQUE (item_id, person_id)
    ) STRICT""",
    """CREATE TABLE handlings (
        id INTEGER PRIMARY KEY,
        item_id INTEGER NOT NULL UNIQUE REFERENCES agenda_items,
        maintained TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(maintained)),
        withdrawn TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(withdrawn)),
        main TEXT NOT NULL DEFAULT '',
        winner TEXT NOT NULL DEFAULT '',
        reason TEXT NOT NULL DEFAULT '',
        version INTEGER NOT NULL DEFAULT 1
    ) STRICT""",
    """CREATE TABLE moved_proposals (
        id INTEGER PRIMARY KEY,
        item_id INTEGER NOT NULL REFERENCES agenda_items,
        position INTEGER NOT NULL DEFAULT 0,
        kind TEXT NOT NULL CHECK (kind IN
            ('approve', 'reject', 'own', 'addition', 'refer_back', 'table')),
        text TEXT NOT NULL DEFAULT '',
        target TEXT NOT NULL DEFAULT '',
        withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
        accepted INTEGER CHECK (accepted IN (0, 1)),
        version INTEGER NOT NULL DEFAULT 1,
        CHECK (kind NOT IN ('own', 'addition') OR trim(text) <> '')
    ) STRICT""",
    """CREATE TABLE movers (
        id INTEGER PRIMARY KEY,
        proposal_id INTEGER NOT NULL REFERENCES moved_proposals,
        person_id INTEGER NOT NULL REFERENCES persons,
        position INTEGER NOT NULL DEFAULT 0,
        UNIQUE (proposal_id, person_id)
    ) STRICT""",
    """CREATE TABLE votes (
        id INTEGER PRIMARY KEY,
        item_id INTEGER NOT NULL REFERENCES agenda_items,
        seq INTEGER NOT NULL CHECK (seq > 0),
        kind TEXT NOT NULL CHECK (kind IN
            ('main', 'counter', 'procedural', 'addition', 'election')),
        yes_ref TEXT NOT NULL DEFAULT '',
        no_ref TEXT NOT NULL DEFAULT '',
        yes_means TEXT NOT NULL DEFAULT '',
        no_means TEXT NOT NULL DEFAULT '',
        secret INTEGER NOT NULL DEFAULT 0 CHECK (secret IN (0, 1)),
        tallies TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tallies)),
        blank INTEGER NOT NULL DEFAULT 0 CHECK (blank >= 0),
        casting TEXT NOT NULL DEFAULT '' CHECK (casting IN ('', 'yes', 'no')),
        lot TEXT NOT NULL DEFAULT '',
        version INTEGER NOT NULL DEFAULT 1,
        UNIQUE (item_id, seq),
        CHECK (secret = 1 OR (tallies = '[]' AND blank = 0))
    ) STRICT""",
    """CREATE TABLE ballots (
        id INTEGER PRIMARY KEY,
        vote_id INTEGER NOT NULL REFERENCES votes,
        person_id INTEGER NOT NULL REFERENCES persons,
        choice TEXT NOT NULL CHECK (choice IN ('yes', 'no', 'abstain', 'absent')),
        party TEXT NOT NULL DEFAULT '',
        replaces TEXT NOT NULL DEFAULT '',
        position INTEGER NOT NULL DEFAULT 0,
        UNIQUE (vote_id, person_id)
    ) STRICT""",
    f"""CREATE TABLE statements (
        id INTEGER PRIMARY KEY,
        item_id INTEGER NOT NULL REFERENCES agenda_items,
        kind TEXT NOT NULL CHECK (kind IN ('reservation', 'note', 'separate_opinion')),
        text TEXT NOT NULL DEFAULT '',
        announced_before_close INTEGER NOT NULL CHECK (announced_before_close IN (0, 1)),
        received_on {_DAY.format("received_on")},
        version INTEGER NOT NULL DEFAULT 1,
        CHECK (kind <> 'reservation' OR announced_before_close = 1)
    ) STRICT""",
    """CREATE TABLE statement_persons (
        id INTEGER PRIMARY KEY,
        statement_id INTEGER NOT NULL REFERENCES statements,
        person_id INTEGER NOT NULL REFERENCES persons,
        position INTEGER NOT NULL DEFAULT 0,
        UNIQUE (statement_id, person_id)
    ) STRICT""",
    """CREATE TABLE generated_texts (
        id INTEGER PRIMARY KEY,
        paragraph_id INTEGER NOT NULL REFERENCES paragraphs,
        field TEXT NOT NULL CHECK (field IN ('motions', 'procedure', 'vote', 'disqualification',
            'reservations', 'notes')),
        text TEXT NOT NULL,
        UNIQUE (paragraph_id, field)
    ) STRICT""",
    """CREATE TABLE certified_services (
        id INTEGER PRIMARY KEY,
        paragraph_id INTEGER NOT NULL REFERENCES paragraphs,
        seat TEXT NOT NULL,
        person_id INTEGER NOT NULL REFERENCES persons,
        presiding INTEGER NOT NULL DEFAULT 0 CHECK (presiding IN (0, 1)),
        reason TEXT NOT NULL DEFAULT '',
        UNIQUE (paragraph_id, seat),
        UNIQUE (paragraph_id, person_id)
    ) STRICT""",
    """CREATE TABLE part_steps (
        id INTEGER PRIMARY KEY,
        part_id INTEGER NOT NULL REFERENCES minutes_parts,
        kind TEXT NOT NULL CHECK (kind IN
            ('sent', 'returned', 'refused', 'replaced', 'archived')),
        day TEXT NOT NULL CHECK (day GLOB '????-??-??'),
        person_id INTEGER REFERENCES persons,
        note TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    """CREATE TABLE signatures (
        id INTEGER PRIMARY KEY,
        part_id INTEGER NOT NULL REFERENCES minutes_parts,
        person_id INTEGER NOT NULL REFERENCES persons,
        signed_on TEXT NOT NULL CHECK (signed_on GLOB '????-??-??'),
        UNIQUE (part_id, person_id)
    ) STRICT""",
    f"""CREATE TABLE notices (
        id INTEGER PRIMARY KEY,
        part_id INTEGER NOT NULL REFERENCES minutes_parts,
        posted_on TEXT NOT NULL CHECK (posted_on GLOB '????-??-??'),
        taken_down_on {_DAY.format("taken_down_on")},
        version INTEGER NOT NULL DEFAULT 1,
        CHECK (taken_down_on IS NULL OR taken_down_on >= posted_on),
        UNIQUE (part_id, posted_on)
    ) STRICT""",
    """CREATE TABLE corrections (
        id INTEGER PRIMARY KEY,
        paragraph_id INTEGER NOT NULL REFERENCES paragraphs,
        made_on TEXT NOT NULL CHECK (made_on GLOB '????-??-??'),
        made_by TEXT NOT NULL CHECK (made_by <> ''),
        basis TEXT NOT NULL CHECK (basis IN ('clerical', 'missing_paragraph', 'other')),
        field TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        reason TEXT NOT NULL CHECK (trim(reason) <> ''),
        CHECK (before <> after)
    ) STRICT""",
    f"""CREATE TABLE dispatches (
        id INTEGER PRIMARY KEY,
        paragraph_id INTEGER NOT NULL REFERENCES paragraphs,
        recipient TEXT NOT NULL CHECK (recipient <> ''),
        foreign_dnr TEXT NOT NULL DEFAULT '',
        what TEXT NOT NULL DEFAULT 'protokollsutdrag',
        sent_on {_DAY.format("sent_on")},
        way TEXT NOT NULL DEFAULT '' CHECK (way IN
            ('', 'email', 'post', 'digital_mailbox', 'by_hand', 'case_system')),
        sent_by TEXT NOT NULL DEFAULT '',
        version INTEGER NOT NULL DEFAULT 1
    ) STRICT""",
    f"""CREATE TABLE assignments (
        id INTEGER PRIMARY KEY,
        committee_id INTEGER NOT NULL REFERENCES committees,
        paragraph_id INTEGER NOT NULL REFERENCES paragraphs,
        assignee TEXT NOT NULL DEFAULT '',
        task TEXT NOT NULL CHECK (trim(task) <> ''),
        due {_DAY.format("due")},
        state TEXT NOT NULL DEFAULT 'open' CHECK (state IN
            ('open', 'reported', 'done', 'cancelled')),
        answered_item_id INTEGER REFERENCES agenda_items,
        note TEXT NOT NULL DEFAULT '',
        version INTEGER NOT NULL DEFAULT 1
    ) STRICT""",
)

_INDEXED = (
    ("presences", "meeting_id"),
    ("service_overrides", "meeting_id"),
    ("sittings", "meeting_id"),
    ("moved_proposals", "item_id"),
    ("statements", "item_id"),
    ("part_steps", "part_id"),
    ("corrections", "paragraph_id"),
    ("dispatches", "paragraph_id"),
    ("assignments", "paragraph_id"),
)
MINUTES_INDEXES = (
    *(f"CREATE INDEX {table}_{column} ON {table} ({column})" for table, column in _INDEXED),
    "CREATE INDEX dispatches_unsent ON dispatches (paragraph_id) WHERE sent_on IS NULL",
    "CREATE INDEX assignments_open ON assignments (committee_id, due) WHERE state = 'open'",
    "CREATE INDEX agenda_items_continues ON agenda_items (continues_item_id)"
    " WHERE continues_item_id IS NOT NULL",
)
