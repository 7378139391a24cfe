"""Makes constraints.txt: what a fresh environment gets, the newest that pyproject.toml allows."""

from __future__ import annotations

import os
import subprocess
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEADER = """\
# The versions that the tests are run with. Made by `make constraints`: a fresh environment gets the
# newest that pyproject.toml allows, and this is what `pip list` says it got. Not edited by hand.
"""


def main() -> None:
    """Writes constraints.txt beside pyproject.toml."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder, "Scripts" if os.name == "nt" else "bin", "python")

        def pip(*arguments: str) -> str:
            command = [python, "-m", "pip", "--disable-pip-version-check", *arguments]
            return subprocess.run(
                command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
            ).stdout

        pip("install", "--quiet", "--upgrade", "pip>=25.1")
        pip("install", "--quiet", "--editable", ".", "--group", "dev")
        listed = pip("list", "--format=freeze", "--exclude-editable", "--exclude=pip").split()
    kept = [line for line in listed if not line.startswith("setuptools==")]
    lines = sorted(kept, key=lambda line: line.partition("==")[0].lower())
    text = HEADER + "".join(f"{line}\n" for line in lines)
    (ROOT / "constraints.txt").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
