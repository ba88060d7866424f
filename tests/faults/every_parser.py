"""Every parser of ours that meets bytes from outside: how it is called, what it may raise, what fuzzing begins with."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from forms.catalogue import load_catalogue
from forms.children import pipe
from forms.errors import ZhibaoError
from forms.findings import ERROR
from forms.kinds import Unparsed
from forms.kinds.numbers import read_number
from forms.scheme import container, manifest
from forms.workbook import old_workbook, open_document, plain_text
from forms.workbook.annotation import Annotation
from forms.workbook.canonical import CanonicalReader, NotCanonical
from forms.workbook.date_formats import date_styles, format_codes
from forms.workbook.epochs import Date1904
from forms.workbook.faults import find_faults
from forms.workbook.frames import AnnotationRequest, Remark
from forms.workbook.header import find_header
from forms.workbook.mapping import decode, encode, make_mapping
from forms.workbook.merged_cells import merged_areas
from forms.workbook.package import Package, opened, refusing_damage
from forms.workbook.parsing import SheetParser
from forms.workbook.reader import READING
from forms.workbook.runs import head
from forms.workbook.sheet_marks import SheetMarks
from forms.workbook.strings import read_strings
from forms.workbook.units import TenThousands
from sync.enrolment_code import EnrolmentCode, decode_enrolment_code
from tests.faults.excel_workbooks import save_as_excel
from tests.forms.workbook.traps import FIXTURES, HEADER, TRAPS, save

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

CATALOGUE = load_catalogue()
EDITION = CATALOGUE.edition("JLFW-02")
_FOLDER = Path(tempfile.mkdtemp(prefix="zhibao-parsers-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None))  # noqa: S108
_SHEET, _FEW = "xl/worksheets/sheet1.xml", 3
_TYPED = (
    *("1,234.5", "１２３４．５０", "￥1,234", "12.5万", "(1,234)", "=1200*3", "=(1+2)*3/7", "-0", "1e5", "3亿", "±1"),
    *("2026-09-30", "2026年9月30日", "20260930", "10/8/2026", "长期", "2026.9", "46303", "2026-13", "是", "Y", "1904"),
    *("91222401MA1DEM1235", "#912224011234567890", "222401", "日元", "JPY", "ITO", "日本=60、韩国=40", "A:1;B:2"),
    *("HT-1=1000、HT-2=20.5", "110101199003078515", "JL-2026-0001", "\ufeff", "ﾊﾝｶｸ", "\ud7ff", "a\tb\nc"),
)
_REMARKS = [
    Remark(ERROR, "F2-001", cell, cell, "", "YJ-1", "合同金额", "金额与币种不符，请核对。")
    for cell in ("A2", "K2", "C3", "Z99", "XFD1048576")
]


@dataclass(frozen=True)
class Parser:
    """What takes bytes, what to begin with, and which errors are its answer to bytes that are none of its own."""

    parse: Callable[[bytes], object]
    seeds: Callable[[], Iterable[bytes]]
    refusals: tuple[type[BaseException], ...] = (ZhibaoError,)


def _members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def _given_back() -> dict[str, bytes]:
    """Give the members of a workbook that has comments of ours and a sheet of results."""
    path = save(TRAPS["merged"], _FOLDER / "seed.xlsx")
    copy = _FOLDER / "copy.xlsx"
    with opened(path) as package:
        copy.write_bytes(b"".join(Annotation(package, AnnotationRequest("", "合同台账", _REMARKS, "。")).pieces(path)))
    return _members(copy)


_WORKBOOK = _members(save_as_excel(TRAPS["text numbers"], _FOLDER / "seed.xlsx"))
_STRINGS = "xl/sharedStrings.xml"
_WORKBOOK[_STRINGS] = b"<sst>%s</sst>" % b"".join(
    b"<si><t>%s</t></si>" % text.encode() for text in (*HEADER, *(f"YJ-{at}" for at in range(200)))
)  # as many as any seed's sheet refers to, the names of its columns first
_ANNOTATED = _given_back()
_DOCUMENT = _members(FIXTURES / "merged.ods")


def _zipped(members: dict[str, bytes], **_: object) -> io.BytesIO:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in members.items():
            package.writestr(zipfile.ZipInfo(name), content)
    file.seek(0)
    return file


def _package(**changed: bytes) -> Package:
    named = {"sheet": _SHEET, "strings": _STRINGS, "styles": "xl/styles.xml", "workbook": "xl/workbook.xml"}
    read_strings.cache_clear()
    return Package(zipfile.ZipFile(_zipped(_WORKBOOK | {named[name]: xml for name, xml in changed.items()})))


def _part(name: str) -> Callable[[], Iterable[bytes]]:
    def seeds() -> Iterable[bytes]:
        for trap in TRAPS.values():
            for made in (save, save_as_excel):
                found = _members(made(trap, _FOLDER / "seed.xlsx")).get(name)
                if found is not None:
                    yield found

    return seeds


# ---- the parts of an .xlsx -----------------------------------------------------------------------------------------


def _rows(xml: bytes) -> None:
    with refusing_damage():
        package = _package(sheet=xml)
        sheet = package.sheets[0]
        try:
            reader = CanonicalReader(package, sheet)
            header = find_header(head(reader, 40), EDITION)
            columns = {"contract_no": 0, **(header.columns if header else {"amount_orig": 10})}  # never without a key
            parser = SheetParser(EDITION, columns)
            runs = CanonicalReader(package, sheet).runs(header.data_row + 1 if header else 1)
            read = sum(len(parser.parse(run).numbers) for run in runs)
        except NotCanonical:
            return
        done = parser.done()
    if done.rows_read != read + len(done.refused):
        raise AssertionError("rows lost")


def _looked(xml: bytes) -> None:
    with refusing_damage():
        package = _package(sheet=xml)
        sheet = package.sheets[0]
        find_faults(package, sheet.part)
        merged_areas(io.BytesIO(xml))
        SheetMarks(package, sheet, {"K"}, {"A"}).look()


def _strings(xml: bytes) -> None:
    with refusing_damage():
        read_strings(_package(strings=xml))


def _styles(xml: bytes) -> None:
    with refusing_damage():
        package = _package(styles=xml)
        date_styles(package)
        format_codes(package)


def _parts(xml: bytes) -> None:
    with refusing_damage():
        _package(workbook=xml).worksheets()


def _annotated(raw: bytes) -> None:
    """Put one part in the place of another's: the first byte says which."""
    parts = sorted(name for name in _ANNOTATED if not name.startswith(("docProps", "xl/theme")))
    if not raw:
        return
    path = _FOLDER / "标注.xlsx"
    path.write_bytes(_zipped(_ANNOTATED | {parts[raw[0] % len(parts)]: raw[1:]}).getvalue())
    with opened(path) as package:
        read_strings.cache_clear()
        written = b"".join(Annotation(package, AnnotationRequest("", "合同台账", _REMARKS, "。")).pieces(path))
    if not zipfile.is_zipfile(io.BytesIO(written)):
        raise AssertionError("the copy is no package")


def _annotated_seeds() -> Iterable[bytes]:
    parts = sorted(name for name in _ANNOTATED if not name.startswith(("docProps", "xl/theme")))
    return [bytes([at]) + _ANNOTATED[name] for at, name in enumerate(parts)]


# ---- whole files ---------------------------------------------------------------------------------------------------


def _opened(raw: bytes) -> None:
    path = _FOLDER / "文件.xlsx"
    path.write_bytes(raw)
    with opened(path) as package:
        read_strings.cache_clear()
        package.worksheets()


def _packages() -> Iterable[bytes]:
    traps = list(TRAPS.values())[:_FEW]
    return [save_as_excel(trap, _FOLDER / "seed.xlsx").read_bytes() for trap in traps]


def _text(raw: bytes) -> None:
    path = _FOLDER / "文本.csv"
    path.write_bytes(raw)
    with refusing_damage():
        plain_text.translate(path).finish()


def _text_seeds() -> Iterable[bytes]:
    rows = [["" if cell is None else f'"{cell}"' for cell in row] for row in TRAPS["totals"].rows]
    said = ["\r\n".join(divider.join(row) for row in rows) for divider in ",;\t"]
    encodings = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be")
    return [text.encode(encoding) for text in said for encoding in encodings] + [f"sep=;\r\n{said[1]}".encode()]


def _document(xml: bytes) -> None:
    with refusing_damage():
        open_document.translate(zipfile.ZipFile(_zipped(_DOCUMENT | {"content.xml": xml}))).finish()


def _old(raw: bytes) -> None:
    path = _FOLDER / "旧.xls"
    path.write_bytes(raw)
    with refusing_damage():
        old_workbook.translate(path).finish()


def _pack(raw: bytes) -> None:
    found, _signature, members = container.read(raw)
    manifest.refuse_other_content(manifest.decode(found), members)


def _pack_seeds() -> Iterable[bytes]:
    content = b"month,currency\n"
    member = manifest.Member("definitions/scheme/rates.csv", len(content), manifest.digest(content))
    said = manifest.Manifest(1, "zbscheme", "2026.1", 1, "2026-01", None, demo=True, signer="0" * 64, members=[member])
    return [container.write(manifest.encode(said), b"0" * 64, {member.name: content})]


# ---- what is typed, pasted or handed on ----------------------------------------------------------------------------


def _typed(raw: bytes) -> None:
    text = (
        raw.decode("utf-16-le", "surrogatepass")
        if raw[:1] == b"\0" and len(raw) % 2 == 0
        else raw.decode("utf-8", "replace")
    )
    number = read_number(text)
    for kind in (*(field.kind for field in EDITION.fields), TenThousands(), Date1904()):
        stored = kind.parse(text)
        if isinstance(stored, Unparsed):
            kind.why(stored.text, stored.reason)
        elif stored is not None and not isinstance(kind, Date1904):
            kind.show(stored), kind.edit(stored), kind.cell(stored), kind.wire(stored)
        if number is not None and number.is_finite():
            kind.parse(float(number) if abs(number) < 1e300 else text)


def _every_kind(raw: bytes) -> None:
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        return
    for form in ("JLFW-02", "JLFW-03", "JLFW-05", "JLFW-07", "JLFW-09"):
        for field in CATALOGUE.edition(form).fields:
            try:
                field.kind.unwire(value)
            except ValueError:  # its answer to what is not of this kind
                continue


def _header(raw: bytes) -> None:
    rows = [line.split("\t") for line in raw.decode("utf-8", "replace").splitlines()[:60]]
    found = find_header(rows, EDITION)
    if found is not None and found.data_row <= found.row:
        raise AssertionError("a header below its rows")


def _header_seeds() -> Iterable[bytes]:
    return [
        "\n".join("\t".join("" if cell is None else str(cell) for cell in row) for row in trap.rows).encode()
        for trap in TRAPS.values()
    ] + ["单位：万元\n合同编号\t合同金额（万美元）\t签约日期\n\t万美元\t\nYJ-1\t3\t2026-01-01".encode()]


def _mapping(raw: bytes) -> None:
    read = decode(raw, EDITION)
    read.place(["合同编号", "合同金额", "", None])
    read.absent(["合同编号"])


def _mapping_seeds() -> Iterable[bytes]:
    heads = ["合同编号", "合同金额", "签约日期"]
    made = make_mapping(EDITION, heads, {0: "contract_no", 1: "amount_orig", 2: None}, {"amount_orig": "万元"})
    return [encode(made)]


def _frames(raw: bytes) -> None:
    stream = io.BytesIO(raw)
    while pipe.read(stream, READING.answers) is not None:
        pass


def _code(raw: bytes) -> None:
    decode_enrolment_code(raw.decode("utf-8", "replace"))


def _frame_seeds() -> Iterable[bytes]:
    stream = io.BytesIO()
    parser = SheetParser(EDITION, {"contract_no": 0})
    pipe.write(stream, parser.done())
    return [stream.getvalue()]


PARSERS: dict[str, Parser] = {
    "rows": Parser(_rows, _part(_SHEET)),
    "marks": Parser(_looked, _part(_SHEET)),
    "strings": Parser(_strings, _part(_STRINGS)),
    "styles": Parser(_styles, _part("xl/styles.xml")),
    "workbook": Parser(_parts, _part("xl/workbook.xml")),
    "annotated": Parser(_annotated, _annotated_seeds),
    "package": Parser(_opened, _packages),
    "text": Parser(_text, _text_seeds),
    "document": Parser(_document, lambda: [_members(path)["content.xml"] for path in sorted(FIXTURES.glob("*.ods"))]),
    "old": Parser(_old, lambda: [path.read_bytes() for path in sorted(FIXTURES.glob("*.xls"))]),
    "typed": Parser(_typed, lambda: [one.encode("utf-8", "surrogatepass") for one in _TYPED]),
    "wire": Parser(_every_kind, lambda: [json.dumps(one).encode() for one in (*_TYPED, 1, [1], {"a": "b"}, None)]),
    "header": Parser(_header, _header_seeds),
    "mapping": Parser(_mapping, _mapping_seeds),
    "frames": Parser(_frames, _frame_seeds, (ValueError,)),
    "code": Parser(_code, lambda: [EnrolmentCode("https://a.cn", "1", "0" * 64).encode().encode()], (ValueError,)),
    "pack": Parser(_pack, _pack_seeds),
}
