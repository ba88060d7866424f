"""The command demo: the whole journey of a sample firm, without a window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.commands.answer import Answer
from forms import periods

if TYPE_CHECKING:
    import argparse


def add(commands: Any) -> None:  # noqa: ANN401  argparse's type of subparsers is private
    """Register the command."""
    demo = commands.add_parser("demo", help="用演示企业走完全程：导入、审核、填报、报送、退回更正、受理")
    demo.add_argument("dir", type=Path, metavar="DIR")
    demo.add_argument("--seed", type=int, default=2026)
    demo.add_argument("--firm", metavar="NAME", default=None)
    demo.add_argument("--period", metavar="P", default="2026-10")
    demo.set_defaults(run=_demo)


def _demo(arguments: argparse.Namespace) -> Answer:
    from desktop import journey

    story = journey.run(
        arguments.dir,
        seed=arguments.seed,
        firm=arguments.firm,
        period=periods.parse_period(arguments.period),
        tell=journey.silent if arguments.json else _say,
    )
    return Answer(story.to_json(), [f"账套、台账工作簿和演示平台的数据都在 {story.folder}"])


def _say(line: str) -> None:
    """Print a line of the story at once: the journey takes some seconds."""
    print(line, flush=True)
