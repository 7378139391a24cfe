# One door for everything: each target sets up what it needs.
PYTHON ?= python3
VENV := .venv
CONSTRAINTS := constraints.txt
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PYTEST := $(BIN)/python -m pytest -n 2

.PHONY: demo test test-real test-fast test-lowest test-days test-pythons check constraints format \
	monkey bench mutants templates picture clean

$(STAMP): pyproject.toml $(CONSTRAINTS)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; try: make PYTHON=python3.12" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint $(CONSTRAINTS) \
		--editable . --group dev
	@touch $@

demo: $(STAMP)
	@$(BIN)/namndtui demo

test: check
	$(PYTEST) -m "not real" $(PYTEST_ARGS)

# What needs LibreOffice, other programs, long kills: see the marker in pyproject.toml.
test-real: $(STAMP)
	$(PYTEST) -m real $(PYTEST_ARGS)

# Random keys in real terminals; MONKEY="--keys 5000 --seed 1 --kind full --size 80x24".
monkey: $(STAMP)
	$(BIN)/python -m tests.monkey $(MONKEY)

# Everything but the screens, and one whole meeting on screen.
test-fast: $(STAMP)
	$(PYTEST) -m "not real" --ignore=tests/tui $(PYTEST_ARGS)
	$(BIN)/python -m pytest tests/tui -k test_a_whole_meeting $(PYTEST_ARGS)

# The lowest versions of our dependencies that pyproject.toml allows.
test-lowest:
	@mkdir -p build
	$(PYTHON) .ci/lowest.py > build/constraints-lowest.txt
	$(MAKE) VENV=.venv-lowest CONSTRAINTS=build/constraints-lowest.txt test-fast

# On other days and in other places; SAMPLE=1 runs all of it on one day, the fast part on the rest.
test-days: $(STAMP)
	.ci/days $(SAMPLE)

# On every other Python from 3.11 that is on this machine.
test-pythons:
	.ci/pythons $(PYTHON)

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy --platform win32 --cache-dir .mypy_cache/win32 src
	$(BIN)/mypy --platform darwin --cache-dir .mypy_cache/darwin src
	$(BIN)/lint-imports

constraints:
	$(PYTHON) .ci/constraints.py

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(STAMP)
	$(BIN)/python -m benchmarks $(ONLY)

mutants: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt \
		--group mutants
	$(BIN)/python -m tests.mutants $(MUTANTS)

templates: $(STAMP)
	$(BIN)/python templates/bygg/bygg_mallar.py

picture: $(STAMP)
	$(BIN)/python docs/picture.py

clean:
	rm -rf $(VENV) .venv-* .mypy_cache .ruff_cache .pytest_cache build dist
