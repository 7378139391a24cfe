"""What stands under the decision: how complete the § is, what is wanting, what was corrected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.content import Content

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.minutes.completeness import paragraph_meter
from nämndtui.model.minutes.paragraph_checks import paragraph_faults
from nämndtui.model.record.correction import Correction, correction_mark
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.text.vocabulary import VALUES
from nämndtui.tui.kit.safe_text import one_line, plain


def advice_lines(record: MinutesRecord, item: AgendaItem) -> list[Content]:
    """``▲`` what a law demands, ``?`` what is only custom, then the corrections."""
    paragraph = record.dossier.paragraph_of(item)
    if paragraph is None:
        return []
    found = [plain(*_line(fault)) for fault in paragraph_faults(record, item)]
    if found:
        meter = paragraph_meter(record, paragraph.number)
        found.insert(0, plain(f"{meter.met} av {meter.total} uppgifter klara", "$quiet"))
    corrections = [one for one in record.corrections if one.paragraph_id == paragraph.id]
    return [*found, *(line for one in corrections for line in _correction(one))]


def left_over_lines(texts: Mapping[str, str]) -> list[Content]:
    """Texts that were never saved in a § that is now adjusted, by field."""
    return [
        plain(
            f"▲ {VALUES['minutes_field'][field].capitalize()}: text som inte sparades före "
            f"justeringen. F4 rättar med den, Delete slänger den: {one_line(text, 200)}",
            "$text-warning",
        )
        for field, text in texts.items()
    ]


def _line(fault: str) -> tuple[str, str]:
    if fault.startswith("KL "):
        return f"▲ {fault}", "$text-warning"
    return f"? tveksamt: {fault}", ""


def _correction(one: Correction) -> Iterator[Content]:
    """Both texts stand: what was written and what should have been (F 26)."""
    yield plain(correction_mark(one), "bold")
    field = VALUES["minutes_field"][one.field].capitalize()
    yield plain(f"  {field} löd: {one_line(one.before) or '(tomt)'}", "dim")
    yield plain(f"  Ska vara: {one_line(one.after) or '(tomt)'}")
