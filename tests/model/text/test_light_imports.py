"""The modules a cold `visa` needs stay within a few bare Python starts."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "module",
    [
        *("text.clean_text", "text.diary_number", "text.paragraph_reference"),
        *("text.swedish_order", "delegation.columns", "unenforced.columns"),
    ],
)
def test_the_look_up_path_loads_nothing_heavy(module: str) -> None:
    code = (
        f"import sys, nämndtui.model.{module}\n"
        "heavy = {'re', 'typing', 'dataclasses', 'enum', 'datetime'} & set(sys.modules)\n"
        "raise SystemExit(', '.join(sorted(heavy)))"
    )
    # -S: editable installs may load modules of their own through site.
    script = f"import sys; sys.path[:0] = {sys.path!r}\n{code}"
    result = subprocess.run([sys.executable, "-S", "-c", script], capture_output=True, text=True)
    assert result.stderr.strip() == ""
