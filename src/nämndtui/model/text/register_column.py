"""A column of a register, described once and read by everybody who shows, stores or moves it.

The fast look-ups load this module and the descriptions: plain slotted classes only.
"""

from __future__ import annotations


class Listed:
    """A column of the table of ``lista``: its heading, and its place from the left (10, 20 …).

    ``cell`` names the reader of what stands there when that is not the value alone.
    """

    __slots__ = ("cell", "heading", "place")

    def __init__(self, place: int, heading: str, cell: str = "") -> None:
        self.place = place
        self.heading = heading
        self.cell = cell


class Imported:
    """A column of an import: the ``header`` it has in Swedish, and ``others`` it is known by.

    The header is empty when it is the column's own key. Another name that ends in ``…`` stands
    for every header that begins so. ``instead`` names a column that does as well where this one
    is required; an ``optional`` one may be lacking, because something else may say it.
    """

    __slots__ = ("header", "instead", "optional", "others")

    def __init__(
        self, *others: str, header: str = "", instead: str = "", optional: bool = False
    ) -> None:
        self.others = others
        self.header = header
        self.instead = instead
        self.optional = optional


class Entered:
    """A field of a form: its ``label``, the ``help`` under it and the word for nothing chosen.

    ``place`` orders the fields; those of the same place stand as the columns do.
    """

    __slots__ = ("blank", "help", "label", "place")

    def __init__(self, label: str, help: str = "", blank: str = "", place: int = 10) -> None:
        self.label = label
        self.help = help
        self.blank = blank
        self.place = place


class RegisterColumn:
    """One column of a register, and everywhere it is found.

    ``name`` is English: the dataclass's attribute and, when ``stored``, the column in the
    database. ``key`` is Swedish: in JSON, CSV and packages. ``kind`` says what a value is:

    - ``line``: text on one line; ``text``: text that is kept as written; ``code``: one of
      ``options``, the same in both languages
    - ``point``: a point of the delegation order
    - ``day`` and ``days``; ``flag``; ``whole``: a number or nothing
    - ``word`` and ``words``: of the vocabulary's ``domain``
    - ``state``: a word that a package leaves out when the rest of the row says it
    - ``place``, ``reference``, ``file``, ``computed``: what each reader makes in its own way

    ``missing`` is said of a row without it, and makes it required. ``default`` is what a row is
    taken to say when it says nothing. ``rows`` and ``package`` tell whether it stands in
    ``lista --json`` and ``--csv``, and in a package; ``reader`` names what computes its value
    there. ``listed``, ``imported`` and ``entered`` are None where it has no place. ``searched``:
    its text is searched in the list. ``detail`` labels the line about it beside the list.
    """

    __slots__ = (
        *("default", "detail", "domain", "entered", "imported", "key", "kind", "listed"),
        *("missing", "name", "options", "package", "reader", "rows", "searched", "stored"),
    )

    def __init__(
        self,
        name: str,
        key: str,
        kind: str = "line",
        *,
        missing: str = "",
        default: object = "",
        domain: str = "",
        options: tuple[str, ...] = (),
        stored: bool = True,
        rows: bool = True,
        package: bool = True,
        reader: str = "",
        listed: Listed | None = None,
        imported: Imported | None = None,
        entered: Entered | None = None,
        searched: bool = False,
        detail: str = "",
    ) -> None:
        self.name = name
        self.key = key
        self.kind = kind
        self.missing = missing
        self.default = default
        self.domain = domain
        self.options = options
        self.stored = stored
        self.rows = rows
        self.package = package
        self.reader = reader
        self.listed = listed
        self.imported = imported
        self.entered = entered
        self.searched = searched
        self.detail = detail

    @property
    def header(self) -> str:
        """What the column of an import is called in Swedish."""
        return (self.imported.header if self.imported else "") or self.key


Columns = tuple[RegisterColumn, ...]
"""The columns of one register, in the order of its CSV file and its package."""


def stored_names(columns: Columns) -> tuple[str, ...]:
    """The names of those that are columns of the register's table."""
    return tuple(column.name for column in columns if column.stored)


def listed_columns(columns: Columns) -> tuple[tuple[RegisterColumn, Listed], ...]:
    """Those of the table of ``lista``, from the left."""
    found = [(column, column.listed) for column in columns if column.listed]
    return tuple(sorted(found, key=lambda pair: pair[1].place))


def column_named(columns: Columns, name: str) -> RegisterColumn:
    """The column of that English name. Raises KeyError."""
    for column in columns:
        if column.name == name:
            return column
    raise KeyError(name)
