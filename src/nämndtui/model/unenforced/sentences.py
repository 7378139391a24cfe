"""The sentences and comments of the report on unenforced decisions, in exact Swedish (A8).

Everything is counted from the rows; nothing is typed. One to twelve are words; with a larger
number in a sentence all its numbers are digits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from nämndtui.model.calendar.quarter import Quarter
from nämndtui.model.text.number_words import count_words, join_swedish
from nämndtui.model.text.vocabulary import swedish

_IVO = "Inspektionen för vård och omsorg, IVO"
_LAW_TEXT = {"sol": "socialtjänstlagen", "lss": "9 § LSS"}


def count_sentences(
    decisions: Sequence[str], interruptions: Sequence[str], law: str, quarter: Quarter
) -> tuple[str, ...]:
    """The sentences of the summary, from the measure of each row in table order.

    Decisions per measure, interruptions per measure (left out when there are none), the total.
    Without rows one sentence says that there is nothing to report.
    """
    if not decisions and not interruptions:
        return (
            f"Inga beslut enligt {_LAW_TEXT[law]} har rapporterats som ej verkställda till "
            f"{_IVO}, {quarter.words}.",
        )
    parts = [_decisions(decisions)]
    if interruptions:
        parts.append(_interruptions(interruptions))
    return (*parts, total_sentence(len(decisions), len(interruptions), law, quarter))


def total_sentence(decisions: int, interruptions: int, law: str, quarter: Quarter) -> str:
    """``Totalt har fyra beslut enligt 9 § LSS rapporterats som ej verkställda … till IVO …``.

    At least one of the numbers is above nought; without decisions only interruptions are told.
    """
    counts, act = count_words(decisions, interruptions), _LAW_TEXT[law]
    if not decisions:
        return (
            f"Totalt har {counts[1]} avbrott i verkställigheten av beslut enligt "
            f"{act} rapporterats till IVO {quarter.words}."
        )
    text = f"Totalt har {counts[0]} beslut enligt {act} rapporterats som {_state(decisions)}"
    if interruptions:
        text += f" och {counts[1]} avbrott i verkställigheten"
    return f"{text} till IVO {quarter.words}."


def comment(
    reason: str,
    refused_offers: Iterable[date],
    executed_on: date | None,
    closed_on: date | None,
    interrupted: bool = False,
) -> str:
    """The table's comment: reason, refused offers in date order, what ended it, by comma.

    Support that was ``interrupted`` is not executed but taken up again.
    """
    parts = [swedish("unenforced_reason", reason)] if reason else []
    offers = [offer.isoformat() for offer in sorted(set(refused_offers))]
    if offers:
        word = "erbjudandet" if len(offers) == 1 else "erbjudandena"
        parts.append(f"den enskilde har tackat nej till {word} {join_swedish(offers)}")
    if executed_on is not None:
        parts.append(f"{'återupptagen' if interrupted else 'verkställd'} {executed_on.isoformat()}")
    if closed_on is not None:
        parts.append(f"avslutad {closed_on.isoformat()}")
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]


def in_running_text(measure: str) -> str:
    """The measure's name inside a sentence: small first letter, but ``HVB`` as it is."""
    return measure if measure[:2].isupper() else measure[:1].lower() + measure[1:]


def _decisions(measures: Sequence[str]) -> str:
    if not measures:
        return f"Inga beslut har rapporterats som ej verkställda till {_IVO}."
    counted = Counter(measures)
    words = count_words(*counted.values())
    parts = [
        f"{word} beslut gällande {in_running_text(name)}"
        for word, name in zip(words, counted, strict=True)
    ]
    text = join_swedish(parts)
    return f"{text[:1].upper()}{text[1:]} har rapporterats som {_state(len(measures))} till {_IVO}."


def _interruptions(measures: Sequence[str]) -> str:
    counted = Counter(measures)
    words = count_words(*counted.values())
    parts = [
        f"{word} avbrott i verkställigheten gällande {in_running_text(name)}"
        for word, name in zip(words, counted, strict=True)
    ]
    text = join_swedish(parts)
    return f"{text[:1].upper()}{text[1:]} har rapporterats."


def _state(count: int) -> str:
    return "ej verkställt" if count == 1 else "ej verkställda"
