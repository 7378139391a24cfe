"""What all dialogs share: a framed box in the middle, a title, Esc to leave."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Static
from textual.widgets.button import ButtonVariant

from nämndtui.model.text.errors import NamndError
from nämndtui.tui.kit.commands.command import Command, CommandHost, Commands
from nämndtui.tui.kit.safe_text import plain
from nämndtui.tui.kit.styles import style_sheets
from nämndtui.tui.kit.widgets.key_bar import KeyBar
from nämndtui.tui.kit.work.reading import Reads

if TYPE_CHECKING:
    from nämndtui.tui.kit.work.writing import Verb

ResultT = TypeVar("ResultT")


class CloseDialog(Command["Dialog[Any]"]):
    """Stäng rutan utan att göra något."""

    key = "escape"
    label = "Stäng"
    footer = True
    act = "close"


class DialogHelp(Command["Dialog[Any]"]):
    """Visa tangenterna som gäller i rutan."""

    key = "f1"
    label = "Hjälp"
    footer = True

    @classmethod
    def available(cls, host: Dialog[Any]) -> bool:
        """Everywhere but in the help itself."""
        return host.explained

    @classmethod
    def run(cls, host: Dialog[Any]) -> None:
        """Open the help screen."""
        host.namnd.show_help()


class Dialog(CommandHost, Reads, ModalScreen[ResultT | None], Generic[ResultT]):
    """A modal box. Subclasses compose their content in ``content`` and name their buttons."""

    CSS_PATH = style_sheets("dialogs", "forms")
    OFFERED: ClassVar[Commands] = (DialogHelp, CloseDialog)
    explained: ClassVar[bool] = True
    """False for the one dialog F1 has nothing to say of: the help."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.dialog_title = title
        self._answers: list[ResultT | None] = []
        self._writing = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog-box") as box:
            box.border_title = plain(self.dialog_title, limit=70)
            yield from self.content()
            buttons = tuple(self.buttons())
            if buttons:
                with Horizontal(classes="dialog-buttons"):
                    yield from buttons
        yield KeyBar()

    def content(self) -> ComposeResult:
        """The widgets between title and buttons."""
        raise NotImplementedError

    def buttons(self) -> ComposeResult:
        """The buttons, safe one first; none by default."""
        return iter(())

    def close(self) -> None:
        """Leave without a result."""
        self.dismiss(None)

    @property
    def answered(self) -> bool:
        """True once the dialog has been given its answer; what comes later is too late."""
        return bool(self._answers)

    def dismiss(self, result: ResultT | None = None) -> AwaitComplete:
        """Leave with a result. Only the first one counts, and the dialog leaves only itself.

        Two quick keys, or a save that is done while the user has already left, would otherwise
        answer twice, or take away another screen. A dialog that lies under another waits.
        """
        if self._answers:
            return AwaitComplete()
        self._answers.append(result)
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def write_once(
        self,
        verb: Verb,
        then: Callable[[Any], None],
        failed: Callable[[NamndError], bool] | None = None,
        **more: Any,
    ) -> None:
        """Write as the app's ``write`` does, unless the dialog is writing or has been answered.

        A key pressed twice while something is being saved does not save it twice.
        """
        if self._writing or self.answered:
            return
        self._writing = True

        def done(result: Any) -> None:
            self._writing = False
            then(result)

        def refused(error: NamndError) -> bool:
            self._writing = False
            return failed is not None and failed(error)

        self.namnd.write(verb, then=done, failed=refused, **more)

    def on_screen_resume(self) -> None:
        """Uncovered: leave now, when the answer was given meanwhile."""
        if self._answers and self.is_active:
            super().dismiss(self._answers[0])


def text_line(text: str, classes: str = "") -> Static:
    """A paragraph of data or guidance inside a dialog."""
    return Static(plain(text), markup=False, classes=classes)


def button(label: str, button_id: str, *, main: bool = False, danger: bool = False) -> Button:
    """A button; ``main`` is the one that does what the dialog is for."""
    variant: ButtonVariant = "error" if danger else "primary" if main else "default"
    return Button(plain(label), id=button_id, variant=variant, compact=True)
