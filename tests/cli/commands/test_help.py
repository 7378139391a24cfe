"""Help and completion: Swedish throughout, and the same commands everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from nämndtui.cli.commands.program import program
from nämndtui.cli.light.completion import COMMANDS, answers
from nämndtui.cli.light.global_options import HELP
from nämndtui.cli.light.words import plain_word
from tests.conftest import REPOSITORY

Run = Callable[..., Any]
HANDBOOK = REPOSITORY / "docs" / "handbok" / "kommandon.md"


def all_commands(
    group: click.Group = program, path: str = ""
) -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        yield f"{path}{name}", command
        if isinstance(command, click.Group):
            yield from all_commands(command, f"{path}{name} ")


def long_options(command: click.Command) -> list[str]:
    return [name for p in command.params for name in p.opts if name.startswith("--")]


@pytest.mark.parametrize("path", [path for path, _ in all_commands()])
def test_every_command_explains_itself_in_swedish(run: Run, path: str) -> None:
    for option in ("--hjälp", "--help", "-h", "--hjalp"):
        shown = run(*path.split(), option)
        assert (shown.code, shown.err) == (0, "")
        assert f"Användning: namndtui {path}" in shown.out
        for word in (
            "Usage",
            "Options",
            "Commands",
            "Show this",
            "[OPTIONS]",
            "default",
            "required",
        ):
            assert word not in shown.out


def test_the_program_lists_every_command_and_common_option(run: Run) -> None:
    shown = run("--hjälp").out
    for name in program.commands:
        assert f"  {name} " in shown
    for name, _ in HELP:
        assert name in shown


def test_every_command_is_reached_without_swedish_letters() -> None:
    plain = [plain_word(name) for name in program.commands]
    assert len(set(plain)) == len(plain)
    assert all(name.isascii() for name in plain)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("kontrolera",), "Menade du kontrollera?"),
        (("qwerty",), "Se: namndtui --hjälp"),
        (("mallar", "list"), "Menade du lista?"),
        (("skriv", "--uut", "x"), "Menade du --ut?"),
        (("skriv", "kallelse", "2026-12-08", "--punkt", "ett"), "Ett värde kan inte användas"),
        (("historik", "--antal"), "--antal"),
        (("kontrollera", "en", "två"), "ett ord för mycket"),
    ],
)
def test_wrong_usage_is_one_swedish_line(run: Run, arguments: tuple[str, ...], said: str) -> None:
    shown = run(*arguments)
    assert (shown.code, shown.out) == (2, "")
    assert said in shown.err
    assert shown.err.count("\n") == 1


def test_completion_knows_the_same_commands_and_options() -> None:
    assert set(COMMANDS) == set(program.commands)
    for name, command in program.commands.items():
        assert set(COMMANDS[name]) == set(long_options(command)), name


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["vi"], ["visa"]),
        (["sa"], ["säkerhetskopiera"]),
        (["visa", "on/2026:3"], ["on/2026:38", "on/2026:37"]),
        (["visa", "2026-1"], ["2026-12-08"]),
        (["lista", "le"], ["ledamöter"]),
        (["skriv", "kallelse", "2026-02"], ["2026-02-10"]),
        (["lista", "ärenden", "--st"], ["--status"]),
        (["finns-inte", "x"], []),
        (["visa", "--db"], ["--db"]),
    ],
)
def test_completion_offers_what_may_follow(
    database: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], expected: list[str]
) -> None:
    monkeypatch.setenv("NAMNDTUI_DB", str(database))
    assert answers(words) == expected


def test_bash_gets_what_follows_the_colon(run: Run) -> None:
    line = "namndtui visa on/2026:3"
    assert run("_slutfor", "bash", line, str(len(line))).out.split() == ["38", "37"]


def test_completion_without_a_database_is_silent(run: Run, tmp_path: Path) -> None:
    shown = run("_slutfor", "ord", "--db", str(tmp_path / "x.db"), "visa", "on")
    assert (shown.code, shown.out, shown.err) == (0, "", "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(run: Run, shell: str) -> None:
    assert "namndtui _slutfor" in run("slutförande", shell).out
    assert run("slutförande", "csh").code == 2


def test_the_handbook_describes_every_command_and_option() -> None:
    text = HANDBOOK.read_text(encoding="utf-8")
    for path, command in all_commands():
        assert f"namndtui {path}" in text
        for name in long_options(command):
            assert f"`{name}" in text, (path, name)
    for name, _ in HELP:
        assert f"`{name.split()[0]}" in text
