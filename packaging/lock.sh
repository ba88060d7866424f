#!/usr/bin/env bash
# Needs uv. Renews the lock files from pyproject.toml: every pin with its hashes, and no index address inside.
set -euo pipefail
cd "$(dirname "$0")/.."
lock() {
    PATH=".venv/bin:$PATH" uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header \
        --no-annotate --no-emit-index-url --no-emit-find-links --quiet "${@:3}" --output-file "packaging/$1" --group "$2"
}
lock requirements.txt build "$@"
lock requirements-dev.txt dev --extra postgresql "$@"
lock requirements-benchmarks.txt benchmarks "$@"
