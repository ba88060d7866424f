"""The endpoint with the firm left out of every statement on filings and events, as a careless change would leave it."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

NAME = "sync.endpoint.records"
CAREFUL = {
    '_OF_FIRM = FILINGS.c.firm == bindparam("firm_")': '_OF_FIRM = bindparam("firm_") != ""',
    '_EVENT_OF_FIRM = EVENTS.c.firm == bindparam("firm_")': '_EVENT_OF_FIRM = bindparam("firm_") != ""',
}


def forget_the_firm() -> None:
    """Load the module of records from its source, with the firm taken out."""
    spec = importlib.util.find_spec(NAME)
    source = Path(spec.origin).read_text(encoding="utf-8")
    for careful, careless in CAREFUL.items():
        assert careful in source
        source = source.replace(careful, careless)
    module = importlib.util.module_from_spec(spec)
    sys.modules[NAME] = module
    exec(compile(source, spec.origin, "exec"), module.__dict__)  # noqa: S102 - our own source, changed above


if __name__ == "__main__":
    forget_the_firm()
    from sync.endpoint.__main__ import main

    sys.exit(main())
