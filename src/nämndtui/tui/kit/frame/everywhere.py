"""The commands that work wherever one is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from nämndtui.tui.kit.commands.command import Command

if TYPE_CHECKING:
    from nämndtui.tui.kit.work.program import Program


class Help(Command["Program"]):
    """Visa alla tangenter och kommandon som gäller här."""

    key = "f1,question_mark"
    label = "Hjälp"
    footer = True
    act = "show_help"


class Palette(Command["Program"]):
    """Sök bland alla kommandon som går att använda just nu."""

    key = "ctrl+p"
    label = "Kommandon"
    footer = True
    act = "show_palette"


class Search(Command["Program"]):
    """Sök ärenden och punkter i hela nämndens material, även på diarienummer och paragraf."""

    key = "ctrl+f,slash"
    label = "Sök"
    act = "show_search"

    @classmethod
    def available(cls, host: Program) -> bool:
        """Only with a committee."""
        return host.session.committee is not None


class PerCapsulam(Command["Program"]):
    """Per capsulam: en nämnd beslutar bara på sammanträden. Visa vad som går i stället."""

    label = "Per capsulam"
    group = "hjälp"

    @classmethod
    def run(cls, host: Program) -> None:
        """Open the explanation."""
        from nämndtui.tui.kit.dialogs.per_capsulam import per_capsulam

        host.push_screen(per_capsulam())


class Undo(Command["Program"]):
    """Ångra den senast sparade ändringen. I ett textfält ångrar samma tangent det skrivna."""

    key = "ctrl+z"
    label = "Ångra"
    writes = True
    act = "undo_last"


class SwitchCommittee(Command["Program"]):
    """Byt till en annan nämnd i samma databas."""

    key = "f10"
    label = "Byt nämnd"
    act = "choose_committee"

    @classmethod
    def available(cls, host: Program) -> bool:
        """Only when there are several."""
        return len(host.session.committees) > 1


class SwitchTheme(Command["Program"]):
    """Byt mellan ljusa och mörka färger."""

    label = "Ljust eller mörkt"
    act = "toggle_theme"


class NextPane(Command["Program"]):
    """Gå till nästa ruta på skärmen."""

    key = "f6"
    label = "Nästa ruta"

    @classmethod
    def run(cls, host: Program) -> None:
        """Move focus to the next pane."""
        host.focus_next_pane(1)


class PreviousPane(Command["Program"]):
    """Gå till föregående ruta på skärmen."""

    key = "shift+f6"
    label = "Föregående ruta"

    @classmethod
    def run(cls, host: Program) -> None:
        """Move focus to the previous pane."""
        host.focus_next_pane(-1)


class Quit(Command["Program"]):
    """Avsluta programmet. Allt är redan sparat."""

    key = "ctrl+q"
    label = "Avsluta"
    footer = True
    act = "action_quit"


EVERYWHERE: tuple[type[Command[Program]], ...] = (
    Help,
    Search,
    Undo,
    NextPane,
    PreviousPane,
    SwitchCommittee,
    SwitchTheme,
    PerCapsulam,
    Palette,
    Quit,
)


class GoCommand(Command["Program"]):
    """Gå till ett avsnitt."""

    group = "gå till"
    section: ClassVar[str] = ""
    short: ClassVar[str] = ""
    """The name where there is no room for the label."""

    @classmethod
    def available(cls, host: Program) -> bool:
        """Only with a committee."""
        return host.session.committee is not None

    @classmethod
    def run(cls, host: Program) -> None:
        """Switch to the section."""
        host.go_to(cls.section)


class GoOverview(GoCommand):
    """Vad som behöver göras och nästa sammanträde."""

    key = "1"
    label = "Översikt"
    section = "overview"


class GoMeetings(GoCommand):
    """Alla sammanträden; öppna ett för att arbeta med dagordning och protokoll."""

    key = "2"
    label = "Sammanträden"
    section = "meetings"


class GoCases(GoCommand):
    """Alla ärenden i diariet, med sökning."""

    key = "3"
    label = "Ärenden"
    section = "cases"


class GoDelegation(GoCommand):
    """Delegationsbeslut, anmälningsärenden och delegationsordningen."""

    key = "4"
    label = "Delegationsbeslut"
    short = "Delegation"
    section = "delegation"


class GoUnenforced(GoCommand):
    """Ej verkställda beslut enligt SoL och LSS, med kvartalsrapporterna."""

    key = "5"
    label = "Ej verkställda"
    section = "unenforced"


class GoPeople(GoCommand):
    """Ledamöter och ersättare, och deras uppdrag över tid."""

    key = "6"
    label = "Förtroendevalda"
    short = "Folk"
    section = "people"


class GoSettings(GoCommand):
    """Nämndens egna vanor: diarienummer, platser, tider och dagar."""

    key = "7"
    label = "Inställningar"
    short = "Inst."
    section = "settings"


SECTIONS: tuple[type[GoCommand], ...] = (
    GoOverview,
    GoMeetings,
    GoCases,
    GoDelegation,
    GoUnenforced,
    GoPeople,
    GoSettings,
)
