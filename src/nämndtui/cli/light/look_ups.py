"""Which fast look-up answers a command; each is loaded only when asked for."""

from __future__ import annotations

from nämndtui.cli.light.global_options import GlobalOptions


def run_hot(command: str, options: GlobalOptions, arguments: list[str]) -> int:
    """One of the fast look-ups, ``command`` as ``plain_word`` gives it."""
    if command == "visa":
        from nämndtui.cli.light.show import show

        return show(options, arguments)
    if command == "sok":
        from nämndtui.cli.light.find import find

        return find(options, arguments)
    from nämndtui.cli.light.listing import list_rows

    return list_rows(options, arguments)
