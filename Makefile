# Everything a newcomer or a machine needs: `make serve`, `make test`. `make help` lists the rest.
# Set-up lives in .venv and is redone only when requirements.txt, pyproject.toml or the Python it was made with change.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:

PY ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
# Spark is large and stays out of the set-up that everybody makes; it has a lock of its own.
EXTRAS := --extra export --extra scale --extra test --extra dev
CODE := app tests $(wildcard benchmarks)

# A stamp carries in its name what it vouches for (the two files, the Python, this folder) and is written last:
# a set-up that broke off leaves none, and after a change the old name no longer matches, whatever the files' clocks say.
PYTHON_ID := $(shell $(PY) -c 'import os, sys, zlib; print(zlib.crc32(repr((sys.version, sys.base_prefix, os.getcwd())).encode()))' 2>/dev/null)
sum = $(shell { cat $(1) 2>/dev/null; echo $(PYTHON_ID); } | cksum | cut -d ' ' -f 1)
LOCKED := $(VENV)/stamp-locked-$(call sum,requirements.txt)
READY := $(VENV)/stamp-ready-$(call sum,requirements.txt pyproject.toml)

EXPLORER := app/static/index.html
EXPLORER_FROM := hatch_build.py $(wildcard web/*.json web/*.ts web/index.html) $(shell find web/src web/public -type f 2>/dev/null)

PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -qq

.PHONY: help setup serve test check format bench soak lock clean chromium

help: ## list the targets
	@echo 'make serve [HOST=$(HOST)] [PORT=$(PORT)]   and:'
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F '|' '{ printf "%-14s %s\n", $$1, $$2 }'

setup: $(READY) $(EXPLORER) ## make .venv with everything in it, and build the explorer
	@:

serve: $(READY) $(EXPLORER) ## serve the curated graph on http://HOST:PORT
	@exec $(BIN)/realpolitik serve --host $(HOST) --port $(PORT) $(ARGS)

test: $(READY) $(EXPLORER) chromium ## run every test (ARGS='-k name' passes options on)
	@$(BIN)/python -m pytest -q -n auto $(ARGS)

check: $(READY) ## style, format and types
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check . || { echo 'Some files are not formatted: make format'; exit 1; }
	@$(BIN)/mypy $(CODE)

format: $(READY) ## put the code into its one format
	@$(BIN)/ruff check --quiet --fix-only --select I .
	@$(BIN)/ruff format .

bench: $(READY) ## run the benchmarks
	@$(BIN)/python -m pytest -q -s benchmarks $(ARGS)

soak: $(READY) ## ten million events through everything, then five minutes of load with reloads (needs wrk)
	@$(BIN)/python -m benchmarks.soak $(ARGS)

lock: $(READY) ## renew requirements.txt (ARGS=--upgrade takes the newest versions)
	@$(BIN)/uv pip compile pyproject.toml --quiet --output-file requirements.txt --python-version 3.11 --universal \
		--generate-hashes $(EXTRAS) --no-emit-index-url --no-header $(ARGS)
	@$(BIN)/uv pip compile pyproject.toml --quiet --output-file requirements-spark.txt --python-version 3.11 --universal \
		--generate-hashes $(EXTRAS) --extra spark --constraint requirements.txt --no-emit-index-url --no-header $(ARGS)
	@$(MAKE) --no-print-directory setup

$(EXPLORER): $(EXPLORER_FROM) | $(READY)
	@echo 'Building the explorer; the first time takes about half a minute ...'
	@$(BIN)/python hatch_build.py >build.log 2>&1 || { cat build.log; rm -f build.log; exit 1; }
	@rm -f build.log

chromium: # the browser tests need one; where it cannot be installed they are skipped, and say so
	@command -v $${CHROMIUM:-chromium} >/dev/null || command -v chromium-browser >/dev/null || ! command -v apt-get >/dev/null || \
		[ "$$(id -u)" != 0 ] || { echo 'Installing Chromium for the browser tests ...'; \
		apt-get update -qq >/dev/null && apt-get install -qqy --no-install-recommends chromium >/dev/null; }

clean: ## remove all that the other targets made
	@rm -rf $(VENV) dist build app/static web/node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis .benchmarks
	@find app tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# The locked packages, in a fresh .venv, so that nothing an older lock asked for lingers.
$(LOCKED):
	@$(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo 'Python 3.11 or newer is needed, but "$(PY)" is:' "$$($(PY) --version 2>&1)." >&2; \
		echo 'Name another one: make PY=python3.12 ...' >&2; exit 1; }
	@$(PY) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo '"$(PY)" lacks the module venv. On Debian and Ubuntu: apt-get install python3-venv' >&2; exit 1; }
	@echo 'Setting up $(VENV); the first time takes about a minute ...'
	@rm -f $(VENV)/stamp-*
	@python=$$($(PY) -c 'import sys; print(sys._base_executable)') && rm -rf $(VENV) && "$$python" -m venv $(VENV)
	@$(PIP) install --require-hashes -r requirements.txt
	@touch $@

# The project itself, in place: changed code needs no new set-up.
$(READY): $(LOCKED)
	@rm -f $(VENV)/stamp-ready-*
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@
