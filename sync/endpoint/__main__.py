"""`python -m sync.endpoint serve`: the endpoint as a program. It prints one JSON line; the log goes to stderr."""

from __future__ import annotations

import argparse
import contextlib
import json
import logging
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy.exc import ArgumentError, DBAPIError

from forms.scheme.manifest import SchemeRefused
from sync.endpoint.script import SCRIPTS
from sync.endpoint.serve import Settings, serve
from sync.endpoint.store import StoreProblem


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; 0 after an orderly end, 3 where it cannot serve as asked."""
    given = vars(_parser().parse_args(arguments))
    other = _OTHERS.get(given.pop("command"))
    if other is not None:
        return _answer(other, given)
    if given["script"] and not given["demo"]:
        print("--script is for --demo only", file=sys.stderr)
        return 2
    logging.basicConfig(
        stream=sys.stderr,
        level=logging.INFO if given.pop("verbose") else logging.WARNING,
        format="%(asctime)s %(levelname)s %(message)s",
    )
    try:
        with contextlib.suppress(KeyboardInterrupt):
            serve(Settings(**given), lambda line: print(line, flush=True))
    except (StoreProblem, SchemeRefused, OSError, ValueError, OverflowError) as problem:
        print(f"cannot serve: {problem}", file=sys.stderr)
        return 3
    return 0


def _migrate(database: str, role: str) -> Mapping[str, str]:
    from sync.endpoint.postgres_store import prepare

    return {"step": prepare(database, role)}


def _backup(database: str, folder: Path | None, to: Path) -> Mapping[str, str]:
    from sync.endpoint.backups import back_up

    return {"backup": str(back_up(database, folder, to))}


def _restore(source: Path, database: str, folder: Path | None) -> Mapping[str, str]:
    from sync.endpoint.backups import restore

    return {"epoch": restore(source, database, folder)}


def _doctor(database: str, folder: Path | None) -> Mapping[str, Any]:
    from sync.endpoint.doctor import look

    found = look(database, folder)
    return {"ok": all(one.well for one in found), "findings": [one._asdict() for one in found]}


_OTHERS: dict[str, Callable[..., Mapping[str, Any]]] = {
    "migrate": _migrate,
    "backup": _backup,
    "restore": _restore,
    "doctor": _doctor,
}


def _answer(command: Callable[..., Mapping[str, Any]], given: dict[str, Any]) -> int:
    """Do what is not serving, print one JSON object: 0, 1 where something is not well, 3 where it cannot be done."""
    try:
        done = command(**given)
    except (StoreProblem, ArgumentError, DBAPIError, OSError) as problem:
        print(f"cannot do that: {problem}", file=sys.stderr)
        return 3
    answer = {"ok": True, **done}
    print(json.dumps(answer, ensure_ascii=False))
    return 0 if answer["ok"] else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m sync.endpoint", description="The reference provincial endpoint.")
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("serve", help="serve, and print {url, admin_key} once ready")
    command.add_argument(
        "--database", required=True, metavar="URL", help="sqlite:///path/to/file.db, or postgresql://…"
    )
    command.add_argument("--folder", type=Path, metavar="DIR", help="keys, scheme packs, files; PostgreSQL needs it")
    command.add_argument("--host", default="127.0.0.1")
    command.add_argument("--port", type=int, default=0, help="0: any free port")
    command.add_argument("--public-url", help="the address firms reach it by; enrolment codes carry it")
    command.add_argument("--demo", action="store_true", help="a demonstration: takes demo documents only")
    command.add_argument("--as-of", metavar="DATE", help="pin the date of the province's clock")
    command.add_argument("--script", choices=SCRIPTS, help="review by script")
    command.add_argument("--period", metavar="YYYY-MM", help="whose monthly report the script returns")
    command.add_argument("--parent-pid", type=int, metavar="PID", help="end when this process ends")
    command.add_argument("--until-eof", action="store_true", help="end when standard input ends")
    command.add_argument(
        "--scheme", type=Path, action="append", default=[], metavar="FILE", help="install a scheme pack, oldest first"
    )
    command.add_argument("--verbose", action="store_true", help="log every request")
    backup = commands.add_parser("backup", help="copy a province, which may be serving, into a new folder")
    backup.add_argument("--database", required=True, metavar="URL", help="PostgreSQL: as a role with BYPASSRLS")
    backup.add_argument("--folder", type=Path, metavar="DIR")
    backup.add_argument("--to", type=Path, required=True, metavar="DIR", help="made by this; it holds the private key")
    restore = commands.add_parser("restore", help="put a backup into an empty database and folder; begins a new epoch")
    restore.add_argument("--from", type=Path, required=True, metavar="DIR", dest="source", help="what `backup` made")
    restore.add_argument("--database", required=True, metavar="URL", help="PostgreSQL: as its owner, then `migrate`")
    restore.add_argument("--folder", type=Path, metavar="DIR")
    doctor = commands.add_parser("doctor", help="look database, keys, files and disk over, changing nothing")
    doctor.add_argument("--database", required=True, metavar="URL")
    doctor.add_argument("--folder", type=Path, metavar="DIR")
    migrate = commands.add_parser(
        "migrate", help="make or bring up the tables of a PostgreSQL database, as their owner"
    )
    migrate.add_argument("--database", required=True, metavar="URL", help="postgresql://owner@host/database")
    migrate.add_argument("--role", required=True, metavar="NAME", help="whom the endpoint runs as, and may use them")
    return parser


if __name__ == "__main__":
    sys.exit(main())
