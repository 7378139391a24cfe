"""Trying mutants one by one: in each, the tests that run the function the fault is in.

The tool knows which tests run which function (``mutmut-stats.json``). It would hand pytest every
case by its own name, and names of cases are too free for a command line; here whole test functions
are run, the quickest first, until one is red.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

MOST_SECONDS = 25.0
"""The tests of one mutant together, by what they took without a fault."""
_CPU_SECONDS = 90
_PLAIN = ("--rootdir=.", "--import-mode=importlib", "-p", "no:cacheprovider")


def try_mutants(folder: Path, names: Sequence[str], seconds: float) -> dict[str, str]:
    """Mutant → ``killed``, ``survived`` or ``no tests``; those not reached in time are left out.

    ``folder`` is the tool's own copy, with its statistics. Changes the working directory and
    ``sys.path`` of the process: for a process of its own.
    """
    ends = time.monotonic() + seconds
    os.chdir(folder)
    sys.path[:0] = [str(folder / "src"), str(folder)]
    os.environ["MUTANT_UNDER_TEST"] = ""
    stats = json.loads(Path("mutmut-stats.json").read_text("utf-8"))
    given = _given_arguments()
    with contextlib.redirect_stdout(io.StringIO()):
        # What all of them import is imported once, before each mutant gets a process of its own.
        pytest.main([*_PLAIN, *given, "--collect-only", "-qqq", "tests/model", "tests/workflow"])
    found: dict[str, str] = {}
    for name in names:
        if time.monotonic() > ends:
            break
        tests = functions_running(name, stats)
        found[name] = _tried(name, [*_PLAIN, *given, *tests]) if tests else "no tests"
    return found


def functions_running(mutant: str, stats: Mapping[str, Any]) -> list[str]:
    """The test functions that run what the mutant changes, quickest first."""
    cases: Iterable[str] = stats["tests_by_mangled_function_name"].get(
        mutant.partition("__mutmut_")[0], ()
    )
    took: dict[str, float] = {}
    for case in cases:
        function = case.partition("[")[0]
        took[function] = took.get(function, 0.0) + stats["duration_by_test"].get(case, 1.0)
    chosen: list[str] = []
    left = MOST_SECONDS
    for function in sorted(took, key=lambda one: (took[one], one)):
        left -= took[function]
        if left < 0 and chosen:
            break
        chosen.append(function)
    return chosen


def _given_arguments() -> list[str]:
    import tomllib

    settings = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["tool"]["mutmut"]
    return list(settings["pytest_add_cli_args"])


def _tried(mutant: str, arguments: Sequence[str]) -> str:
    """Run the tests with the fault in, in a process that may loop, hang or die."""
    import resource

    child = os.fork()
    if child == 0:
        code = 1
        try:
            resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS + 2))
            os.environ["MUTANT_UNDER_TEST"] = mutant
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 1)
            os.dup2(nowhere, 2)
            code = int(pytest.main(["-x", "-q", "--tb=no", *arguments]))
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return "survived" if status == 0 else "killed"
