"""Commands of the province's side: run the reference endpoint, hand out enrolment codes, review filings."""

from __future__ import annotations

import functools
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import msgspec

from desktop.commands.answer import REFUSED, Answer, ok, table
from forms import attachments
from forms.errors import InputRefused
from forms.kinds.files import clean_name
from sync.administration import administration
from sync.errors import EndpointRefused, EndpointUnreachable
from sync.problems import ProblemType
from sync.signed import Comment

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from sync.administration import Administration
    from sync.protocol import FilingStatus, FilingView

_UNREACHED = {
    "": "连不上平台 {url}。请确认平台正在运行、地址和端口没有写错，防火墙没有拦住。",
    "endpoint-no-answer": "平台 {url} 没有答复（网络中断或超时）。请查看平台还在不在运行、它的运行记录说了什么。",
    "endpoint-busy": "平台 {url} 正忙，请过一会儿再试。",
    "not-our-server": "{url} 有应答，但不是省平台的：请核对地址和端口，中间有没有代理或登录页面。",
    "untrusted-certificate": "平台 {url} 的安全证书不受本机信任：请检查证书有没有过期、主机名对不对，本机时间准不准。",
    "proxy-unreachable": "代理服务器连不上，或不肯转发到 {url}：请检查本机的网络代理。",
}
"""Code of an unreachable endpoint → what the official who runs it can do."""
_UNKNOWN = "这一步可能已经生效，请先用 zhibao endpoint review list 核对，再决定是否重做。"
_STRANGER = "平台 {url} 不认管理员密钥 {key}。请换成这个平台自己的管理员密钥文件（平台启动时会说出它的位置）。"

_COMMENT = re.compile(r"(?P<form>[^:]+):(?P<row>\d*):(?P<field>[^=]*)=(?P<text>.+)", re.DOTALL)


def add(commands: Any) -> None:  # noqa: ANN401  argparse's type of subparsers is private
    """Register the commands of this group."""
    endpoint = commands.add_parser("endpoint", help="省平台一侧（参考实现）")
    actions = endpoint.add_subparsers(dest="action", metavar="操作", required=True)
    serve = actions.add_parser("serve", help="运行平台")
    serve.add_argument("--database", required=True, metavar="URL")
    serve.add_argument("--port", required=True, type=_port, metavar="N", help="0 是任选一个空闲端口")
    serve.add_argument("--folder", type=Path, metavar="DIR", help="密钥、制度包和附件的文件夹；PostgreSQL 必须指明")
    serve.set_defaults(run=_serve)

    migrate = actions.add_parser("migrate", help="建立或升级 PostgreSQL 数据库的表（以表的所有者身份）")
    migrate.add_argument("--database", required=True, metavar="URL", help="postgresql://所有者@主机/数据库")
    migrate.add_argument("--role", required=True, metavar="NAME", help="平台运行时所用的数据库角色")
    migrate.set_defaults(run=_migrate)

    code = actions.add_parser("code", help="发放报送码")
    code.add_argument("--uscc", required=True, metavar="CODE")
    code.set_defaults(run=_at_desk(_code))

    review = actions.add_parser("review", help="审核申报")
    verbs = review.add_subparsers(dest="verb", metavar="操作", required=True)
    listing = verbs.add_parser("list", help="等待审核的申报")
    listing.set_defaults(run=_at_desk(_list))
    for name, sentence, run in (
        ("show", "看一份申报", _show),
        ("accept", "受理", _accept),
        ("files", "另存一份申报的附件", _files),
        ("return", "退回", _return),
    ):
        verb = verbs.add_parser(name, help=sentence)
        verb.add_argument("filing", help="申报编号")
        verb.set_defaults(run=_at_desk(run))
        if name == "return":
            verb.add_argument(
                "--comment",
                action="append",
                required=True,
                metavar="FORM:ROW:FIELD=TEXT",
                help="意见，如 02:3:amount_orig=请核对金额；行或指标可空",
            )
        if name == "files":
            verb.add_argument("folder", type=Path, metavar="DIR", help="存到这个文件夹")
        _connection(verb)
    for command in (code, listing):
        _connection(command)


def _connection(command: argparse.ArgumentParser) -> None:
    command.add_argument("--url", required=True, help="平台地址")
    command.add_argument("--key", required=True, type=Path, help="管理员密钥文件")


def _port(text: str) -> int:
    """Read a port; ValueError where it is none."""
    number = int(text)
    if number not in range(65536):
        raise ValueError(text)
    return number


def _serve(arguments: argparse.Namespace) -> Answer:
    """Run the endpoint in a process of its own, which ends with this one; it prints its ready line itself."""
    words = ["serve", "--database", arguments.database, "--port", str(arguments.port), "--parent-pid", str(os.getpid())]
    if arguments.folder is not None:
        words += ["--folder", str(arguments.folder)]
    done = subprocess.run([sys.executable, "-m", "sync.endpoint", *words], check=False)  # noqa: S603  our own module
    if done.returncode == REFUSED:
        raise InputRefused("endpoint-not-started", "平台没有运行起来：数据库地址或端口不能用，原因见上一行。")
    if done.returncode > 0:
        raise InputRefused("endpoint-stopped", f"平台没有运行起来或意外停止（状态 {done.returncode}）。")
    return Answer({}, quiet=True)


def _migrate(arguments: argparse.Namespace) -> Answer:
    """Make or bring up a PostgreSQL database's tables in a process of its own; what it says goes to stderr."""
    words = ["migrate", "--database", arguments.database, "--role", arguments.role]
    done = subprocess.run([sys.executable, "-m", "sync.endpoint", *words], check=False, capture_output=True, text=True)  # noqa: S603  our own module
    if done.returncode:
        print(done.stderr.strip(), file=sys.stderr)
        raise InputRefused("endpoint-not-migrated", "数据库的表没有改动：地址、所有者或角色不能用，原因见上一行。")
    return ok("数据库的表已是现行的，可以运行平台。", step=json.loads(done.stdout)["step"])


def _desk(arguments: argparse.Namespace) -> Administration:
    """Open the conversation that --url and --key name.

    Raises:
        InputRefused: the address is none, or the key file is not an administrator's.
    """
    try:
        parts = urlsplit(arguments.url)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    if not sound or any(char.isspace() for char in arguments.url):
        raise InputRefused("bad-url", f"“{arguments.url}”不是平台地址，请写成 https://平台域名 这样。")
    return administration(arguments.url, arguments.key)


def _at_desk(run: Callable[[Administration, argparse.Namespace], Answer]) -> Callable[[argparse.Namespace], Answer]:
    """Make a command of what an official does at the desk; the network's troubles are told to her, not to a firm."""

    @functools.wraps(run)
    def running(arguments: argparse.Namespace) -> Answer:
        try:
            return run(_desk(arguments), arguments)
        except EndpointUnreachable as problem:
            sentence = _UNREACHED.get(problem.code, _UNREACHED[""]).format(url=arguments.url)
            decides = getattr(arguments, "verb", "") in ("accept", "return")
            unknown = _UNKNOWN if decides and problem.outcome_unknown else ""
            raise EndpointUnreachable(problem.code, sentence + unknown) from problem
        except EndpointRefused as refusal:
            if refusal.problem.type != ProblemType.UNAUTHORIZED:
                raise
            detail = _STRANGER.format(key=arguments.key, url=arguments.url)
            raise EndpointRefused(msgspec.structs.replace(refusal.problem, detail=detail)) from refusal

    return running


def _code(desk: Administration, arguments: argparse.Namespace) -> Answer:
    made = desk.code(arguments.uscc)
    return ok(made.code, code=made.code, firm=made.firm, expires_at=made.expires_at)


def _list(desk: Administration, arguments: argparse.Namespace) -> Answer:
    del arguments
    found = desk.queue()
    data = {"ok": True, "queue": [_described(status) for status in found]}
    rows = [
        (one.filing_id, one.series.firm, one.series.form, one.series.period, one.revision, one.state) for one in found
    ]
    return Answer(
        data, table(("申报编号", "企业", "表号", "报告期", "版", "状态"), rows) if rows else ["没有等待审核的申报。"]
    )


def _described(status: FilingStatus) -> dict[str, Any]:
    return {
        "filing": status.filing_id,
        "firm": status.series.firm,
        "form": status.series.form,
        "period": status.series.period,
        "revision": status.revision,
        "state": str(status.state),
        "received_at": status.received_at,
        "late": status.late,
    }


def _show(desk: Administration, arguments: argparse.Namespace) -> Answer:
    view = desk.view(arguments.filing)
    document = json.loads(view.filing.document)
    lines = json.dumps(document, ensure_ascii=False, indent=1).splitlines()
    return Answer({"ok": True, **_described(view.status), "document": document}, lines)


def _files(desk: Administration, arguments: argparse.Namespace) -> Answer:
    """Save what a filing has attached; a name is cleaned once more, for it came from outside."""
    view = desk.view(arguments.filing)
    saved = []
    for one in json.loads(view.filing.document)["blobs"]:
        content = desk.attachment(view.status.series.firm, one["sha256"])
        path = attachments.write_into(arguments.folder, clean_name(one["name"]), one["sha256"], [content])
        saved.append({"name": one["name"], "sha256": one["sha256"], "bytes": len(content), "path": str(path)})
    data = {"ok": True, **_described(view.status), "files": saved}
    return Answer(data, [f"已存 {one['path']}" for one in saved] or ["这份申报没有附件。"])


def _accept(desk: Administration, arguments: argparse.Namespace) -> Answer:
    desk.accept(arguments.filing)
    return _decided(desk.view(arguments.filing), "已受理")


def _return(desk: Administration, arguments: argparse.Namespace) -> Answer:
    view = desk.view(arguments.filing)
    desk.return_(arguments.filing, [comment_of(text, view) for text in arguments.comment])
    return _decided(desk.view(arguments.filing), "已退回")


def _decided(view: FilingView, word: str) -> Answer:
    status = _described(view.status)
    return ok(f"{word}：{status['form']} {status['period']} 第{status['revision']}版", **status)


def comment_of(text: str, view: FilingView) -> Comment:
    """Read FORM:ROW:FIELD=TEXT against the filing: the row is its 1-based number in the document; both may be empty.

    Raises:
        InputRefused: the text has another shape, the form is another one, or there is no such row.
    """
    found = _COMMENT.fullmatch(text)
    if found is None:
        raise InputRefused("bad-comment", f"意见“{text}”应写成 表号:行:指标=意见，如 02:3:amount_orig=请核对金额。")
    form = view.status.series.form
    if found["form"].upper() not in (form, form.removeprefix("JLFW-")):
        raise InputRefused("bad-comment", f"这份申报是 {form}，意见却写给 {found['form']}。")
    if not found["row"]:
        return Comment(found["text"], None, found["field"] or None)
    rows = json.loads(view.filing.document)["rows"]
    number = int(found["row"])
    if not 1 <= number <= len(rows):
        raise InputRefused("bad-comment", f"这份申报有 {len(rows)} 行，没有第{number}行。")
    return Comment(found["text"], rows[number - 1]["uid"], found["field"] or None)
