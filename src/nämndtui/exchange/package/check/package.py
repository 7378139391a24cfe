"""Every reason why a package cannot be read, one Swedish line each."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from nämndtui.exchange.package.check.cases import case_findings
from nämndtui.exchange.package.check.facts import fact_findings
from nämndtui.exchange.package.check.meetings import meeting_findings
from nämndtui.exchange.package.check.people import people_findings
from nämndtui.exchange.package.check.registers import register_findings
from nämndtui.exchange.package.check.schema import schema_problems
from nämndtui.exchange.package.check.sendings import sending_findings
from nämndtui.exchange.package.check.text import text_findings
from nämndtui.exchange.package.place import describe_place


def package_problems(
    data: Any, known_dnrs: Collection[str] = (), known_persons: Collection[str] = ()
) -> list[str]:
    """What is wrong with a loaded package: where, what, and what to do; empty when it is sound.

    First the schema; when that holds, what a schema cannot say: that what is referred to exists,
    that what must be unique is, that dates follow each other, that settings can be used and that
    no text holds a personal number (D2.23). ``known_dnrs`` and ``known_persons`` may be
    referred to without standing in the package.
    """
    problems = schema_problems(data)
    if problems:
        return problems
    found = [
        *people_findings(data, known_persons),
        *case_findings(data, known_dnrs),
        *meeting_findings(data),
        *register_findings(data),
        *fact_findings(data, known_persons),
        *sending_findings(data),
        *text_findings(data),
    ]
    return [f"{describe_place(data, path) or 'överst'}: {message}" for path, message in found]
