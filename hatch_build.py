"""What goes into the wheel beside the package: the templates as Word opens them, and the data.

The scripts that build the templates stay in the repository.
"""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShippedFiles(BuildHookInterface):  # type: ignore[type-arg]
    """Takes every file directly in ``templates/``, and all of ``data/``, into the package."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files; an editable install reads the repository's own."""
        if version == "editable":
            return
        for path in sorted(Path(self.root, "templates").iterdir()):
            if path.is_file():
                build_data["force_include"][str(path)] = f"nämndtui/templates/{path.name}"
