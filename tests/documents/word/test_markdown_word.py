from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from nämndtui.documents.word.markdown_word import WordText, markdown_to_word, points_to_word
from nämndtui.documents.word.numbering import ListNumbers
from nämndtui.documents.word.styles import find_styles
from nämndtui.documents.word.xml import NAMESPACE, W


def empty(name: str) -> Any:
    return etree.fromstring(f'<w:{name} xmlns:w="{NAMESPACE}"/>')


STYLES = find_styles(empty("styles"))


def parsed(converted: WordText, numbering: Any = None) -> Any:
    numbering = empty("numbering") if numbering is None else numbering
    xml = converted.xml(ListNumbers(numbering, empty("styles")))
    return etree.fromstring(f'<w:body xmlns:w="{NAMESPACE}">{xml}</w:body>')


def body(markdown: str, level: int = 3) -> Any:
    return parsed(markdown_to_word(markdown, STYLES, level))


def text(node: Any) -> str:
    return "".join(t.text or "" for t in node.iter(f"{W}t")).replace("\u00a0", " ")


def val(node: Any, path: str) -> str | None:
    found = node.find("/".join(W + step for step in path.split("/")))
    return None if found is None else str(found.get(f"{W}val"))


def test_bold_and_italics_become_runs_and_a_single_line_break_a_space() -> None:
    (paragraph,) = body("Nämnden **godkänner** *hela*\nrapporten.")
    assert text(paragraph) == "Nämnden godkänner hela rapporten."
    assert [text(r) for r in paragraph if r.find(f"{W}rPr/{W}b") is not None] == ["godkänner"]
    assert [text(r) for r in paragraph if r.find(f"{W}rPr/{W}i") is not None] == ["hela"]


def test_headings_begin_at_the_level_asked_for_and_skip_none() -> None:
    root = body("# Ett\n\n### Tre\n\n## Två\n\n# Ett igen", 4)
    assert [val(p, "pPr/pStyle") for p in root] == [
        STYLES.heading_4, STYLES.heading_5, STYLES.heading_4, STYLES.heading_4,
    ]  # fmt: skip


def test_each_numbered_list_is_a_real_list_that_begins_anew() -> None:
    numbering = empty("numbering")
    root = parsed(markdown_to_word("1. a\n2. b\n\nText\n\n1. c\n", STYLES), numbering)
    ids = [val(p, "pPr/numPr/numId") for p in root]
    assert ids[0] == ids[1] is not None
    assert ids[2] is None
    assert ids[3] not in (None, ids[0])
    instances = {n.get(f"{W}numId"): n for n in numbering.iter(f"{W}num")}
    assert val(instances[ids[3]], "lvlOverride/startOverride") == "1"


def test_a_list_may_begin_at_another_number() -> None:
    numbering = empty("numbering")
    parsed(markdown_to_word("4. fyra\n5. fem", STYLES), numbering)
    (instance,) = numbering.iter(f"{W}num")
    assert val(instance, "lvlOverride/startOverride") == "4"


def test_nested_lists_keep_their_levels_and_their_own_numbers() -> None:
    root = body("1. a\n   - b\n     1. c\n2. d")
    assert [val(p, "pPr/numPr/ilvl") for p in root] == ["0", "1", "2", "0"]
    ids = [val(p, "pPr/numPr/numId") for p in root]
    assert ids[0] == ids[3]
    assert len({ids[0], ids[1], ids[2]}) == 3


def test_the_same_text_twice_gets_lists_of_its_own() -> None:
    numbers = ListNumbers(empty("numbering"), empty("styles"))
    once = markdown_to_word("1. a", STYLES)
    assert once.xml(numbers) != once.xml(numbers)


def test_a_second_paragraph_in_an_item_is_indented_without_a_number() -> None:
    first, second = body("1. ett\n\n   mer")
    assert val(first, "pPr/numPr/numId")
    assert val(second, "pPr/numPr/numId") is None
    assert val(second, "pPr/pStyle") == STYLES.continued


def test_points_become_one_numbered_list_though_each_is_a_text_of_its_own() -> None:
    root = parsed(points_to_word(["Första **punkten**", "- inte\n- en lista till"], STYLES, True))
    first = val(root[0], "pPr/numPr/numId")
    assert text(root[0]) == "Första punkten"
    assert any(val(p, "pPr/numPr/numId") == first for p in root[1:])


TABLE = "| Namn | Tkr |\n|---|---|\n| A | 1 200 |\n| B | -35,5 |\n| C | - |"


def test_a_table_has_a_marked_header_row_and_unsplit_rows() -> None:
    (table,) = body(TABLE)
    rows = table.findall(f"{W}tr")
    assert [r.find(f"{W}trPr/{W}tblHeader") is not None for r in rows] == [True] + [False] * 3
    assert all(r.find(f"{W}trPr/{W}cantSplit") is not None for r in rows)
    assert all(cell[-1].tag == f"{W}p" for cell in table.iter(f"{W}tc"))
    assert len(table.find(f"{W}tblGrid")) == 2


def test_columns_of_numbers_are_right_aligned_with_a_real_minus() -> None:
    (table,) = body(TABLE)
    cells = [list(r.iter(f"{W}tc")) for r in table.iter(f"{W}tr")]
    assert [val(r[0], "p/pPr/jc") for r in cells] == [None] * 4
    assert [val(r[1], "p/pPr/jc") for r in cells] == ["right"] * 4
    assert text(cells[2][1]) == "−35,5"
    assert text(cells[3][1]) == "-"


def test_a_row_with_too_many_cells_loses_none_of_its_words() -> None:
    (table,) = body("| a | b |\n|---|---|\n| ett | två | tre | fyra |")
    assert [text(c) for c in table.iter(f"{W}tc")][2:] == ["ett", "två | tre | fyra"]


def test_two_tables_in_a_row_stay_two() -> None:
    root = body(TABLE + "\n\n" + TABLE)
    assert [child.tag for child in root] == [f"{W}tbl", f"{W}p", f"{W}tbl"]


def test_a_link_is_a_field_and_its_text_is_what_is_read() -> None:
    (paragraph,) = body("Se [reglementet](https://www.exempel.se/a b).".replace("a b", "a%20b"))
    assert text(paragraph) == "Se reglementet."
    assert 'HYPERLINK "https://www.exempel.se/a%20b"' in paragraph.xpath("string()")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "bilaga-1"])
def test_an_address_that_is_not_on_the_web_is_text(address: str) -> None:
    (paragraph,) = body(f"Se [här]({address}).")
    assert paragraph.find(f".//{W}instrText") is None
    assert address in text(paragraph)


@pytest.mark.parametrize(
    "typed",
    ["<w:p>&amp;</w:p>", "&lt;b&gt;", "[dnr]: KS/2017:1", "    indraget", "{{ 7*7 }}",
     "{_{ x", "<script>alert(1)</script>", "<https://a.se>", "a_b_c"],
)  # fmt: skip
def test_what_looks_like_code_is_text(typed: str) -> None:
    assert text(body(typed)) == typed.strip()


def test_controls_are_gone_and_decomposed_letters_are_whole() -> None:
    assert text(body("a\u030aldre \x1b[31mröd\x00 \ud800rad")) == "åldre [31mröd rad"


@pytest.mark.parametrize("mark", ["[", "*", "> ", "- ", "`", "![", "**a ", "a|b\n", "1. ", "\\"])
def test_a_hundred_thousand_marks_are_read_without_an_error(mark: str) -> None:
    body((mark * 100_000)[:100_000])


def test_deep_nesting_loses_no_word() -> None:
    assert "botten" in text(body("> " * 500 + "botten"))
    assert "botten" in text(body("- " * 500 + "botten"))


_MARKDOWN = st.text(
    st.sampled_from("abcåäö *_`#>-+|[]()!\\\n\t123.~:<&{}%\u00a0\x0b"), max_size=120
)


@settings(max_examples=400, deadline=None)
@given(_MARKDOWN)
def test_no_letter_is_ever_lost(markdown: str) -> None:
    # The word after a code fence's marks names a language and is not text.
    if "```" in markdown or "~~~" in markdown:
        return
    shown = re.sub(r"[^abcåäö]", "", text(body(markdown)).replace("Bild", ""))
    assert sorted(re.sub(r"[^abcåäö]", "", markdown)) == sorted(shown)
