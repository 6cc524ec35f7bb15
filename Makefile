# The one doorway. `make` lists what it can do; everything else sets up .venv by itself first.

# Any Python from 3.11 on; override with `make PYTHON=/path/to/python …`.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import os, sys; sys.version_info < (3, 11) or print(os.path.realpath(sys.executable))' 2>/dev/null; \
	done | head -n 1)

# Passed on to the tool, as in `make test ARGS='tests/test_dates.py -x'`.
ARGS ?=

PROJECTS := pyproject.toml $(sort $(wildcard profiles/*/pyproject.toml plugins/*/pyproject.toml))
FOLDERS := $(patsubst %/,%,$(dir $(PROJECTS)))
TYPED := $(wildcard $(addsuffix /src,$(FOLDERS)) tests/typing)

# pip's own progress on a terminal, nothing but errors in a log.
QUIET := $(shell test -t 2 || echo -qq)

export PIP_DISABLE_PIP_VERSION_CHECK := 1
# uv_build looks for its program on the PATH.
OUTER_PATH := $(PATH)
export PATH := $(CURDIR)/.venv/bin:$(PATH)

.DEFAULT_GOAL := help
.PHONY: help site docs test lint format types wheels bench lock messages clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

site: .venv/ready ## build the site into build/html, every warning an error
	@sphinx-build -n -W --keep-going -b html -d build/doctrees/en $(ARGS) docs build/html
	@sphinx-build -n -W --keep-going -b html -d build/doctrees/zh -D language=zh_CN $(ARGS) docs build/html/zh
	@echo "The site: $(CURDIR)/build/html/index.html"

docs: site ## the same as site

test: .venv/ready ## run all tests, and the examples in the documents
	@pytest -n auto --dist loadfile $(ARGS)

lint: .venv/ready ## look for mistakes in style, format, spelling and requirements
	@ruff check
	@ruff format --check
	@codespell
	@python tools/check_characters.py
	@! grep -n '://' requirements-dev.txt  # the lock names no package index
	@pip check

format: .venv/ready ## let ruff mend and format the code
	@ruff check --fix-only
	@ruff format

types: .venv/ready ## check the types of every distribution
	@mypy $(TYPED)

wheels: .venv/ready ## build all distributions into build/dist, and test the installed wheels
	@python tools/check_wheels.py $(FOLDERS)

bench: .venv/ready ## measure the speeds that the project promises
	@set -e; for script in $(or $(ARGS),$(sort $(wildcard bench/[a-z]*.py))); do \
		echo "$$script"; python "$$script"; done

lock: .venv/ready ## bring requirements-dev.txt up to pyproject.toml; ARGS=--upgrade for the newest versions
	@uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' \
		--extra charts --extra site --group dev $(ARGS) --output-file requirements-dev.txt pyproject.toml

messages: .venv/ready ## add new words of the code to the message catalogs, and compile them
	@python tools/update_messages.py

clean: ## remove everything that make made
	rm -rf .venv build

# The tools, from the lock; by uv, which takes seconds, or by pip where uv finds no index. Made anew when the lock changes, so that nothing stale stays behind; hence not with the
# Python that is in .venv itself.
.venv/tools: export PATH := $(OUTER_PATH)
.venv/tools: requirements-dev.txt
	@test -n "$(PYTHON)" || { \
		echo "Python 3.11 or newer is needed and was not found: install it, or name it with make PYTHON=/path/to/python" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) lacks venv: install it (Debian, Ubuntu: apt install python3-venv) and run make again" >&2; exit 1; }
	@echo "Setting up .venv, once; this takes a moment …"
	@$(PYTHON) -m venv --clear .venv
	@sed -n '/^uv==/,/^[^ ]/{/^uv==/p;/^ .*--hash/p}' requirements-dev.txt > .venv/uv.txt
	@.venv/bin/pip install $(QUIET) --require-hashes -r .venv/uv.txt
	@.venv/bin/uv pip install --quiet --python .venv/bin/python --require-hashes -r requirements-dev.txt || \
		.venv/bin/pip install $(QUIET) --require-hashes -r requirements-dev.txt
	@touch $@

# The distributions, editable. Installed again when a pyproject.toml changes: entry points and versions are copied then.
.venv/ready: .venv/tools $(PROJECTS)
	@pip install $(QUIET) --no-deps --no-build-isolation $(foreach folder,$(FOLDERS),-e ./$(folder))
	@touch $@
