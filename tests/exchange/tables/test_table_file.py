"""Files from other systems: what is a table is read, what is not is refused in plain Swedish."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from nämndtui.exchange.tables.cells import FormulaCell, Table
from nämndtui.exchange.tables.error import TableError
from nämndtui.exchange.tables.file import read_table
from nämndtui.model.text.progress import CancelledError


def save(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def texts(table: Table) -> list[tuple[object, ...]]:
    return [row.cells for row in table.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_csv_in_any_encoding_and_with_any_separator(
    tmp_path: Path, encoding: str, separator: str
) -> None:
    text = separator.join(("Punkt", "Beskrivning")) + "\r\n"
    text += separator.join(("B 36", f'"Åtgärd{separator} med ""ö"""')) + "\r\n"
    table = read_table(save(tmp_path / "a.csv", text.encode(encoding)))
    assert texts(table) == [("Punkt", "Beskrivning"), ("B 36", f'Åtgärd{separator} med "ö"')]


def test_rows_keep_their_numbers_past_empty_lines_and_line_breaks_in_cells(tmp_path: Path) -> None:
    text = 'a;b\n\n;;\n1;"två\nrader"\n2;x\n'
    table = read_table(save(tmp_path / "a.csv", text.encode()))
    assert [row.number for row in table.rows] == [1, 4, 6]
    assert table.empty == 2


def test_a_separator_line_and_guarded_formulas_are_undone(tmp_path: Path) -> None:
    table = read_table(save(tmp_path / "a.csv", b"sep=,\nx,y\n'=1+1,'-x\n"))
    assert texts(table) == [("x", "y"), ("=1+1", "-x")]
    assert [row.number for row in table.rows] == [2, 3]


def workbook(path: Path, rows: list[list[object]], title_rows: int = 0) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for _ in range(title_rows):
        sheet.append([])
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def test_xlsx_gives_values_dates_and_row_numbers(tmp_path: Path) -> None:
    day = datetime(2026, 11, 3)
    path = workbook(tmp_path / "a.xlsx", [["A", "B"], [], [day, 36], ["x", None]], 1)
    table = read_table(path)
    assert [(row.number, row.cells) for row in table.rows] == [
        (2, ("A", "B")),
        (4, (day, 36)),
        (5, ("x",)),
    ]


def test_a_formula_nobody_has_computed_is_told_from_an_empty_cell(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["A", "B", "C"], ["=1+1", None, "text"]])
    cells = read_table(path).rows[1].cells
    assert isinstance(cells[0], FormulaCell) and cells[1] is None


def test_the_name_of_the_file_does_not_decide(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["A", "B"]])
    assert texts(read_table(path.rename(tmp_path / "a.csv"))) == [("A", "B")]
    assert texts(read_table(save(tmp_path / "b.xlsx", b"A;B\n"))) == [("A", "B")]


def bomb() -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for _ in range(100):
                sheet.write(b"0" * (1 << 20))
    return packed.getvalue()


def zipped(**members: str) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/"), text)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("lista.xlsx", b"MZ\x90\x00" + b"\0" * 200, "är ett program"),
        ("lista.csv", b"MZ\x90\x00" + b"\0" * 200, "är ett program"),
        ("lista.csv", b"\x7fELF\0\0", "är ett program"),
        ("lista.xlsx", b"%PDF-1.7", "är en PDF"),
        ("lista.xls", b"\xd0\xcf\x11\xe0\xa1\xb1", "gamla format"),
        ("lista.csv", b"a\0b\0;c", "ingen tabell"),
        ("lista.csv", b"\xe5; \x81\x8d", "teckenkodning"),
        ("lista.csv", b"", "är tom"),
        ("lista.csv", b" \r\n\r\n", "är tom"),
        ("lista.csv", b";;\n;;\n", "inga ifyllda rader"),
        ("lista.csv", b";".join([b"x"] * 300), "fler än 200 kolumner"),
        ("lista.csv", b'a;"' + b"x" * 200_000, "citattecknen"),
        ("lista.xlsx", b"PK\x03\x04 inte mer", "skadad"),
        ("lista.xlsx", zipped(word__document="x"), "ingen Excelfil"),
        ("lista.ods", zipped(mimetype="application/vnd.oasis"), "OpenDocument"),
    ],
)
def test_what_is_no_table_is_refused_with_what_to_do(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    with pytest.raises(TableError, match=message):
        read_table(save(tmp_path / name, content))


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = save(tmp_path / "lista.xlsx", bomb())
    assert path.stat().st_size < 1_000_000
    with pytest.raises(TableError, match="växer till 104 MB"):
        read_table(path)


def test_a_workbook_with_entities_of_its_own_is_refused(tmp_path: Path) -> None:
    good = workbook(tmp_path / "a.xlsx", [["A", "B"]])
    evil = BytesIO()
    with ZipFile(good) as source, ZipFile(evil, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/workbook.xml":
                content = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + content
            target.writestr(name, content)
    with pytest.raises(TableError, match="XML"):
        read_table(save(tmp_path / "b.xlsx", evil.getvalue()))


def test_a_workbook_with_a_broken_part_is_refused(tmp_path: Path) -> None:
    good = workbook(tmp_path / "a.xlsx", [["A", "B"], ["1", "2"]])
    broken = BytesIO()
    with ZipFile(good) as source, ZipFile(broken, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name.startswith("xl/worksheets/"):
                content = content[: len(content) // 2]
            target.writestr(name, content)
    with pytest.raises(TableError, match="skadad"):
        read_table(save(tmp_path / "b.xlsx", broken.getvalue()))


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="är en mapp"):
        read_table(tmp_path)
    with pytest.raises(TableError, match="går inte att läsa"):
        read_table(tmp_path / "finns inte.csv")


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        read_table(save(tmp_path / "a.csv", b"a;b\n" * 1500), stop)
