"""The sections by country, business class and client, and the certificates by when they expire."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.figures import figure
from desktop.languages.words import span_word
from desktop.models.shown import rounded_wan
from desktop.pages.statistics_chart import REST, SOFT, SOLID, Mark
from desktop.pages.statistics_section import BARS, Section, Words, part, percent
from desktop.place import Place
from forms import statistics, statistics_rows
from forms.statistics import CERTIFICATES, Slice
from forms.statistics_certificates import Expiry
from forms.tables import COUNT, PERCENT, TEXT, WAN

if TYPE_CHECKING:
    from desktop.own_figures import Report
    from forms.statistics_rows import Rows
    from forms.tables import Value

TOP_CLIENTS = TOP_COUNTRIES = 10
_NAME = 60  # a name in a sentence ends here
_TONES = {Expiry.EXPIRED: "returned", Expiry.SOON: "waiting", Expiry.LATER: "accepted"}


@dataclass(frozen=True, slots=True)
class _Line:
    """A slice as it is told: its name, its share, and the rows behind it (None: a sum of several)."""

    one: Slice
    name: str
    share: int | None
    rows: Rows | None


class ByKindSections(Words):
    """Makes the sections by kind of a report."""

    def countries(self, report: Report) -> Section:
        """Give the countries (regions) of the clients: the chart the largest, the table all."""
        lines = [
            self._line(report, one, one.label, statistics_rows.of_country(report.measure, report.span, str(one.code)))
            for one in report.countries
        ]
        rest = statistics.top(report.countries, TOP_COUNTRIES, self.tr("其他国家（地区）"))[TOP_COUNTRIES:]
        others = [self._line(report, one, one.label, None) for one in rest]
        drawn = [*lines[: len(lines) if not others else TOP_COUNTRIES], *others]
        heads = ("countries", self.tr("%1按发包方国别（地区）"), self.tr("国别（地区）"))
        return self._slices(report, heads, drawn, lines)

    def clients(self, report: Report) -> Section:
        """Give the ten largest clients, and the rest."""
        rest = self.tr("其他")
        lines = []
        for one in statistics.top(report.clients, TOP_CLIENTS, rest):
            rows = statistics_rows.of_client(report.measure, report.span, one.code)
            lines.append(self._line(report, one, one.label, None if one.code is None else rows))
        heads = ("clients", self.tr("%1按发包方（前十家）"), self.tr("发包方"))
        return self._slices(report, heads, lines, lines)

    def classes(self, report: Report) -> Section:
        """Give the classes, under each its finer codes."""
        lines = []
        for one in report.coarse:
            if one.code is None:
                rows = statistics_rows.of_class(report.measure, report.span, None)
                lines.append(self._line(report, one, self.tr("没有登记类别"), rows))
                continue
            lines.append(self._line(report, one, f"{one.code} {one.label}", None))
            for fine in report.fine:
                if fine.parent == one.code:
                    rows = statistics_rows.of_class(report.measure, report.span, fine.code, fine.parent)
                    lines.append(self._line(report, fine, fine.label or self.tr("未填小类"), rows))
        heads = ("classes", self.tr("%1按业务类别"), self.tr("业务类别"))
        return self._slices(report, heads, lines, lines)

    def _line(self, report: Report, one: Slice, name: str, rows: Rows | None) -> _Line:
        whole = sum(country.amount for country in report.countries)
        return _Line(one, name, part(one.amount, whole), rows)

    def _slices(self, report: Report, heads: tuple[str, str, str], drawn: list[_Line], listed: list[_Line]) -> Section:
        measure, (name, title, head) = self.measure(report.measure), heads
        rows: list[list[Value]] = [
            [("　" if line.one.parent else "") + line.name, line.one.amount, line.share, line.one.rows]
            for line in listed
        ]
        whole = sum(line.one.amount for line in listed if not line.one.parent)
        counted = sum(line.one.rows for line in listed if not line.one.parent)
        rows.append([self.tr("合计"), whole, part(whole, whole), counted])
        return Section(
            name=name,
            tab=self.tr("按%1").replace("%1", head.partition("（")[0]),
            chart=BARS,
            title=title.replace("%1", measure),
            unit=self.unit(report.measure),
            marks=[self._mark(report, line) for line in drawn],
            heads=[head, measure, self.tr("占比"), self.tr("笔数")],
            kinds=[TEXT, WAN, PERCENT, COUNT],
            rows=rows,
            places=[*(self._place(report, line) for line in listed), None],
            nothing=self.nothing(report, report.measure),
        )

    def _mark(self, report: Report, line: _Line) -> Mark:
        one, amount = line.one, rounded_wan(line.one.amount)
        share = "" if line.share is None else percent(line.share)
        said = f"{line.name[:_NAME]}：{amount} {self.unit(report.measure)}"
        said += self.tr("，占 %1").replace("%1", share) if share else ""
        said += self.tr("，%1 笔").replace("%1", f"{one.rows:,}")
        look = SOFT if one.parent else REST if one.code is None else SOLID
        text = f"{amount}　{share}".strip()
        return Mark(line.name, one.amount, look=look, text=text, said=said, place=self._place(report, line))

    def _place(self, report: Report, line: _Line) -> Place | None:
        if line.rows is None:
            return None
        return Place(line.rows.form, "", rows=line.rows, words=f"{line.name[:_NAME]} · {span_word(report.span)}")

    def certificates(self, report: Report) -> Section:
        """Give the certificates by when they expire."""
        words = {
            Expiry.EXPIRED: self.tr("已过期"),
            Expiry.SOON: self.tr("%1天内到期").replace("%1", str(report.soon_days)),
            Expiry.LATER: self.tr("以后到期"),
            Expiry.UNDATED: self.tr("未填有效期"),
            Expiry.REPLACED: self.tr("已换新证"),
            Expiry.REVOKED: self.tr("已失效"),
        }
        counts = {expiry: sum(one.expiry == expiry for one in report.certificates) for expiry in Expiry}
        return Section(
            name="certificates",
            tab=self.tr("资质认证"),
            chart=BARS,
            title=self.tr("资质认证有效期"),
            unit=self.tr("项"),
            marks=[
                self._expiry(expiry, words[expiry], count)
                for expiry, count in counts.items()
                if count or expiry in _TONES
            ],
            heads=[
                self.tr("认证名称"),
                self.tr("有效期至"),
                self.tr("还有天数"),
                self.tr("情况"),
                self.tr("证书编号"),
            ],
            kinds=[TEXT, TEXT, COUNT, TEXT, TEXT],
            rows=[[one.name, one.valid_to, one.days, words[one.expiry], one.number] for one in report.certificates],
            places=[Place(CERTIFICATES, "", one.uid, "valid_to") for one in report.certificates],
            nothing=self.tr("还没有登记资质认证。到“资质认证”登记后，这里按有效期提醒。"),
        )

    def _expiry(self, expiry: Expiry, words: str, count: int) -> Mark:
        return Mark(
            words,
            count,
            look=SOLID if expiry in _TONES else REST,
            tone=_TONES.get(expiry, "draft"),
            text=self.tr("%1 项").replace("%1", figure(count)),
            said=self.tr("%1：%2 项").replace("%1", words).replace("%2", figure(count)),
        )
