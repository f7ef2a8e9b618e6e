# Short names for packaging/dev.py; each target does the whole set-up by itself first.
PYTHON ?= python3
ARGS ?=
DEV = @$(PYTHON) packaging/dev.py

.PHONY: run test demo setup check slow bench package lock translations browser servers clean

run:  ## open the window
	$(DEV) run $(ARGS)
test:  ## the fast tests
	$(DEV) test $(ARGS)
demo:  ## the main job without a window: prints each step, leaves a website and screenshots
	$(DEV) demo $(ARGS)
setup:  ## only the set-up: .venv/bin/editor-app
	$(DEV) setup
check:  ## ruff, pyright, import rules, architecture tests
	$(DEV) check
slow:  ## the slow tests
	$(DEV) slow $(ARGS)
bench:  ## the benchmarks
	$(DEV) bench $(ARGS)
package:  ## the wheel, into dist/
	$(DEV) package
lock:  ## requirements*.txt from pyproject.toml; ARGS=--upgrade takes newer versions
	$(DEV) lock $(ARGS)
translations:  ## .ts catalogues from the code and the forms
	$(DEV) translations
browser:  ## Chromium and axe-core for the browser tests
	$(DEV) browser
servers:  ## real servers for the tests, fetched once, and the tests that need them
	$(DEV) servers $(ARGS)
clean:  ## remove everything that the set-up and the tests made
	rm -rf .venv .tools build dist demo editor_app/gui/forms .pytest_cache .ruff_cache .hypothesis
