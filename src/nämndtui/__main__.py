"""``python -m nämndtui``: the same program as the command ``namndtui``."""

from nämndtui.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
