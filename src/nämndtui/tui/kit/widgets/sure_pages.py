"""A list of options whose page keys work also before it has been laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import OptionList

if TYPE_CHECKING:
    _List = OptionList
else:
    # Textual looks for styles along the first base that is a DOMNode; a mixin must not be one.
    _List = object


class PageKeys(_List):
    """Mix in before an OptionList: page up and page down need no lines to count.

    A list that was filled anew, or shown for the first time, knows its lines only when it has
    been given room; until then a page is the whole list.
    """

    def action_page_up(self) -> None:
        """A page up, or to the first option."""
        if self._page_known:
            super().action_page_up()  # type: ignore[no-untyped-call]
        else:
            self.action_first()

    def action_page_down(self) -> None:
        """A page down, or to the last option."""
        if self._page_known:
            super().action_page_down()  # type: ignore[no-untyped-call]
        else:
            self.action_last()

    @property
    def _page_known(self) -> bool:
        return bool(self.scrollable_content_region)


class SurePages(PageKeys, OptionList):
    """Textual's OptionList with those page keys."""
