"""Commands of scheme packs (方案包): make, check, install, list, compare, take back."""

from __future__ import annotations

import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.commands.answer import Answer, ok, table
from forms import in_use
from forms.scheme import asking, building, container, signing
from forms.scheme.manifest import Manifest, SchemeRefused, digest
from forms.scheme.shelf import Installed, Shelf, lay_out, verified

if TYPE_CHECKING:
    import argparse

    from forms.scheme.changes import Change

_SHIPPED = "shipped"
_LARGEST_NUMBER = 999_999


def add(commands: Any) -> None:  # noqa: ANN401  argparse's type of subparsers is private
    """Register the commands of this group."""
    scheme = commands.add_parser("scheme", help="制度包：报表、审核关系、代码、汇率、日历和参数")
    actions = scheme.add_subparsers(dest="action", metavar="操作", required=True)
    _add_build(actions)
    verify = actions.add_parser("verify", help="核对一个制度包，不安装")
    verify.add_argument("file", type=Path, metavar="FILE")
    verify.set_defaults(run=_verify)
    install = actions.add_parser("install", help="核对、试算并安装一个制度包")
    install.add_argument("file", type=Path, metavar="FILE")
    for command in (verify, install):
        command.add_argument("--book", type=Path, metavar="BOOK", help="以这个账套登记的省平台密钥核对")
        command.add_argument("--signer", metavar="指纹", help="签名密钥的指纹，由省平台另行告知")
    install.set_defaults(run=_install)
    fetch = actions.add_parser("fetch", help="向省平台取现行的制度包：先看变化，加 --yes 安装")
    fetch.add_argument("book", type=Path, metavar="BOOK")
    fetch.add_argument("--yes", action="store_true", help="安装")
    fetch.set_defaults(run=_fetch)
    seen = actions.add_parser("preview", help="草稿转到新版：哪些单元格换位置，哪些会丢")
    seen.add_argument("book", type=Path, metavar="BOOK")
    seen.add_argument("form", nargs="?", metavar="FORM", help="报表；不写则列出还按旧版填的草稿")
    seen.add_argument("period", nargs="?", metavar="PERIOD")
    seen.add_argument("--move", action="store_true", help="转到新版（可撤销）")
    seen.set_defaults(run=_preview)
    listing = actions.add_parser("list", help="已安装的制度包")
    listing.set_defaults(run=_list)
    diff = actions.add_parser("diff", help="比较两个制度：文件、已安装的序号，或 shipped（程序自带）")
    diff.add_argument("before", metavar="A")
    diff.add_argument("after", metavar="B")
    diff.set_defaults(run=_diff)
    back = actions.add_parser("rollback", help="撤下最新的制度包，回到上一个")
    back.set_defaults(run=_roll_back)


def _add_build(actions: Any) -> None:  # noqa: ANN401  as above
    build = actions.add_parser("build", help="用一个文件夹制作制度包（省平台一侧）")
    build.add_argument("folder", type=Path, metavar="DIR", help="其中有 definitions 和 codelists")
    build.add_argument("out", type=Path, metavar="OUT")
    build.add_argument("--key", type=Path, required=True, metavar="PEM", help="省平台的签名密钥文件")
    build.add_argument("--scheme-version", required=True, metavar="版本", help="人看的版本，如 2026.2")
    build.add_argument("--sequence", type=int, required=True, metavar="N", help="序号，每个新包加一")
    build.add_argument("--from", dest="first", required=True, metavar="月份", help="从哪个月起适用，如 2026-07")
    build.add_argument("--previous", metavar="版本", help="接在哪个版本之后")
    build.add_argument("--demo", action="store_true", help="演示用")
    build.set_defaults(run=_build)


def described(manifest: Manifest) -> dict[str, Any]:
    """Give what a manifest says, for programs."""
    return {
        "version": manifest.version,
        "sequence": manifest.sequence,
        "from": manifest.first,
        "previous": manifest.previous,
        "demo": manifest.demo,
        "signer": signing.fingerprint(manifest.signer),
        "members": len(manifest.members),
    }


def _build(arguments: argparse.Namespace) -> Answer:
    out: Path = arguments.out
    if out.exists():
        raise SchemeRefused("file-exists", f"“{out.name}”已存在，请换一个名字。")
    signer = signing.KeyFile(arguments.key)
    words = arguments
    edition = building.Edition(words.scheme_version, words.sequence, words.first, words.previous, demo=words.demo)
    raw = building.build(arguments.folder, edition, signer)
    manifest, _signature, _members = container.read(raw)
    out.write_bytes(raw)
    made = described(signing.signed(manifest, _signature))
    line = (
        f"已制作 {out.name}：{edition.version}（第{edition.sequence}号），{made['members']}个文件，{len(raw):,}字节。"
    )
    return ok(line, path=str(out), sha256=digest(manifest), bytes=len(raw), **made)


def _trusted(arguments: argparse.Namespace, manifest: Manifest) -> frozenset[str]:
    """Give the keys the person vouches for: those a Book was enrolled with, or a fingerprint she compared."""
    if arguments.signer:
        return signing.named(arguments.signer, manifest)
    if arguments.book is None:
        return frozenset()
    from forms.book import Book
    from sync.province import keys_of

    with Book.open(arguments.book, readonly=True) as book:
        return frozenset(key.public_key.hex() for key in keys_of(book))


def _verify(arguments: argparse.Namespace) -> Answer:
    content = asking.take_apart(arguments.file)
    manifest = verified(content)
    trusted = _trusted(arguments, manifest) | Shelf(in_use.root()).trusted()
    if trusted:
        signing.refuse_stranger(manifest, trusted)
    found = described(manifest)
    mark = found["signer"]
    whose = "由本机登记的省平台签名" if trusted else f"签名密钥的指纹是 {mark}，请与省平台公布的核对"
    line = f"制度包 {manifest.version}（第{manifest.sequence}号，自{manifest.first}起）完好，{whose}。"
    return ok(line, trusted=bool(trusted), sha256=digest(content.manifest), **found)


def _install(arguments: argparse.Namespace) -> Answer:
    shelf = Shelf(in_use.root())
    manifest = verified(asking.take_apart(arguments.file))
    done, tried = shelf.install(arguments.file, _trusted(arguments, manifest))
    in_use.refresh()
    line = (
        f"已安装制度包 {manifest.version}（第{manifest.sequence}号，自{manifest.first}起），"
        f"试算{tried.rules}条审核关系通过；下次打开账套时启用。"
    )
    return ok(line, sha256=done.sha256, rules=tried.rules, **described(manifest))


def _fetch(arguments: argparse.Namespace) -> Answer:
    from forms.book import Book
    from sync import scheme

    with Book.open(arguments.book, readonly=True) as book:
        if arguments.yes:
            manifest = scheme.install(book).manifest
            in_use.refresh()
            line = f"已安装制度包 {manifest.version}（第{manifest.sequence}号）；下次打开账套时启用。"
            return ok(line, installed=True, **described(manifest))
        found = scheme.changes(book)
    lines = [*(f"{one.place}：{one.text}" for one in found), "没有安装；确认后加 --yes 安装。"]
    return Answer({"ok": True, "installed": False, "changes": _told(found)}, lines)


def _preview(arguments: argparse.Namespace) -> Answer:
    from desktop.commands.today import as_of
    from forms import editions
    from forms.book import Book
    from forms.periods import parse_period

    with Book.open(arguments.book, readonly=not arguments.move) as book:
        day = as_of(book)
        if arguments.form is None:
            drafts = editions.drafts(book, day)
            lines = [f"{book.catalogue.edition(form).short} {period}" for form, period in drafts]
            data = {"ok": True, "drafts": [{"form": form, "period": period} for form, period in drafts]}
            return Answer(data, lines or ["没有按旧版填报的草稿。"])
        form = book.catalogue.find_form(arguments.form)
        if arguments.period is None:
            raise SchemeRefused("no-period", "请写明报告期，如 2026-08。")
        found = editions.preview(book, form, parse_period(arguments.period), day)
        moved = editions.move(book, form, found.period, as_of=day) if arguments.move else None
    lines = [f"{found.short} {found.period}：{found.before} 版 → {found.after} 版"]
    lines += [
        f"  第{one.row}行“{one.label}”{one.value}：{f'转到“{one.into}”' if one.into else '会丢'}" for one in found.cells
    ]
    lines += [f"  新增指标：{'、'.join(found.new_fields)}"] if found.new_fields else []
    lines.append("没有转换；确认后加 --move。" if moved is None else f"已转到新版，共{moved}行；可以撤销。")
    return Answer({"ok": True, "moved": moved, **asdict(found)}, lines)


def _told(found: list[Change]) -> list[dict[str, str]]:
    return [{"part": one.part, "place": one.place, "text": one.text} for one in found]


def _list(arguments: argparse.Namespace) -> Answer:
    del arguments
    packs, notices = Shelf(in_use.root()).packs()
    data = {
        "ok": True,
        "in_force": packs[0].manifest.version if packs else None,
        "packs": [{**described(one.manifest), "sha256": one.sha256} for one in packs],
        "notices": notices,
    }
    rows = [_row(one, "在用" if number == 0 else "") for number, one in enumerate(packs)]
    heads = ("序号", "版本", "适用", "接", "")
    lines = table(heads, rows) if rows else ["没有安装制度包，现在用的是程序自带的制度。"]
    return Answer(data, [*lines, *notices])


def _row(one: Installed, mark: str) -> tuple[object, ...]:
    manifest = one.manifest
    return (manifest.sequence, manifest.version, f"自{manifest.first}", manifest.previous or "—", mark)


def _diff(arguments: argparse.Namespace) -> Answer:
    with tempfile.TemporaryDirectory(prefix="zhibao-scheme-") as scratch:
        before = _definitions(arguments.before, Path(scratch) / "a")
        after = _definitions(arguments.after, Path(scratch) / "b")
        found = asking.compare(before, after)
    return Answer(
        {"ok": True, "changes": _told(found)}, [f"{one.place}：{one.text}" for one in found] or ["两个制度没有差别。"]
    )


def _definitions(text: str, scratch: Path) -> Path:
    """Find the definitions a word names; a pack is taken apart into `scratch`."""
    if text == _SHIPPED:
        return in_use.SHIPPED
    if text.isascii() and text.isdigit() and int(text) <= _LARGEST_NUMBER and not Path(text).exists():
        packs, _notices = Shelf(in_use.root()).packs()
        found = next((one for one in packs if one.manifest.sequence == int(text)), None)
        if found is None:
            raise SchemeRefused("no-scheme-installed", f"没有安装第{text}号制度包，用 zhibao scheme list 查看。")
        return found.definitions
    content = asking.take_apart(Path(text))
    verified(content)
    lay_out(scratch, content)
    return scratch / "definitions"


def _roll_back(arguments: argparse.Namespace) -> Answer:
    del arguments
    gone, now = Shelf(in_use.root()).roll_back()
    in_use.refresh()
    version = now.manifest.version if now else None
    line = f"已撤下制度包 {gone.manifest.version}，现在用{version or '程序自带的制度'}；下次打开账套时启用。"
    return ok(line, rolled_back=gone.manifest.version, in_force=version)
