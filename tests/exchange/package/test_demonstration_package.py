"""The demonstration committee is a package like any other."""

import pytest

from nämndtui.exchange.package.read import read_package, read_package_text
from nämndtui.exchange.package.write import write_package
from tests.conftest import REPOSITORY

DATA = REPOSITORY / "data"


@pytest.mark.skipif(not (DATA / "paket.json").exists(), reason="data/paket.json is not there")
def test_it_reads_without_errors_and_travels_whole() -> None:
    package = read_package(DATA)
    assert package.committees
    assert read_package_text(write_package(package)) == package
