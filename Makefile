# The two commands of the README, and what they need. Everything is set up in .venv, from a lock file with hashes.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
PORT ?= 8000
# One process more than there are processors: a quarter of the time each waits, for a browser, a server or a disk.
TESTERS = $(shell expr $$(nproc 2>/dev/null || sysctl -n hw.ncpu) + 1)
# A file of tests stays in one process, because it shares the site that it built; the files that take longest come first.
TOGETHER = --numprocesses $(TESTERS) --dist loadfile --no-loadscope-reorder

# Material tells at every build that it ends on 5 May 2027. ARCHITECTURE.md says what takes its place; here it is told once.
export NO_MKDOCS_2_WARNING := 1

# A process that keeps what it compiled starts in two thirds of the time, and the tests start thousands.
unexport PYTHONDONTWRITEBYTECODE

# Where the history of Git cannot be read on purpose: make site ZONDER_HISTORIE=1
ifdef ZONDER_HISTORIE
export POLDERKOERS_ZONDER_HISTORIE := 1
endif

# Nothing in it runs when the folder was moved or copied, or when the Python that made it is gone: then it is made anew.
ifneq ($(wildcard $(READY)),)
ifneq ($(shell $(BIN)/python -c 'import click' 2>/dev/null && { test ! -s $(READY) || test "$$(cat $(READY))" = "$$(pwd -P)"; } && echo ja),ja)
.PHONY: $(READY)
endif
endif

.PHONY: site serve check format schema released shell unit test test-all lint pictures bench lock clean help

help: ## Show what there is.
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

site: $(READY) ## Check the data and build the site into site/.
	@$(BIN)/polderkoers check
	@$(BIN)/polderkoers build

serve: $(READY) ## Show a live preview on this machine.
	@$(BIN)/polderkoers serve --port $(PORT)

check: $(READY) ## Check the data only.
	@$(BIN)/polderkoers check

format: $(READY) ## Put the data files in their one form.
	@$(BIN)/polderkoers format

schema: $(READY) ## Write schema/ and the settings of editors anew from the model, after a change of the model.
	@$(BIN)/python -m polderkoers.policy.model
	@$(BIN)/python -m polderkoers.instance

released: $(READY) ## After a release: keep the marks of what it gave, so that a later engine knows that text.
	@$(BIN)/python -m polderkoers.instance --released

shell: $(READY) ## Open a shell in which polderkoers can be typed as it stands.
	@echo "In dit venster werkt: polderkoers check. Stoppen: exit"
	@PATH="$$(pwd -P)/$(BIN):$$PATH" $${SHELL:-sh} || true

unit: $(READY) ## Run the unit tests, which build no site and open no browser.
	@$(BIN)/pytest --numprocesses auto tests/unit

test: $(READY) ## Run everything: lint, types, unit tests, acceptance tests, browser tests.
	@$(BIN)/python scripts/find_browser.py --install
	@$(MAKE) --no-print-directory --jobs 2 lint tests

.PHONY: tests
tests: $(READY)
	@$(BIN)/pytest $(TOGETHER)

test-all: $(READY) ## The same, and look in the browser at every page of Polderdam, and at all that together show every part of the site.
	@$(BIN)/python scripts/find_browser.py --install
	@$(MAKE) --no-print-directory lint
	@$(BIN)/pytest $(TOGETHER) --whole

lint: $(READY) ## Check style, types, and that imports run one way.
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo --no-cache

pictures: $(READY) ## Take the pictures of the pages about taking part anew, from real screens.
	@$(BIN)/python scripts/take_pictures.py
	@$(BIN)/python scripts/take_werkbank_pictures.py

bench: $(READY) ## Measure the speed, beside other programs.
	@$(BIN)/python -m benchmarks

lock: $(READY) ## Write the lock file anew from pyproject.toml.
	@$(BIN)/pip install --quiet uv
	@$(BIN)/uv pip compile pyproject.toml --extra dev --extra werkbank --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header --quiet --output-file requirements.lock

clean: ## Remove what was built and set up.
	rm -rf $(VENV) site .site-* build

# Set up again only when the lock file or the project itself has changed.
$(READY): requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 of nieuwer ontbreekt. Installeer het, bijvoorbeeld met: apt install python3 python3-venv"; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 of nieuwer is nodig."; exit 2; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "Python mist de module venv. Installeer die, bijvoorbeeld met: apt install python3-venv"; exit 2; }
	@echo "De omgeving wordt klaargezet in $(VENV). Dat duurt één keer ongeveer een minuut."
	@$(PYTHON) -m venv --clear $(VENV)
	@# Python compiles a module when it is first imported; most of what is installed never is.
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-compile --require-hashes --no-deps -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@pwd -P > $@
