"""The program `zhibao`: reads the command line, runs one command, prints its answer, and gives the exit status."""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import io
import json
import os
import re
import signal
import sys
import traceback
from typing import TYPE_CHECKING, Any, NoReturn

from desktop.commands import (
    agency,
    answer,
    attachments,
    auditing,
    books,
    checking,
    demo,
    doctor,
    entries,
    filing,
    handbook,
    imports,
    opening,
    paper,
    policy,
    province,
    reconciling,
    scheme,
    sheets,
)
from desktop.settings import home
from forms import disk, in_use
from forms.errors import ZhibaoError
from sync.errors import EndpointRefused, EndpointUnreachable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from desktop.commands.answer import Answer

GROUPS = (
    *(
        demo,
        books,
        entries,
        attachments,
        sheets,
        doctor,
        imports,
        paper,
        handbook,
        checking,
        reconciling,
        opening,
        filing,
        auditing,
        policy,
    ),
    *(agency, province, scheme),
)

_ARGPARSE_SENTENCES = (  # argparse speaks English only; these are the sentences it can say
    (r"the following arguments are required: (.*)", r"缺少参数 \1"),
    (r"unrecognized arguments: (.*)", r"多出的参数 \1"),
    (r"argument (.*): invalid choice: (.*) \(choose from (.*)\)", r"没有 \2，可用的是 \3"),
    (r"argument (.*): expected one argument", r"\1 后面要有一个值"),
    (r"argument (.*): expected at least one argument", r"\1 至少要有一个"),
    (r"argument (.*): invalid (.*) value: (.*)", r"\1 的值 \3 不对"),
    (r"argument (.*): not allowed with argument (.*)", r"\1 不能与 \2 同用"),
)


class UsageError(Exception):
    """The command line cannot be read; the text is one Chinese sentence."""


class Parser(argparse.ArgumentParser):
    """Raises instead of leaving the program, so that --json gets its object too."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in Chinese."""
        for pattern, sentence in _ARGPARSE_SENTENCES:
            message = re.sub(pattern, sentence, message)
        raise UsageError(f"命令用法不对：{message}。用法见 {self.prog} --help。")


def parser() -> Parser:
    """Build the parser of all commands; every command takes --json."""
    top = Parser(prog="zhibao", description="外包直报：服务外包统计填报。不带命令时打开窗口。")
    top.add_argument("--json", action="store_true", help="在标准输出上只给一个 JSON 对象")
    commands = top.add_subparsers(dest="command", metavar="命令", parser_class=Parser, required=True)
    for group in GROUPS:
        group.add(commands)
    for command in _leaves(commands):
        command.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="给一个 JSON 对象")
    return top


def _leaves(commands: Any) -> list[argparse.ArgumentParser]:  # noqa: ANN401  argparse's type of subparsers is private
    leaves: list[argparse.ArgumentParser] = []
    for command in commands.choices.values():
        below = [action for action in command._actions if isinstance(action, argparse._SubParsersAction)]  # noqa: SLF001
        leaves.extend(_leaves(below[0]) if below else [command])
    return leaves


def main(words: Sequence[str] | None = None) -> int:
    """Run one command, or open the window when there is none; give the exit status."""
    words = sys.argv[1:] if words is None else list(words)
    speak_utf8(as_json="--json" in words)
    if not words:
        from desktop.__main__ import main as open_window

        return open_window([])
    try:
        return _run(words)
    except BrokenPipeError:  # the reader of our output has gone: nobody is left to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return answer.DONE


def _run(words: Sequence[str]) -> int:
    as_json = "--json" in words
    with interruption() as interrupted:
        try:
            refuse_unreadable(words)
            arguments = parser().parse_args(words)
            result: Answer = arguments.run(arguments)
        except (Exception, KeyboardInterrupt) as end:  # noqa: BLE001  the top handler: a bug gets a calm sentence and a log
            return _ended(KeyboardInterrupt() if interrupted() else end, as_json=as_json)
    if result.quiet:
        return result.status
    print(_json(result.data) if as_json else "\n".join(result.lines), flush=True)
    for sentence in (result.warning, *in_use.notices()):
        if sentence:
            print(sentence, file=sys.stderr, flush=True)
    return result.status


def _ended(end: BaseException, *, as_json: bool) -> int:
    """Say why a command came to nothing."""
    match end:
        case UsageError():
            return _failed("usage", str(end), answer.USAGE, as_json=as_json)
        case KeyboardInterrupt():
            return _failed("interrupted", "已中断，已确认的内容都已保存。", answer.INTERRUPTED, as_json=as_json)
        case ZhibaoError():
            return _failed(end.code, end.message, status_of(end), as_json=as_json)
        case _:
            return _bug(end, as_json=as_json)


@contextlib.contextmanager
def interruption() -> Iterator[Callable[[], bool]]:
    """Interrupt a command as usual, and remember it: inside SQLite an interruption comes out as SQLite's own error."""
    heard = False

    def hear(*_: object) -> NoReturn:
        nonlocal heard
        heard = True
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, hear)
    try:
        yield lambda: heard
    finally:
        signal.signal(signal.SIGINT, before)


def speak_utf8(*, as_json: bool) -> None:
    """Write JSON in UTF-8 wherever we run, and for people escape what their terminal has no letters for."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8" if as_json else None, errors="backslashreplace")


def refuse_unreadable(words: Sequence[str]) -> None:
    """Refuse words in another encoding than the system's: they could be neither kept nor shown.

    Raises:
        UsageError: a word cannot be read.
    """
    for word in words:
        shown = word.encode("utf-8", "replace").decode("utf-8")
        if shown != word:
            raise UsageError(f"命令用法不对：参数“{shown}”的文字编码认不出来，请改用 UTF-8 编码的文字（文件名也是）。")


def _bug(bug: BaseException, *, as_json: bool) -> int:
    problem = disk.problem_of(bug)
    if problem is not None:  # no bug: the disk or the file failed under us
        return _failed(problem.code, problem.message, answer.REFUSED, as_json=as_json)
    log = write_log(bug)
    return _failed("bug", f"程序出现意外错误，数据没有丢失；详情已记入 {log}。", answer.BUG, as_json=as_json)


def status_of(problem: ZhibaoError) -> int:
    """The exit status of an expected failure."""
    if isinstance(problem, EndpointUnreachable):
        return answer.UNREACHABLE
    if isinstance(problem, EndpointRefused):
        return answer.PROVINCE_REFUSED
    return answer.REFUSED


def _failed(code: str, message: str, status: int, *, as_json: bool) -> int:
    if as_json:
        print(_json({"error": {"code": code, "message": message}}), flush=True)
    print(message, file=sys.stderr, flush=True)
    return status


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, default=str)


def write_log(bug: BaseException) -> Path:
    """Append where a bug struck to the log and give its path. Values stay out: a message may hold a firm's figures."""
    log = home() / "logs" / "zhibao.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    with log.open("a", encoding="utf-8") as lines:
        lines.write(f"{now} {type(bug).__name__}\n{''.join(traceback.format_tb(bug.__traceback__))}\n")
    return log
