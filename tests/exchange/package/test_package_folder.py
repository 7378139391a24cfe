"""A package may be one file, a folder with its texts beside it, or a zip of the folder."""

import json
import struct
import unicodedata
import zipfile
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest

from nämndtui.exchange.package import source
from nämndtui.exchange.package.error import PackageError
from nämndtui.exchange.package.folder import LoadedPackage, load_package, load_package_text

HEAD = {"format": "namndtui-paket", "version": 1}


def _folder(root: Path, content: Any, **files: str | bytes) -> Path:
    root.mkdir(exist_ok=True)
    (root / "paket.json").write_text(json.dumps(content), encoding="utf-8")
    for name, data in files.items():
        _put(root / name, data)
    return root


def _put(path: Path, data: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)


def _with(value: Any) -> dict[str, Any]:
    """A package with ``value`` where one case's note stands."""
    case = {"diarienummer": "ON/2026:1", "rubrik": "Budget", "anteckning": value}
    return {**HEAD, "nämnder": [{"kod": "ON", "namn": "O", "kommun": "N", "ärenden": [case]}]}


def _note(loaded: LoadedPackage) -> Any:
    return loaded.data["nämnder"][0]["ärenden"][0]["anteckning"]


def _refusal(path: Path) -> str:
    with pytest.raises(PackageError) as caught:
        load_package(path)
    return str(caught.value)


def test_a_text_file_takes_the_place_of_its_reference(tmp_path: Path) -> None:
    root = _folder(tmp_path / "p", _with({"$fil": "skrivelser/å.md"}))
    _put(root / "skrivelser" / "å.md", "# Rubrik\r\n\r\nText\r\n")
    assert _note(load_package(root)) == "# Rubrik\n\nText"
    assert load_package(root / "paket.json") == load_package(root)


def test_a_file_name_spelled_with_two_characters_for_å_is_found(tmp_path: Path) -> None:
    root = _folder(tmp_path / "p", _with({"$fil": "skrivelser/år.md"}))
    _put(root / "skrivelser" / unicodedata.normalize("NFD", "år.md"), "hittad")
    assert _note(load_package(root)) == "hittad"


def test_json_may_refer_on_and_texts_are_cleaned(tmp_path: Path) -> None:
    root = _folder(tmp_path / "p", {**HEAD, "nämnder": {"$fil": "nämnder.json"}})
    _put(root / "nämnder.json", json.dumps(_with({"$fil": "a.txt"})["nämnder"]))
    _put(root / "a.txt", "a\u030a\x1b[31m\x0b")
    assert _note(load_package(root)) == "å[31m"


def test_keys_in_decomposed_form_are_understood() -> None:
    text = unicodedata.normalize("NFD", json.dumps(_with("x"), ensure_ascii=False))
    assert _note(load_package_text(text)) == "x"


@pytest.mark.parametrize("separator", [",", ";"])
def test_a_csv_file_becomes_objects_typed_by_the_schema(tmp_path: Path, separator: str) -> None:
    header = separator.join(("namn", "uppdrag", "från", "ordning", "parti"))
    row = separator.join(("Karin Ek", "ordförande", "2023-01-01", "2", ""))
    root = _folder(
        tmp_path / "p", {**HEAD, "nämnder": [{"kod": "ON", "mandat": {"$fil": "m.csv"}}]}
    )
    _put(root / "m.csv", f"\ufeff{header}\r\n{row}\r\n\r\n")
    assert load_package(root).data["nämnder"][0]["mandat"] == [
        {"namn": "Karin Ek", "uppdrag": "ordförande", "från": "2023-01-01", "ordning": 2}
    ]


def test_a_csv_cell_may_hold_a_list_a_boolean_and_a_guarded_formula(tmp_path: Path) -> None:
    items = {**HEAD, "nämnder": [{"sammanträden": [{"punkter": {"$fil": "p.csv"}}]}]}
    root = _folder(tmp_path / "p", items)
    _put(root / "p.csv", "rubrik;förslag;val;nummer\n'=1+1;Ett. | Två.;ja;4\n")
    assert load_package(root).data["nämnder"][0]["sammanträden"][0]["punkter"] == [
        {"rubrik": "=1+1", "förslag": ["Ett.", "Två."], "val": True, "nummer": 4}
    ]


def test_a_csv_row_with_a_cell_too_many_is_pointed_out(tmp_path: Path) -> None:
    root = _folder(tmp_path / "p", {**HEAD, "personer": {"$fil": "p.csv"}})
    _put(root / "p.csv", "namn,parti\nKarin Ek,C\nOlle, Strand,S\n")
    assert "p.csv, rad 3" in _refusal(root)


def test_a_misspelt_column_is_one_fault_however_many_the_rows(tmp_path: Path) -> None:
    root = _folder(tmp_path / "p", {**HEAD, "personer": {"$fil": "p.csv"}})
    _put(root / "p.csv", "nam,parti\nKarin Ek,C\nOlle Strand,S\n")
    said = _refusal(root)
    assert 'p.csv: kolumnen ”nam” finns inte. Menade du "namn"?' in said
    assert "fel:" not in said
    _put(root / "p.csv", "parti\nC\nS\n")
    assert "p.csv: kolumnen ”namn” saknas." in _refusal(root)


def test_files_that_are_missing_are_told_together_with_their_places(tmp_path: Path) -> None:
    attachment = {"nummer": "1", "rubrik": "Budget", "fil": "bilagor/budget.xlsx"}
    item = {"rubrik": "Budget", "bilagor": [attachment], "sammanfattning": {"$fil": "b.md"}}
    committee = {"kod": "ON", "sammanträden": {"$fil": "möten.json"}}
    root = _folder(tmp_path / "p", {**HEAD, "nämnder": [committee]})
    _put(root / "möten.json", json.dumps([{"datum": "2026-12-08", "punkter": [item]}]))
    said = _refusal(root)
    assert "det har 2 fel" in said
    place = "möten.json › 2026-12-08 › punkt ”Budget”"
    assert f"{place} › bilagor › 1: Filen bilagor/budget.xlsx finns inte" in said
    assert f"{place} › sammanfattning: Filen b.md finns inte" in said


def test_half_a_character_is_named_as_what_is_wrong(tmp_path: Path) -> None:
    root = _folder(tmp_path / "p", {**HEAD, "personer": [{"namn": "\ud83d"}]})
    said = _refusal(root)
    assert "personer" in said
    assert "halvt tecken" in said
    said = _refusal(_folder(tmp_path / "q", _with({"$fil": "a\ud83d.md"})))
    assert "godtas inte" in said


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"SQLite format 3\0" + b"\0" * 100, "är en databas, inget paket"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "är ingen textfil"),
        (b"PK\x03\x04" + b"strunt" * 20, "ingen hel zipfil"),
    ],
)
def test_a_file_of_another_kind_is_called_what_it_is(
    tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "paketet.json"
    path.write_bytes(content)
    assert said in _refusal(path)


def test_an_attached_file_comes_in_with_its_name_and_media_type(tmp_path: Path) -> None:
    attachment = {"nummer": "1", "rubrik": "Budget", "fil": "bilagor/budget.xlsx"}
    item = {"rubrik": "Budget", "bilagor": [attachment]}
    root = _folder(tmp_path / "p", {**HEAD, "nämnder": [{"sammanträden": [{"punkter": [item]}]}]})
    _put(root / "bilagor" / "budget.xlsx", b"\x00\xffPK")
    read = load_package(root).data["nämnder"][0]["sammanträden"][0]["punkter"][0]["bilagor"][0]
    assert b64decode(read.pop("innehåll")) == b"\x00\xffPK"
    assert read.pop("mediatyp").endswith("spreadsheetml.sheet")
    assert read == {"nummer": "1", "rubrik": "Budget", "filnamn": "budget.xlsx"}


@pytest.mark.parametrize(
    "path", ["../hemligt.md", "/etc/passwd", "a/../../x.md", "C:/x.md", "a\\b.md", ""]
)
def test_a_path_that_leads_out_is_refused(tmp_path: Path, path: str) -> None:
    _put(tmp_path / "hemligt.md", "hemligt")
    assert "godtas inte" in _refusal(_folder(tmp_path / "p", _with({"$fil": path})))


def test_a_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    _put(tmp_path / "utanför" / "hemligt.md", "hemligt")
    root = _folder(tmp_path / "p", _with({"$fil": "länk/hemligt.md"}))
    (root / "länk").symlink_to(tmp_path / "utanför")
    assert "länk ut ur paketets mapp" in _refusal(root)
    (root / "länk").unlink()
    (root / "länk").mkdir()
    (root / "länk" / "hemligt.md").symlink_to(tmp_path / "utanför" / "hemligt.md")
    assert "länk ut ur paketets mapp" in _refusal(root)


def test_a_single_file_reads_nothing_beside_itself(tmp_path: Path) -> None:
    _put(tmp_path / "granne.md", "granne")
    _put(tmp_path / "export.json", json.dumps(_with({"$fil": "granne.md"})))
    assert "bara i en paketmapp" in _refusal(tmp_path / "export.json")


def test_files_that_refer_in_a_circle_are_refused(tmp_path: Path) -> None:
    root = _folder(tmp_path / "p", _with({"$fil": "a.json"}))
    _put(root / "a.json", '{"$fil": "b.json"}')
    _put(root / "b.json", '{"$fil": "a.json"}')
    assert "a.json hänvisar till sig själv" in _refusal(root)
    _put(root / "b.json", '{"$fil": "paket.json"}')
    assert "paket.json hänvisar till sig själv" in _refusal(root)


def test_files_that_multiply_each_other_are_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nämndtui.exchange.package.folder._MAX_INCLUDED", 500)
    root = _folder(tmp_path / "p", _with({"$fil": "0.json"}))
    for n in range(9):
        _put(root / f"{n}.json", json.dumps([{"$fil": f"{n + 1}.json"}] * 10))
    _put(root / "9.json", "[]")
    assert "för stort" in _refusal(root)


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ({"$fil": "saknas.md"}, "saknas.md finns inte"),
        ({"$fil": "x.exe"}, "Använd .md, .txt, .json eller .csv"),
        ({"$fil": 3}, "ensamt"),
        ({"$fil": "x.exe", "mer": 1}, "ensamt"),
    ],
)
def test_a_reference_that_cannot_be_followed_is_explained(
    tmp_path: Path, reference: Any, said: str
) -> None:
    root = _folder(tmp_path / "p", _with(reference))
    _put(root / "x.exe", "x")
    assert said in _refusal(root)


def test_other_encodings_are_refused_with_the_line(tmp_path: Path) -> None:
    root = _folder(tmp_path / "p", _with({"$fil": "a.md"}))
    _put(root / "a.md", "rad ett\nrad två åäö".encode("latin-1"))
    assert "a.md, rad 2" in _refusal(root) and "UTF-8" in _refusal(root)
    _put(root / "a.md", "text".encode("utf-16"))
    assert "UTF-16" in _refusal(root)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '{"format": "x"\n "version": 1}',
            "rad 2, kolumn 2: filen är inte riktig JSON – här saknas",
        ),
        ("", "rad 1, kolumn 1"),
        ('{"a": 1,}', "komma för mycket"),
        ('{"a": "\t"}', "radbrytning eller tabb"),
        ('{"a": "\\x"}', "snedstreck"),
        ('{"a": 1} {', "efter paketets slut"),
        ('{"a": 1, "a": 2}', "”a” står två gånger"),
        ('{"a": NaN}', "NaN är inget tal"),
        ('{"a": ' + "9" * 5000 + "}", "för många siffror"),
        ('{"a": ' + "[" * 100_000, "nästlad för djupt"),
        ('{"a": ' + "[" * 80 + "]" * 80 + "}", "nästlad för djupt"),
    ],
)
def test_broken_json_is_explained_in_swedish(text: str, said: str) -> None:
    with pytest.raises(PackageError) as caught:
        load_package_text(text)
    assert said in str(caught.value)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    _put(tmp_path / "p.json", "\ufeff" + json.dumps(_with("x")))
    assert _note(load_package(tmp_path / "p.json")) == "x"


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    assert "finns inte" in _refusal(tmp_path / "saknas.json")
    assert "har ingen paket.json" in _refusal(tmp_path)


def _zip(path: Path, **files: str | bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize("top", ["", "mitt paket/"])
def test_a_zip_of_a_package_folder_reads_like_the_folder(tmp_path: Path, top: str) -> None:
    files = {
        f"{top}paket.json": json.dumps(_with({"$fil": "texter/å.md"})),
        f"{top}texter/å.md": "Ärendet",
        "__MACOSX/._paket.json": "skräp",
    }
    assert _note(load_package(_zip(tmp_path / "p.zip", **files))) == "Ärendet"


def test_a_zip_whose_names_are_utf8_without_saying_so_is_read(tmp_path: Path) -> None:
    path = _zip(
        tmp_path / "p.zip", **{"paket.json": json.dumps(_with({"$fil": "å.md"})), "å.md": "hittad"}
    )
    data = bytearray(path.read_bytes())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            old = struct.unpack_from("<H", data, at + flags)[0]
            struct.pack_into("<H", data, at + flags, old & ~0x800)
            at = data.find(signature, at + 4)
    path.write_bytes(data)
    assert _note(load_package(path)) == "hittad"


@pytest.mark.parametrize("name", ["../ut.md", "/etc/x", "a/../../x", "C:/x.md", "a\\..\\x"])
def test_a_zip_with_a_name_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    path = _zip(tmp_path / "p.zip", **{"paket.json": json.dumps(_with("x")), name: "x"})
    assert "godtas inte" in _refusal(path)


def test_a_zip_with_a_link_is_refused(tmp_path: Path) -> None:
    path = _zip(tmp_path / "p.zip", **{"paket.json": json.dumps(_with("x"))})
    with zipfile.ZipFile(path, "a") as archive:
        link = zipfile.ZipInfo("länk.md")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert "innehåller en länk" in _refusal(path)


def test_a_zip_that_swells_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "MAX_TOTAL_BYTES", 3_000_000)
    monkeypatch.setattr(source, "MAX_FILE_BYTES", 1_000_000)
    monkeypatch.setattr(source, "MAX_FILES", 10)
    main = {"paket.json": json.dumps(_with({"$fil": "stor.md"}))}
    big = _zip(tmp_path / "a.zip", **main, **{"stor.md": b"0" * 2_000_000})
    assert "stor.md är större än 1 MB" in _refusal(big)
    total = _zip(tmp_path / "b.zip", **main, **{f"{n}.md": b"0" * 900_000 for n in range(4)})
    assert "större än 3 MB" in _refusal(total)
    many = _zip(tmp_path / "c.zip", **main, **{f"{n}.md": b"" for n in range(10)})
    assert "har 11 filer" in _refusal(many)


def test_a_zip_that_lies_about_sizes_or_is_cut_off_is_refused(tmp_path: Path) -> None:
    path = _zip(tmp_path / "p.zip", **{"paket.json": json.dumps(_with("x" * 5000))})
    whole = path.read_bytes()
    lying = bytearray(whole)
    struct.pack_into("<I", lying, lying.find(b"PK\x01\x02") + 24, 10)
    path.write_bytes(lying)
    assert "skadad" in _refusal(path)
    path.write_bytes(whole[: len(whole) // 2])
    assert "ingen hel zipfil" in _refusal(path)


def test_a_zip_with_any_byte_damaged_is_read_or_refused_but_never_crashes(tmp_path: Path) -> None:
    files = {"paket.json": json.dumps(_with({"$fil": "å.md"})), "å.md": "hej " * 50}
    whole = _zip(tmp_path / "p.zip", **files).read_bytes()
    damaged = tmp_path / "q.zip"
    refused = 0
    for place in range(len(whole)):
        data = bytearray(whole)
        data[place] ^= 0xFF
        damaged.write_bytes(data)
        try:
            load_package(damaged)
        except PackageError:
            refused += 1
    assert refused > len(whole) // 2


def test_a_zip_packed_in_an_unusual_way_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "p.zip", "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("paket.json", json.dumps(HEAD))
    assert "som vanlig zip" in _refusal(tmp_path / "p.zip")


def test_a_zip_without_a_package_in_it_is_refused(tmp_path: Path) -> None:
    assert "paket.json överst" in _refusal(_zip(tmp_path / "p.zip", **{"annat.txt": "x"}))
    two = {"a/paket.json": "{}", "b/paket.json": "{}"}
    assert "paket.json överst" in _refusal(_zip(tmp_path / "q.zip", **two))
