"""The rows of the sample's ledgers: contracts, their executions, certificates. All clean; mistakes come later."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from forms import sample_firms
from forms.sample_papers import SCANS

if TYPE_CHECKING:
    import random

Values = dict[str, object]

# The work, its class, how many dollars a contract of it is worth in thousands.
_WORKS = (
    ("车载导航系统软件测试", "C1103", (20, 120)),
    ("在线教育平台开发", "C1101", (30, 220)),
    ("物流管理系统二次开发", "C1101", (25, 180)),
    ("医院预约系统运维", "C1203", (12, 60)),
    ("语音数据采集与标注", "C1303", (10, 80)),
    ("保险单据日文录入", "C2201", (8, 60)),
    ("韩语客户服务呼叫中心", "C2203", (20, 150)),
    ("电商订单后台处理", "C2205", (10, 70)),
    ("住宅建筑 CAD 制图", "C3202", (12, 90)),
    ("手机游戏美术资源制作", "C3303", (15, 110)),
    ("产品手册翻译与本地化", "C3105", (5, 40)),
)
_CLASSES = {"1": "ITO", "2": "BPO", "3": "KPO"}
# Rough prices of a dollar, and the whole units such contracts are written in.
_PRICES = {"KRW": (1390, 10_000), "JPY": (152, 1_000), "USD": (1, 100), "CNY": (7, 100)}
_CURRENCIES = {"KOR": ("KRW", "KRW", "KRW", "USD"), "JPN": ("JPY", "JPY", "JPY", "USD"), "CHN": ("CNY",)}
_SHORT = {"KOR": "KR", "JPN": "JP", "CHN": "CN"}
_PAID_WITHIN = 75
_DELIVERY = ("远程", "远程", "远程", "混合", "现场")

_CLIENTS = (*(sample_firms.korean,) * 2, *(sample_firms.japanese,) * 2, sample_firms.domestic)

_CERTIFICATES = {
    "CMMI": ("CMMI V2.0", "APR-{:06d}", "北京赛思评估咨询有限公司", "CHN", "CMMI_INST", "应用软件开发与维护"),
    "ISO27001": (
        "ISO/IEC 27001:2022",
        "IS {:06d}",
        "英标认证（北京）有限公司",
        "GBR",
        "UKAS",
        "软件外包的信息安全管理",
    ),
    "ISO9001": ("ISO 9001:2015", "04326Q{:05d}R0S", "中联认证中心有限公司", "CHN", "CNAS", "软件开发与数据处理服务"),
}
CERTIFICATES = tuple(_CERTIFICATES)


def contract(rnd: random.Random, month: str, number: int, last_month: str) -> Values:
    """Make the contract of a number, signed in a month."""
    client = rnd.choice(_CLIENTS)(rnd)
    work, code, (low, high) = rnd.choice(_WORKS)
    ccy = rnd.choice(_CURRENCIES[client.country])
    signed = dt.date.fromisoformat(f"{month}-{rnd.randint(1, 24):02d}")
    effective = signed + dt.timedelta(rnd.choice((0, 0, 1, 3)))
    price, unit = _PRICES[ccy]
    level = _CLASSES[code[1]]
    offshore = client.country != "CHN"
    return {
        "contract_no": f"YJ-{_SHORT[client.country]}-{month[:4]}-{number:03d}",
        "contract_name": f"{work}服务合同（{number}期）" if number % 7 == 0 else f"{work}服务合同",
        "software_reg_no": f"2222{month[:4]}{number:06d}" if offshore and level == "ITO" else None,
        "contract_kind": "SINGLE",
        "client_name": client.name,
        "client_name_cn": client.name_cn,
        "client_country": client.country,
        "client_type": "ENT",
        "client_uscc": client.uscc,
        "client_industry": client.industry,
        "end_client_country": client.country,
        "is_related_party": "否",
        "is_subcontract": "否",
        "biz_l1": level,
        "biz_code": code,
        "signed_on": signed,
        "effective_on": effective,
        "expires_on": effective + dt.timedelta(rnd.choice((365, 400, 540, 730))),
        "ccy": ccy,
        "amount_orig": rnd.randint(low * 1000, high * 1000) * price // unit * unit + unit // 10 * 3,
        "is_tax_included": None if offshore else "是",
        "delivery_mode": rnd.choice(_DELIVERY),
        "staff_involved": rnd.randint(2, 28),
        "contract_files": SCANS if offshore else None,
        "status_biz": "PENDING" if month == last_month else "RUNNING",
        "remarks": None,
    }


def executions_of(rnd: random.Random, row: Values, last_day: str, count: int) -> list[Values]:
    """Make what was received for a contract up to a day: some `count` payments, together less than the contract."""
    signed, last = row["signed_on"], dt.date.fromisoformat(last_day)
    if not isinstance(signed, dt.date):
        raise TypeError
    days = min((last - signed).days, _PAID_WITHIN)  # so that no month brings much more than another
    if days < 1:
        return []
    offshore = row["client_country"] != "CHN"
    whole, unit = int(str(row["amount_orig"])), _PRICES[str(row["ccy"])][1]
    wanted = min(days, rnd.randint(count - 1, count + 1))
    rows: list[Values] = []
    for day in sorted(rnd.sample(range(1, days + 1), wanted)):
        amount = max(whole * rnd.randint(40, 130) // 1000 // unit * unit, unit)
        rows.append(
            {
                "contract_no": row["contract_no"],
                "exec_on": signed + dt.timedelta(day),
                "exec_basis": "FX_RECEIPT" if offshore else "DOMESTIC",
                "ccy": row["ccy"],
                "amount_orig": amount,
                "payer_name": row["client_name"],
                "payer_country": row["client_country"],
                "invoice_no": f"INV{signed:%y%m}{rnd.randint(1000, 9999)}" if offshore else None,
                "remarks": None,
            }
        )
    row["status_biz"] = "RUNNING" if rows else "PENDING"
    return rows


def certificate(rnd: random.Random, kind: str, holder: str, period: str) -> Values:
    """Make a certificate; the last of the kinds is new in the period, the others came earlier in the year."""
    month = period if kind == CERTIFICATES[-1] else f"{period[:4]}-{rnd.randint(1, int(period[5:7])):02d}"
    issued = dt.date.fromisoformat(f"{month}-{rnd.randint(3, 20):02d}")
    standard, number, issuer, country, mark, scope = _CERTIFICATES[kind]
    return {
        "cert_type": kind,
        "cert_standard": standard,
        "cert_level": "3" if kind == "CMMI" else None,
        "cert_no": number.format(rnd.randint(10_000, 99_999)),
        "holder_name": holder,
        "scope_text": scope,
        "issuer": issuer,
        "issuer_country": country,
        "accreditation": mark,
        "lead_appraiser": "王建国" if kind == "CMMI" else None,
        "action_type": "NEW",
        "first_issued_on": issued,
        "issued_on": issued,
        "valid_to": issued.replace(year=issued.year + 3) - dt.timedelta(1),
        "next_surveillance_on": None if kind == "CMMI" else issued.replace(year=issued.year + 1),
        "cost_cny": rnd.randint(300, 2400) * 100,
        "subsidy_applied": "否",
        "cert_files": SCANS,
    }
