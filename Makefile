# The commands of this project. Everything they need is installed by tools/setup.py into .venv.
PYTHON ?= python3
SETUP = $(PYTHON) tools/setup.py
VENV_PYTHON = .venv/bin/python

.PHONY: help run test check setup lock shots bench verify oracle clean

help:
	@echo "make run      open the window (without a screen: compare the opening case in the terminal)"
	@echo "make test     every check and all tests"
	@echo "make check    the fast checks only: style, types, layers"
	@echo "make setup    install everything for development and run nothing"
	@echo "make shots    make the pictures in docs/images anew"
	@echo "make bench    how long things take, each beside a baseline; nothing is asserted"
	@echo "make verify   prove what can be proved of the law, and try the library against errors in it"
	@echo "make oracle   the program against the independent oracle, on a million drawn cases"
	@echo "make lock     renew the locked requirements"
	@echo "make clean    remove .venv, caches and compiled catalogues"

run:
	@$(SETUP) run $(ARGS)

test:
	@$(SETUP) test $(ARGS)

check:
	@$(SETUP) check

setup:
	@$(SETUP) setup

shots: setup
	@QT_QPA_PLATFORM=offscreen $(VENV_PYTHON) tools/screenshots.py $(ARGS)

bench: setup
	@QT_QPA_PLATFORM=offscreen $(VENV_PYTHON) -m tests.benchmarks $(ARGS)

verify: setup
	@$(VENV_PYTHON) -m gui.entry verify $(ARGS)

oracle: setup
	@THRESHOLD_ORACLE_CASES=$(or $(CASES),1000000) $(VENV_PYTHON) -m pytest -q -n auto \
		tests/decision/test_oracle_agrees_whole_law.py

# For every Python from 3.11 on and for Linux, macOS and Windows at once. run.txt comes first,
# because test.in is held to it. Look at the difference before committing it.
LOCK = uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

lock: setup
	@$(VENV_PYTHON) -m pip install --quiet --disable-pip-version-check uv
	cd requirements && ../.venv/bin/$(LOCK) run.in --output-file run.txt
	cd requirements && ../.venv/bin/$(LOCK) test.in --output-file test.txt

clean:
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find resources -name '*.mo' -delete
