"""Draws docs/sammantrade.svg, the picture in the README: ``make picture``.

The demonstration committee is opened headless on a fixed day and Textual exports the screen.
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from nämndtui.tui.app import NamndApp
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.package.demonstration import make_demonstration

NOW = datetime(2026, 11, 22, 9, 30)
TARGET = Path(__file__).with_name("sammantrade.svg")
SIZE = (112, 34)
WEB_FONTS = re.compile(r"@font-face \{.*?\}", re.DOTALL)
"""The export names fonts on the web; the picture shall fetch nothing."""


async def draw(database: Path) -> str:
    app = NamndApp(str(database), "sekreteraren", lambda: NOW)
    async with app.run_test(size=SIZE) as pilot:
        for key in ("2", "enter", "down", "down", "down", "down"):
            await pilot.press(key)
            await app.workers.wait_for_complete()
            await pilot.pause()
        return WEB_FONTS.sub("", app.export_screenshot(title="NämndTUI", simplify=True))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        made = make_demonstration(
            Path(folder), Actor("sekreteraren", NOW), lambda text: print(text, file=sys.stderr)
        )
        TARGET.write_text(asyncio.run(draw(made.database)), encoding="utf-8")


if __name__ == "__main__":
    main()
