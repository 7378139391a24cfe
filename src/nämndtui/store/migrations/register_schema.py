"""The registers' schema: delegation orders and decisions, reported matters, unenforced decisions.

Second migration. Rows that stand in adjusted minutes or a compiled report are kept as they were,
by triggers whose Swedish message reaches the user.
"""

from __future__ import annotations

_DAY = "GLOB '????-??-??'"

REGISTER_TABLES = (
    f"""CREATE TABLE delegation_orders (
        id INTEGER PRIMARY KEY,
        committee_id INTEGER NOT NULL REFERENCES committees,
        name TEXT NOT NULL CHECK (name <> ''),
        valid_from TEXT NOT NULL CHECK (valid_from {_DAY}),
        valid_to TEXT CHECK (valid_to {_DAY} AND valid_to >= valid_from),
        adopted TEXT NOT NULL DEFAULT '',
        role_order TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(role_order)),
        version INTEGER NOT NULL DEFAULT 1,
        UNIQUE (committee_id, valid_from)
    ) STRICT""",
    """CREATE TABLE delegation_rules (
        id INTEGER PRIMARY KEY,
        order_id INTEGER NOT NULL REFERENCES delegation_orders,
        position INTEGER NOT NULL DEFAULT 0,
        point TEXT NOT NULL CHECK (point <> ''),
        text TEXT NOT NULL CHECK (text <> ''),
        roles TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(roles)),
        legal_source TEXT NOT NULL DEFAULT '',
        report INTEGER NOT NULL DEFAULT 1 CHECK (report IN (0, 1)),
        version INTEGER NOT NULL DEFAULT 1,
        UNIQUE (order_id, point)
    ) STRICT""",
    f"""CREATE TABLE delegated_decisions (
        id INTEGER PRIMARY KEY,
        committee_id INTEGER NOT NULL REFERENCES committees,
        decided_on TEXT NOT NULL CHECK (decided_on {_DAY}),
        point TEXT NOT NULL CHECK (point <> ''),
        role TEXT NOT NULL CHECK (role <> ''),
        decider TEXT NOT NULL CHECK (decider <> ''),
        dnr TEXT NOT NULL CHECK (dnr <> ''),
        description TEXT NOT NULL CHECK (description <> ''),
        urgent INTEGER NOT NULL DEFAULT 0 CHECK (urgent IN (0, 1)),
        urgent_reason TEXT NOT NULL DEFAULT '',
        state TEXT NOT NULL DEFAULT 'registered' CHECK (state IN
            ('registered', 'listed', 'reported', 'exempt', 'posted')),
        item_id INTEGER REFERENCES agenda_items,
        reported_at TEXT NOT NULL DEFAULT '',
        posted_on TEXT CHECK (posted_on {_DAY} AND posted_on >= decided_on),
        doubts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(doubts)),
        accepted INTEGER NOT NULL DEFAULT 0 CHECK (accepted IN (0, 1)),
        import_key TEXT,
        version INTEGER NOT NULL DEFAULT 1,
        CHECK (state <> 'listed' OR item_id IS NOT NULL),
        CHECK (state <> 'reported' OR item_id IS NOT NULL OR reported_at <> ''),
        CHECK (state IN ('listed', 'reported') OR item_id IS NULL),
        CHECK ((state = 'posted') = (posted_on IS NOT NULL)),
        CHECK (urgent = 0 OR state NOT IN ('exempt', 'posted'))
    ) STRICT""",
    f"""CREATE TABLE support_decisions (
        id INTEGER PRIMARY KEY,
        committee_id INTEGER NOT NULL REFERENCES committees,
        local_key TEXT NOT NULL CHECK (local_key <> ''),
        law TEXT NOT NULL CHECK (law IN ('sol', 'lss')),
        measure TEXT NOT NULL CHECK (measure <> ''),
        start TEXT NOT NULL CHECK (start {_DAY}),
        kind TEXT NOT NULL DEFAULT 'decision' CHECK (kind IN ('decision', 'interruption')),
        sex TEXT NOT NULL DEFAULT '' CHECK (sex IN ('', 'K', 'M')),
        reason TEXT NOT NULL DEFAULT ''
            CHECK (reason IN ('', 'resources', 'postponed', 'other')),
        refused_offers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(refused_offers)),
        executed_on TEXT CHECK (executed_on {_DAY} AND executed_on >= start),
        closed_on TEXT CHECK (closed_on {_DAY} AND closed_on >= start),
        closed_reason TEXT NOT NULL DEFAULT '' CHECK (closed_reason IN
            ('', 'replaced', 'moved', 'deceased', 'withdrawn', 'other')),
        decided_on TEXT CHECK (decided_on {_DAY} AND decided_on <= start),
        stated_months INTEGER CHECK (stated_months >= 0),
        note TEXT NOT NULL DEFAULT '',
        final_notice_on TEXT CHECK (final_notice_on {_DAY}),
        superseded_by INTEGER REFERENCES support_decisions,
        correction_reason TEXT NOT NULL DEFAULT '',
        import_key TEXT,
        version INTEGER NOT NULL DEFAULT 1,
        CHECK (executed_on IS NULL OR closed_on IS NULL),
        CHECK ((kind = 'interruption') = (decided_on IS NOT NULL)),
        CHECK (superseded_by <> id)
    ) STRICT""",
    f"""CREATE TABLE quarter_reports (
        id INTEGER PRIMARY KEY,
        committee_id INTEGER NOT NULL REFERENCES committees,
        law TEXT NOT NULL CHECK (law IN ('sol', 'lss')),
        year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 9999),
        quarter INTEGER NOT NULL CHECK (quarter BETWEEN 1 AND 4),
        revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
        compiled_on TEXT NOT NULL CHECK (compiled_on {_DAY}),
        elapsed_rule TEXT NOT NULL
            CHECK (elapsed_rule IN ('completed', 'calendar', 'nearest')),
        rows TEXT NOT NULL CHECK (json_valid(rows)),
        sent_ivo_on TEXT CHECK (sent_ivo_on {_DAY}),
        sent_auditors_on TEXT CHECK (sent_auditors_on {_DAY}),
        sent_council_on TEXT CHECK (sent_council_on {_DAY}),
        item_id INTEGER REFERENCES agenda_items,
        version INTEGER NOT NULL DEFAULT 1,
        UNIQUE (committee_id, law, year, quarter, revision)
    ) STRICT""",
    f"""CREATE TABLE reported_matters (
        id INTEGER PRIMARY KEY,
        committee_id INTEGER NOT NULL REFERENCES committees,
        origin TEXT NOT NULL CHECK (origin <> ''),
        title TEXT NOT NULL CHECK (title <> ''),
        dnr TEXT NOT NULL DEFAULT '',
        received_on TEXT CHECK (received_on {_DAY}),
        state TEXT NOT NULL DEFAULT 'collected'
            CHECK (state IN ('collected', 'listed', 'reported')),
        item_id INTEGER REFERENCES agenda_items,
        quarter_report_id INTEGER REFERENCES quarter_reports,
        version INTEGER NOT NULL DEFAULT 1,
        CHECK ((state = 'collected') = (item_id IS NULL))
    ) STRICT""",
    """CREATE TABLE import_mappings (
        id INTEGER PRIMARY KEY,
        committee_id INTEGER NOT NULL REFERENCES committees,
        kind TEXT NOT NULL,
        headers TEXT NOT NULL CHECK (json_valid(headers)),
        columns TEXT NOT NULL CHECK (json_valid(columns)),
        version INTEGER NOT NULL DEFAULT 1,
        UNIQUE (committee_id, kind, headers)
    ) STRICT""",
)

REGISTER_INDEXES = (
    "CREATE INDEX delegated_decisions_newest ON delegated_decisions (committee_id, decided_on, id)",
    "CREATE INDEX delegated_decisions_state ON delegated_decisions"
    " (committee_id, state, decided_on)",
    "CREATE INDEX delegated_decisions_item ON delegated_decisions (item_id)"
    " WHERE item_id IS NOT NULL",
    "CREATE UNIQUE INDEX delegated_decisions_import ON delegated_decisions"
    " (committee_id, import_key) WHERE import_key IS NOT NULL",
    "CREATE INDEX support_decisions_open ON support_decisions (committee_id, law, start)",
    "CREATE UNIQUE INDEX support_decisions_import ON support_decisions"
    " (committee_id, import_key) WHERE import_key IS NOT NULL",
    "CREATE INDEX reported_matters_state ON reported_matters (committee_id, state)",
    "CREATE INDEX reported_matters_item ON reported_matters (item_id) WHERE item_id IS NOT NULL",
)
