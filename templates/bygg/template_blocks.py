"""Blocks that several templates share."""

from __future__ import annotations

from word_look import QUIET
from word_parts import (
    LANDSCAPE_WIDTH,
    TAB,
    Raw,
    block,
    cell,
    cell_tag,
    each,
    field,
    footer_part,
    header_part,
    p,
    row,
    run,
    styled,
    table,
    when,
)

_GAP = '<w:ind w:right="240"/>'
_SIGNER = '<w:ind w:right="4535"/>'
_BLANK = "\u00a0" * 40


def fact(label: str, value: str) -> str:
    """A label and its value: ``Plats   Sessionssalen``."""
    return p("Uppgift", styled(label, "Etikett"), TAB + value)


def to_fill_in(expression: str, shown: str = "") -> tuple[str, ...]:
    """What ``expression`` gives, or an empty line to write it on; ``shown`` when it is not the
    expression itself that is printed."""
    line = if_run(f"not {expression}", styled(_BLANK, "Ifylls"))
    return (f"{{{{ {shown or expression} }}}}", *line)


def page_header(
    kind: str, *lines: tuple[str, str], landscape: bool = False, marking: bool = False
) -> str:
    """Committee, document type, ``Sida 1 (12)``; ``lines`` are (left, middle) texts.

    With ``marking`` what every page must say, draft or public version, stands to the left of a
    last line that has nothing there, or on a line of its own.
    """
    tabs = _LYING_TABS if landscape else ""
    first = p(
        "Sidhuvud",
        styled("{{ nämnd.namn }}", "Dokumenttyp"),
        TAB,
        styled(kind, "Dokumenttyp"),
        TAB + "Sida ",
        field("PAGE", "1"),
        " (",
        field("NUMPAGES", "1"),
        ")",
        properties=tabs,
    )
    further = [p("Sidhuvud", f"{left}\t{middle}", properties=tabs) for left, middle in lines]
    if marking:
        said = styled("{{ dokument.märkning }}", "Dokumenttyp")
        left, middle = lines[-1]
        if left:
            further.append(when("dokument.märkning", p("Sidhuvud", said, properties=tabs)))
        else:
            further[-1] = p("Sidhuvud", said, TAB + middle, properties=tabs)
    return header_part(first, *further)


_LYING_TABS = (
    '<w:tabs><w:tab w:val="clear" w:pos="4990"/><w:tab w:val="clear" w:pos="9070"/>'
    f'<w:tab w:val="left" w:pos="7711"/><w:tab w:val="right" w:pos="{LANDSCAPE_WIDTH}"/></w:tabs>'
)


def decision_points(title: str, expression: str, level: int) -> str:
    """Heading and numbered points, when there are any."""
    return when(expression, p(f"Rubrik{level}", title), block(f"{expression}|punkter"))


def long_text(title: str, expression: str, level: int) -> str:
    """Heading and Markdown text, when there is any."""
    return when(expression, p(f"Rubrik{level}", title), block(f"{expression}|md({level + 1})"))


def rows(title: str, expression: str, level: int) -> str:
    """Heading and one row for each text, when there are any; the whole stays on one page."""
    return when(
        expression,
        p(f"Rubrik{level}", title),
        each(
            f"rad in {expression}",
            when("not loop.last", p("Rad", "{{ rad }}", properties="<w:keepNext/>")),
            when("loop.last", p("Rad", "{{ rad }}")),
        ),
    )


def signatures(expression: str, above: int = 480, hand: int = 600) -> str:
    """Those who sign, side by side: the role, a line, the name beneath it.

    ``above`` is the space before and ``hand`` the room to sign in, in twentieths of a point.
    """
    space = f'<w:spacing w:before="{above}"/>'
    room = f'<w:spacing w:before="{hand}"/>{_GAP}'
    width = 3000
    roles = cell(width, p("Roll", "{{ namnteckning.roll }}", properties=space))
    names = cell(width, p("Namnteckning", "{{ namnteckning.namn }}", properties=room))
    loop = cell_tag(f"for namnteckning in {expression}")
    end = cell_tag("endfor")
    return table(
        "Olinjerad",
        [width, width, width],
        row(loop, roles, end, header=True),
        row(loop, names, end),
    )


def sign_boxes() -> str:
    """The footer of minutes and extracts: a box for each sign, and one for the certification."""
    box = cell(1700, p("Sidfot", "{{ ruta }}"))
    empty = cell(1700, p("Sidfot"))
    loop, end = cell_tag("for ruta in signrutor"), cell_tag("endfor")
    return footer_part(
        table(
            "Signruta",
            [1700, 1700, 5670],
            row(loop, box, end, cell(5670, p("Sidfot", "Utdragsbestyrkande")), header=True),
            row(loop, empty, end, cell(5670, p("Sidfot")), height=480),
        ),
        p("Sidfot"),
    )


def memo_body(level: int) -> str:
    """What stands under a memo's title (A3); the order of the last three is the committee's."""
    memo = "tjänsteskrivelse"
    return "".join(
        (
            decision_points("Förslag till beslut", f"{memo}.förslag", level),
            long_text("Sammanfattning", f"{memo}.sammanfattning", level),
            when(f"{memo}.text", block(f"{memo}.text|md({level})")),
            each(
                f"del in {memo}.ordning",
                when("del == 'bilagor'", _attachments(level)),
                when("del == 'underskrift'", memo_signatures(memo)),
                when(
                    "del == 'expedieras_till'",
                    rows("Expedieras till", f"{memo}.expedieras_till", level),
                ),
            ),
        )
    )


def memo_facts(memo: str = "tjänsteskrivelse") -> str:
    """Date, dnr, officials and addressee of the field ``memo``."""
    return "".join(
        (
            when(f"{memo}.datum", fact("Datum", f"{{{{ {memo}.datum }}}}")),
            when(f"{memo}.diarienummer", fact("Dnr", f"{{{{ {memo}.diarienummer }}}}")),
            when(f"{memo}.referens", fact("Referens", f"{{{{ {memo}.referens|join(', ') }}}}")),
            when(f"{memo}.mottagare", fact("Mottagare", f"{{{{ {memo}.mottagare }}}}")),
        )
    )


def _attachments(level: int) -> str:
    expression = "tjänsteskrivelse.bilagor"
    title = "{{ 'Bilaga' if " + expression + "|length == 1 else 'Bilagor' }}"
    return rows(title, expression, level)


def memo_signatures(memo: str) -> str:
    """A line to sign for each of the memo's ``underskrifter``, with name and title."""
    return each(
        f"person in {memo}.underskrifter",
        when(
            "person.titel",
            p("Namnteckning", "{{ person.namn }}", properties=f"<w:keepNext/>{_SIGNER}"),
            p("Roll", "{{ person.titel }}", properties='<w:keepNext w:val="0"/>'),
        ),
        when("not person.titel", p("Namnteckning", "{{ person.namn }}", properties=_SIGNER)),
    )


def if_run(condition: str, *content: str) -> tuple[str, ...]:
    """Runs inside a paragraph, shown only when ``condition`` holds."""
    return ("{%r if " + condition + " %}", *content, "{%r endif %}")


def bookmark(expression: str) -> str:
    """A run replaced by a bookmark."""
    return "{{r " + expression + "|bokmärke }}"


def marked(expression: str) -> str:
    """A run that tells the section's header which value it speaks of."""
    return "{{r " + expression + "|sidhuvud }}"


def small(text: str) -> Raw:
    """Quiet text in a line. LibreOffice forgets a character style's colour inside a table."""
    return run(text, f'<w:rStyle w:val="Etikett"/><w:color w:val="{QUIET}"/><w:sz w:val="20"/>')
