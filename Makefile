# The commands of this project. Everything they need is installed by tools/setup.py into .venv.
PYTHON ?= python3
SETUP = $(PYTHON) tools/setup.py
VENV_PYTHON = .venv/bin/python

.PHONY: help run test check setup lock shots bench clean

help:
	@echo "make run      open the window (without a screen: compare the opening case in the terminal)"
	@echo "make test     every check and all tests"
	@echo "make check    the fast checks only: style, types, layers"
	@echo "make setup    install everything for development and run nothing"
	@echo "make shots    make the pictures in docs/images anew"
	@echo "make bench    how long things take, each beside a baseline; nothing is asserted"
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
