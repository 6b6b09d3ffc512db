# Everything happens in .venv, which is made on first use. Needs Python 3.11 or later and nothing else.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: demo check test docs accuracy bench fuzz audit rule snapshots clean

demo: .venv/installed  ## lint the articles in examples/
	$(BIN)/healthlint check examples --exit-zero

check: .venv/developing .venv/browser  ## all that must hold before a change lands
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/pytest -n 2
	$(BIN)/python tests/fuzz/run.py 1
	$(BIN)/python tools/docs.py
	$(BIN)/python tools/schema.py
	$(BIN)/python tools/rule_schema.py
	$(BIN)/python benchmarks/accuracy.py
	git diff --exit-code -- docs

test: .venv/developing .venv/browser  ## the tests alone
	$(BIN)/pytest -n 2

docs: .venv/developing  ## write the pages and schemas that are made from code and rules, and build the site into site/
	$(BIN)/python tools/docs.py
	$(BIN)/python tools/schema.py
	$(BIN)/python tools/rule_schema.py
	$(BIN)/python benchmarks/accuracy.py
	$(BIN)/mkdocs build --strict

accuracy: .venv/developing  ## as docs does, write the figures of docs/accuracy.md; and print what is read wrongly
	$(BIN)/python benchmarks/accuracy.py --wrong

bench: .venv/developing  ## speed on CORPUS, alone and beside peers: writes docs/performance.md and benchmarks/results.md
	$(BIN)/python benchmarks/speed.py $(CORPUS)
	$(BIN)/python benchmarks/peers.py $(CORPUS)

fuzz: .venv/developing  ## ten minutes for each fuzz target, and the tests that take a minute
	$(BIN)/python tests/fuzz/run.py $(or $(SECONDS),600)
	SLOW=1 $(BIN)/pytest -m slow

audit: .venv/developing  ## known holes in what we depend on (asks the network), and suspicious code of our own
	$(BIN)/bandit --quiet -ll --recursive healthlint
	$(BIN)/pip-audit --skip-editable --progress-spinner off

snapshots: .venv/developing  ## write what every format should print anew; read the difference before you commit it
	WRITE_SNAPSHOTS=1 $(BIN)/pytest tests/reporters/test_formats.py tests/test_robustness_page.py

rule: .venv/developing  ## a new rule: make rule CODE=HL399 NAME=lonely-number TOPIC=statistics CHECK=existence
	$(BIN)/python tools/new_rule.py --code "$(CODE)" --name "$(NAME)" --topic "$(TOPIC)" --check "$(CHECK)"

clean:
	rm -rf .venv dist site .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/installed: pyproject.toml | .venv/bin/python
	$(PIP) install --editable .
	touch $@

.venv/developing: .venv/installed
	$(PIP) install --upgrade 'pip>=25.1'
	$(PIP) install --group dev
	touch $@

.venv/browser: tools/browser.sh | .venv/bin/python
	sh tools/browser.sh && touch $@ || echo "no browser for the tests of the HTML report: they will be skipped"
