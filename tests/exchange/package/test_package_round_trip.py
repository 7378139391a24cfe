"""A package that is written and read again is the same package, down to the byte."""

import json
from collections import Counter
from collections.abc import Callable
from datetime import date, time, timedelta
from hashlib import sha256
from typing import Any, TypeVar

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nämndtui.exchange.package.read import read_package_text
from nämndtui.exchange.package.schema import expanded_schema
from nämndtui.exchange.package.write import write_package
from nämndtui.model.agenda import agenda_item as ai
from nämndtui.model.agenda import meeting as mt
from nämndtui.model.agenda.attachment_number import AttachmentNumber
from nämndtui.model.agenda.case import CASE_STATES, CASE_TYPES, Case, CaseReference
from nämndtui.model.agenda.sending import Sending
from nämndtui.model.agenda.standing_item import PLACEMENTS, StandingItem
from nämndtui.model.package.package import CommitteePackage, Package
from nämndtui.model.people import persons
from nämndtui.model.people.committee import Committee, CommitteeSettings
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.diary_number import parse_diary_number
from tests.exchange.made_text import (
    Draw,
    clocks,
    days,
    flags,
    lines,
    maybe,
    memos,
    names,
    texts,
    tuples,
)
from tests.exchange.sending_maker import SendingMaker

T = TypeVar("T")

committee_settings = st.builds(
    CommitteeSettings,
    dnr_prefix=st.sampled_from(["", "on", "ON"]),
    dnr_pattern=st.sampled_from(["{prefix}/{year}:{serial}", "{serial:05d}/{year}"]),
    seats=st.integers(1, 99),
    summons_lead_kind=st.sampled_from(["calendar", "working"]),
    opening_items=st.sampled_from(["unnumbered", "numbered"]),
    elapsed_rule=st.sampled_from(["completed", "calendar", "nearest"]),
    time_format=st.sampled_from(["kl. 18.30", "kl 18:30"]),
    start_time=st.sampled_from(["18:30", "09:00"]),
    place=lines,
    paragraph_for_empty_items=flags,
    absence_contact=lines,
    party_order=tuples(names),
    memo_section_order=st.permutations(["attachments", "signatures", "recipients"]).map(tuple),
)


class _Maker:
    """Draws one package whose parts are numbered as a reader numbers them."""

    def __init__(self, draw: Draw) -> None:
        self.draw = draw
        self.last: Counter[str] = Counter()
        self.files: dict[str, bytes] = {}
        self.persons: tuple[persons.Person, ...] = ()

    def id(self, kind: str) -> int:
        self.last[kind] += 1
        return self.last[kind]

    def package(self) -> Package:
        found = self.draw(st.lists(names, max_size=4, unique=True))
        self.persons = tuple(
            persons.Person(
                self.id("person"),
                name,
                self.draw(st.sampled_from(persons.PERSON_KINDS)),
                self.draw(lines),
                self.draw(lines),
            )
            for name in found
        )
        codes = self.draw(st.sampled_from([(), ("ON",), ("ON", "KS")]))
        committees = [
            Committee(
                self.id("committee"),
                code,
                self.draw(names),
                self.draw(lines),
                self.draw(committee_settings),
            )
            for code in codes
        ]
        return Package(self.persons, tuple(self.committee(c) for c in committees), self.files)

    def committee(self, committee: Committee) -> CommitteePackage:
        mandates = self.many(self.mandate, committee) if self.persons else ()
        standing = tuple(
            StandingItem(
                self.id("standing"),
                committee.id,
                position,
                self.draw(st.sampled_from(ai.ITEM_KINDS)),
                self.draw(names),
                self.draw(st.sampled_from(PLACEMENTS)),
                self.draw(lines),
                self.draw(tuples(texts)),
                self.draw(texts),
            )
            for position in range(1, self.draw(st.integers(1, 3)))
        )
        serials = self.draw(st.lists(st.integers(1, 999), max_size=3, unique=True))
        cases = tuple(self.case(committee, serial) for serial in serials)
        self.last["§"] = 0
        meetings = tuple(
            self.dossier(committee, cases, mandates, date(2026, 12, 30) + timedelta(days=n))
            for n in range(self.draw(st.integers(0, 2)))
        )
        waiting = tuple(
            self.item(committee, cases, None, position, None)
            for position in range(1, self.draw(st.integers(1, 3)))
        )
        return CommitteePackage(committee, mandates, standing, cases, meetings, waiting)

    def many(self, make: Callable[..., T], *context: Any) -> tuple[T, ...]:
        return tuple(make(*context) for _ in range(self.draw(st.integers(0, 2))))

    def mandate(self, committee: Committee) -> persons.Mandate:
        first = self.draw(days)
        return persons.Mandate(
            self.id("mandate"),
            committee.id,
            self.draw(st.sampled_from(self.persons)),
            self.draw(st.sampled_from(persons.OFFICES)),
            self.draw(lines),
            first,
            self.draw(maybe(st.dates(first, date(2041, 1, 1)))),
            self.draw(st.integers(-3, 30)),
        )

    def case(self, committee: Committee, serial: int) -> Case:
        dnr = self.draw(st.sampled_from(["ON/2026:{}", "on 2026/{}", "2026/KFN {}"])).format(serial)
        assert parse_diary_number(dnr, committee.settings.dnr_pattern).serial == serial
        return Case(
            self.id("case"),
            committee.id,
            dnr,
            2026,
            serial,
            self.draw(names),
            self.draw(st.sampled_from(CASE_TYPES)),
            self.draw(st.sampled_from(CASE_STATES)),
            self.draw(maybe(days)),
            self.draw(maybe(days)),
            self.draw(maybe(days)),
            self.draw(tuples(names)),
            self.draw(texts),
        )

    def dossier(
        self,
        committee: Committee,
        cases: tuple[Case, ...],
        mandates: tuple[persons.Mandate, ...],
        day: date,
    ) -> MeetingDossier:
        start, end = sorted((self.draw(clocks), self.draw(clocks)))
        meeting = mt.Meeting(
            self.id("meeting"),
            committee.id,
            day,
            start,
            self.draw(lines),
            self.draw(maybe(st.just(end))),
            self.draw(maybe(st.just(day + timedelta(days=1)))),
            self.draw(st.sampled_from(mt.MEETING_KINDS)),
            self.draw(st.sampled_from(mt.MEETING_STATES)),
            self.draw(texts),
            self.draw(maybe(days)),
            self.draw(
                tuples(st.builds(mt.GroupMeeting, tuples(names), lines, maybe(days), maybe(clocks)))
            ),
            self.draw(lines),
            self.draw(texts),
        )
        numbers = self.draw(st.lists(maybe(st.integers(1, 50)), max_size=3, unique=True))
        items = tuple(
            self.item(committee, cases, meeting.id, position, number)
            for position, number in enumerate(numbers, 1)
        )
        decided = [self.paragraph(item) for item in items if self.draw(flags)]
        valid = [m for m in mandates if m.valid_on(day)]
        return MeetingDossier(
            committee,
            meeting,
            items,
            tuple(sorted(decided, key=lambda p: (p.year, p.number))),
            self.attendances(),
            self.parts(meeting, decided),
            tuple(sorted(valid, key=lambda m: (persons.OFFICES.index(m.office), m.rank))),
            self.many(self.sending, items) if items else (),
        )

    def sending(self, items: tuple[ai.AgendaItem, ...]) -> Sending:
        return SendingMaker(self.draw, self.files).sending(self.id("sending"), items)

    def item(
        self,
        committee: Committee,
        cases: tuple[Case, ...],
        meeting_id: int | None,
        position: int,
        number: int | None,
    ) -> ai.AgendaItem:
        used = self.draw(st.lists(st.sampled_from(cases), max_size=2, unique=True)) if cases else []
        return ai.AgendaItem(
            id=self.id("item"),
            committee_id=committee.id,
            meeting_id=meeting_id,
            position=position,
            number=number,
            kind=self.draw(st.sampled_from(ai.ITEM_KINDS)),
            title=self.draw(names),
            state=self.draw(st.sampled_from(ai.ITEM_STATES)),
            cases=tuple(CaseReference(case.id, case.dnr, case.title) for case in used),
            staff_proposal=self.draw(tuples(texts)),
            chair_proposal=self.draw(maybe(tuples(texts))),
            summary=self.draw(texts),
            chair_summary=self.draw(maybe(texts)),
            presenters=self.draw(tuples(st.builds(ai.Presenter, names, lines, lines))),
            memo=self.draw(maybe(memos)),
            attachments=self.attachments(),
            recipients=self.draw(tuples(st.builds(ai.Recipient, names, lines))),
            late=self.draw(st.sampled_from(ai.LATE_KINDS)),
            remark=self.draw(texts),
            publish=self.draw(st.sampled_from(ai.PUBLISH)),
            exercise_of_authority=self.draw(flags),
            election=self.draw(flags),
        )

    def attachments(self) -> tuple[ai.Attachment, ...]:
        numbers = self.draw(
            st.lists(
                st.builds(AttachmentNumber, st.integers(1, 3), maybe(st.integers(1, 3))),
                max_size=2,
                unique=True,
            )
        )
        return tuple(
            ai.Attachment(
                self.id("attachment"),
                number,
                self.draw(names),
                self.draw(maybe(days)),
                self.draw(lines),
                self.draw(st.sampled_from(ai.PUBLISH)),
                self.stored(self.draw(maybe(st.binary(max_size=8)))),
            )
            for number in numbers
        )

    def stored(self, content: bytes | None) -> ai.StoredFile | None:
        if content is None:
            return None
        digest = sha256(content).hexdigest()
        self.files[digest] = content
        name = self.draw(st.sampled_from(["budget.xlsx", "å ä ö.pdf", "utan ändelse"]))
        kind = self.draw(st.sampled_from(["application/pdf", "application/octet-stream"]))
        return ai.StoredFile(digest, name, kind, len(content))

    def paragraph(self, item: ai.AgendaItem) -> mt.Paragraph:
        return mt.Paragraph(
            id=self.id("paragraph"),
            item_id=item.id,
            year=self.draw(st.sampled_from([2026, 2027])),
            number=self.id("§"),
            outcome=self.draw(st.sampled_from(mt.OUTCOMES)),
            points=self.draw(st.just(item.proposal) | tuples(texts)),
            motions=self.draw(texts),
            procedure=self.draw(texts),
            vote=self.draw(texts),
            disqualification=self.draw(texts),
            reservations=self.draw(texts),
            notes=self.draw(texts),
            immediate=self.draw(flags),
        )

    def attendances(self) -> tuple[mt.Attendance, ...]:
        if not self.persons:
            return ()
        pairs = st.tuples(st.sampled_from(self.persons), st.sampled_from(mt.ATTENDANCE_ROLES))
        return tuple(
            mt.Attendance(
                self.id("attendance"),
                person,
                role,
                self.draw(lines),
                self.draw(st.sampled_from(["", *persons.OFFICES])),
                self.draw(st.sampled_from(["", self.persons[0].name])),
                self.draw(lines),
                self.draw(flags),
                self.draw(maybe(st.integers(1, 5))),
                self.draw(maybe(st.integers(5, 9))),
                self.draw(tuples(st.integers(1, 9))),
            )
            for person, role in self.draw(st.lists(pairs, max_size=3, unique=True))
        )

    def parts(self, meeting: mt.Meeting, decided: list[mt.Paragraph]) -> tuple[mt.MinutesPart, ...]:
        adjusted = meeting.date + timedelta(days=7) if self.draw(flags) else None
        posted = adjusted + timedelta(days=1) if adjusted and self.draw(flags) else None
        part = mt.MinutesPart(
            self.id("part"),
            self.draw(flags),
            tuple(self.persons[: self.draw(st.integers(0, 2))]),
            self.draw(lines),
            self.draw(maybe(days)),
            self.draw(maybe(clocks)),
            adjusted,
            posted,
            self.draw(lines),
            tuple(paragraph.number for paragraph in decided),
        )
        return (part,)


@st.composite
def packages(draw: Draw) -> Package:
    return _Maker(draw).package()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(packages())
def test_what_is_written_reads_back_the_same_and_is_written_with_the_same_bytes(
    package: Package,
) -> None:
    text = write_package(package)
    again = read_package_text(text)
    assert again == package
    assert write_package(again) == text


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(packages())
def test_keys_are_written_in_the_order_of_the_schema(package: Package) -> None:
    text = write_package(package)
    assert text.endswith("}\n")
    _assert_order(json.loads(text), expanded_schema())


def _assert_order(value: Any, node: dict[str, Any]) -> None:
    if isinstance(value, dict):
        order = list(node["properties"])
        assert list(value) == sorted(value, key=order.index)
        for key, part in value.items():
            _assert_order(part, node["properties"][key])
    elif isinstance(value, list):
        for part in value:
            _assert_order(part, node["items"])


def test_an_empty_package_is_two_lines_of_content() -> None:
    assert write_package(Package()) == '{\n  "format": "namndtui-paket",\n  "version": 1\n}\n'


def test_the_time_is_written_only_when_it_is_not_the_usual_one() -> None:
    committee = Committee(1, "ON", "Omsorgsnämnden", "Norrvik", CommitteeSettings(start_time="17"))
    meetings = tuple(
        MeetingDossier(committee, mt.Meeting(1, 1, date(2026, 12, day), time(hour), ""))
        for day, hour in ((8, 17), (9, 18))
    )
    text = write_package(Package(committees=(CommitteePackage(committee, meetings=meetings),)))
    usual, other = json.loads(text)["nämnder"][0]["sammanträden"]
    assert "tid" not in usual
    assert other["tid"] == "18:00"
    assert json.loads(text)["nämnder"][0]["inställningar"]["starttid"] == "17:00"
