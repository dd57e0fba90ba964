# Every developer command. `make` alone prints them.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
export PATH := $(CURDIR)/$(VENV)/bin:$(PATH)
TODAY ?=

.DEFAULT_GOAL := help
.PHONY: help run serve test setup setup-dev lint types imports screenshots messages requirements bench clean

help: ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: setup ## set up what is missing and serve the demonstration at http://127.0.0.1:8000 (TODAY=2026-03-02 fixes its day)
	@OPHOLD_DEMO=1 OPHOLD_TODAY=$(TODAY) $(PY) -m ophold.site.running

serve: setup ## serve for real, with the settings in the environment (docs/operations.md)
	@$(PY) -m ophold.cli serve

test: setup-dev ## set up what is missing and test everything, on SQLite and PostgreSQL, and in a real browser
	@$(PY) -m tests.suite

setup: $(VENV)/.base build/.front-end build/.static

setup-dev: setup $(VENV)/.dev build/.chromium

lint: setup-dev ## ruff
	@ruff check . && ruff format --check .

types: setup-dev ## mypy --strict
	@OPHOLD_DEMO=1 mypy

imports: setup-dev ## who may import whom
	@lint-imports

screenshots: setup-dev ## pictures of the main pages at 360 and 1280 px, into build/screenshots
	@OPHOLD_DEMO=1 $(PY) -m pytest -q -m browser tests/browser
	@cp build/screenshots/work-list-demo-1280.png docs/pictures/work-list.png && cp build/screenshots/receipt-1280.png docs/pictures/receipt.png

messages: setup-dev ## find new texts to translate and compile the translations
	@pybabel -q extract -F ophold/site/babel.cfg -k gettext_lazy -k ngettext:1,2 -k pgettext:1c,2 -k _ --no-location --sort-output -o build/ophold.pot ophold
	@pybabel -q update -i build/ophold.pot -d ophold/site/locale -D django -l en --no-fuzzy-matching --ignore-obsolete -w 120
	@sed -i -E '/^"(Report-Msgid-Bugs-To|POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Generated-By):/d' \
		ophold/site/locale/en/LC_MESSAGES/django.po
	@$(PY) -m ophold.site.language

bench: setup-dev ## measure: each figure is a ratio to a plain limit taken in the same run
	@for measure in bench/*.py; do echo "== $$measure"; OPHOLD_DEMO=1 $(PY) -m bench.$$(basename $$measure .py) || exit 1; done

requirements: setup-dev ## compile requirements/*.in to exact, hashed versions (no index address in any file)
	@for name in base dev node; do uv pip compile -q --generate-hashes --no-annotate --no-header --python-version 3.11 \
		requirements/$$name.in -o requirements/$$name.txt || exit 1; done

clean: ## remove what set-up made (never the database in var/)
	@rm -rf $(VENV) node_modules build static

# -- set-up: each step leaves a stamp and is skipped while nothing it reads has changed --

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Ophold needs Python 3.11 or newer; this is $$($(PYTHON) --version)."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv module is missing. On Debian: apt install python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.base: requirements/base.txt | $(VENV)/.made
	@echo "Installing the product's packages …"
	@$(PY) -m pip install -q --disable-pip-version-check --require-hashes -r requirements/base.txt
	@echo "$(CURDIR)" > $$($(PY) -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/ophold.pth
	@printf '#!/bin/sh\nexec "%s" -m ophold.cli "$$@"\n' "$(CURDIR)/$(PY)" > $(VENV)/bin/ophold && chmod +x $(VENV)/bin/ophold
	@touch $@

$(VENV)/.dev: requirements/dev.txt | $(VENV)/.base
	@echo "Installing the developers' packages …"
	@$(PY) -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

build/.npm: package-lock.json | $(VENV)/.base
	@mkdir -p build
	@command -v npm >/dev/null || { echo "npm is missing; taking Node.js from PyPI …"; $(PY) -m pip install -q --disable-pip-version-check --require-hashes -r requirements/node.txt; }
	@echo "Fetching the front-end parts …"
	@npm ci --no-progress --loglevel=error >/dev/null
	@touch $@

build/.front-end: build/.npm ophold/site/front_end.py
	@$(PY) -m ophold.site.front_end
	@touch $@

build/.static: build/.front-end $(shell find ophold/site/assets ophold/site/locale -type f -not -name '*.mo' 2>/dev/null)
	@$(PY) -m ophold.site.language
	@OPHOLD_DEMO=1 $(PY) manage.py collectstatic --noinput -v 0
	@touch $@

build/.chromium:
	@mkdir -p build
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then echo "Installing Chromium …"; \
			apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y chromium >/dev/null; \
		else echo "The browser tests need Chromium. On Debian: apt install chromium"; exit 1; fi; }
	@touch $@
