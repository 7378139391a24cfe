"""The demonstration committee is a package like any other."""

from pathlib import Path

import pytest

from nämndtui.exchange.package_read import read_package, read_package_text
from nämndtui.exchange.package_write import write_package

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.mark.skipif(not (DATA / "paket.json").exists(), reason="data/paket.json is not there")
def test_it_reads_without_errors_and_travels_whole() -> None:
    package = read_package(DATA)
    assert package.committees
    assert read_package_text(write_package(package)) == package
