PYTHON := $(firstword $(wildcard .venv/bin/python) python3)

.PHONY: help check docs bench spark excel-e2e

help: ## show this
	@sed -n 's/^\([a-z0-9-]*\):.*## /\1\t/p' Makefile

check: ## every gate, as CI runs them
	$(PYTHON) tests/check.py

docs: ## write docs/functions.md from the catalogue
	$(PYTHON) -m addin.hosts.reference

bench: ## measure the speed of calls and of the start
	$(PYTHON) -m pytest benchmarks

spark: ## report on a folder of Parquet files with Spark, and compare it with DuckDB's
	$(PYTHON) -m benchmarks.spark

excel-e2e: ## run the Excel add-in under wine, from its VBA to Python for Windows and back
	$(PYTHON) -m tests.e2e.excel_e2e
