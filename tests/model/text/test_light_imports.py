"""The modules a cold `visa` needs stay within a few bare Python starts."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "module", ["clean_text", "diary_number", "paragraph_reference", "swedish_order"]
)
def test_the_look_up_path_loads_nothing_heavy(module: str) -> None:
    code = (
        f"import sys, nämndtui.model.text.{module}\n"
        "heavy = {'re', 'typing', 'dataclasses', 'enum', 'datetime'} & set(sys.modules)\n"
        "raise SystemExit(', '.join(sorted(heavy)))"
    )
    # -S: editable installs may load modules of their own through site.
    script = f"import sys; sys.path[:0] = {sys.path!r}\n{code}"
    result = subprocess.run([sys.executable, "-S", "-c", script], capture_output=True, text=True)
    assert result.stderr.strip() == ""
