# Everything that a developer and the build machine need; `make help` lists it.
# Requirements: git, make, Python 3.11 to 3.14 with venv.

VENV := .venv
PYTHON := $(VENV)/bin/python
SOURCES := socplanner tests tools hatch_build.py

.DEFAULT_GOAL := help
.PHONY: help run test test-system check bench bench-frozen reliability soak fuzz mutants build deb deb-check newcomer-check portable rpm windows-setup windows-check \
	sbom checksums wheel i18n schema pictures clean

help: ## list the targets
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## /  make \1\t/' | expand -t 24

run: $(VENV)/run ## set up, create a sample plan and its workbook, open the window
	@tools/system window
	@tools/run

test: $(VENV)/dev ## set up and run every test
	@tools/system test
	@tools/test

test-system: $(VENV)/dev ## run the tests of the program with the system's Python, if its version differs
	@tools/system test
	@tools/test-with-system-python

check: $(VENV)/dev ## format, lint, types, import contracts, translations
	$(VENV)/bin/ruff format --check $(SOURCES)
	$(VENV)/bin/ruff check $(SOURCES)
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(PYTHON) -m pytest --quiet tests/i18n/test_messages.py

bench: $(VENV)/dev ## measure performance against its bounds
	@$(PYTHON) -m tests.benchmarks

bench-frozen: $(VENV)/dev build ## measure the start of the frozen program against a frozen bare window
	@$(PYTHON) -m tests.benchmarks.frozen_start

reliability: $(VENV)/dev ## kill the program while it saves (SAVES=1000) and while it edits (COUNT=500)
	@$(PYTHON) -m tests.reliability.save_kills $(if $(SAVES),$(SAVES),1000)
	@$(PYTHON) -m tests.reliability.kills $(if $(COUNT),$(COUNT),500)

soak: $(VENV)/dev ## work in the real window at random, with an oracle beside it (COUNT=20000 SEED=1)
	@$(PYTHON) -m tests.reliability.soak $(if $(COUNT),--count $(COUNT)) $(if $(SEED),--seed $(SEED))

fuzz: $(VENV)/dev ## read damaged files, guided by coverage if atheris can be had (SECONDS=300)
	@$(PYTHON) -m pip install --quiet --only-binary atheris --editable '.[fuzz]' || true
	@$(PYTHON) -m tests.reliability.fuzz $(if $(SECONDS),$(SECONDS),300)

mutants: $(VENV)/dev ## change the program at random and print what no test notices (PART=domain SEED=1 COUNT=100)
	@$(PYTHON) -m tools.mutants $(if $(PART),--part $(PART)) $(if $(SEED),--seed $(SEED)) $(if $(COUNT),--count $(COUNT))

build: ## freeze the program and run its self-test
	@tools/system build
	@tools/freeze

deb: build ## pack the frozen program for Debian and Ubuntu (dist/*.deb)
	@tools/system deb
	@tools/linux-package deb

deb-check: deb ## check the .deb on a pristine minimal Debian (as root; lists what it could not check)
	@tools/system deb-check
	@tools/deb-check

newcomer-check: ## follow the README on a pristine Debian 12 and 13 (as root; prints one line of each)
	@tools/system newcomer-check
	@tools/newcomer-check

portable: build ## pack the frozen program as an archive to run anywhere (dist/*.tar.xz)
	@tools/portable

rpm: build ## pack the frozen program for Fedora, RHEL and openSUSE (dist/*.rpm)
	@tools/linux-package rpm

windows-setup: $(VENV)/dev ## build setup.exe from a program frozen on Windows (dist/socplanner, or TREE=folder)
	@$(PYTHON) -m tools.windows.build_setup $(if $(TREE),--tree "$(TREE)")

windows-check: $(VENV)/dev ## install, upgrade, test and remove the Windows program under Wine
	@$(PYTHON) -m tools.wine_check

sbom: build ## write the bill of materials of the frozen program (dist/*.cdx.json)
	@tools/sbom

checksums: ## write dist/SHA256SUMS
	@tools/checksums

wheel: $(VENV)/dev ## build the wheel
	$(PYTHON) -m hatchling build -t wheel

i18n: $(VENV)/dev ## update the translations from the code
	$(PYTHON) -m tests.support.messages update
	$(PYTHON) -m tests.support.messages compile

schema: $(VENV)/dev i18n ## rewrite the schema files that are shipped
	$(VENV)/bin/socplanner schema resources/schema/socplan.schema.json --language en --force
	$(VENV)/bin/socplanner schema resources/schema/socplan.schema.ja.json --language ja --force

pictures: $(VENV)/dev ## take the pictures of the guide again
	$(PYTHON) -m tests.support.pictures

clean: ## remove all generated files except plans
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/run: pyproject.toml hatch_build.py resources/i18n/ja/LC_MESSAGES/socplanner.po
	@tools/environment $(VENV)
	$(PYTHON) -m pip install --quiet --editable .
	@touch $@

$(VENV)/dev: pyproject.toml hatch_build.py resources/i18n/ja/LC_MESSAGES/socplanner.po
	@tools/environment $(VENV)
	$(PYTHON) -m pip install --quiet --editable '.[dev]'
	@touch $@ $(VENV)/run
