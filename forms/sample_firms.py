"""The sample's people and firms: the firm itself, its clients abroad and at home, and credit codes that are valid.

All names are made up of common words; none is meant to be a real firm.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from forms.creditcode import check_character, organisation_code_valid
from forms.sample_papers import SCANS

FIRM = "延吉海兰江信息技术有限公司"
DIVISION = "222401"
HEADER = {"unit_head": "金明哲", "stat_head": "朴英姬", "filler": "李春花", "filler_tel": "0433-2850316"}

_KOREAN = (
    ("한빛", "韩光"),
    ("누리", "努里"),
    ("가온", "佳温"),
    ("미르", "美路"),
    ("새봄", "新春"),
    ("해오름", "日升"),
    ("다솜", "多松"),
)
_KOREAN_TRADES = (
    ("소프트웨어", "软件", "I"),
    ("정보기술", "信息技术", "I"),
    ("게임즈", "游戏", "R"),
    ("물류", "物流", "G"),
    ("전자", "电子", "C"),
)
_JAPANESE = (
    ("北斗", "北斗"),
    ("青葉", "青叶"),
    ("桜川", "樱川"),
    ("若葉", "若叶"),
    ("東雲", "东云"),
    ("瑞穂", "瑞穗"),
    ("常盤", "常盘"),
)
_JAPANESE_TRADES = (
    ("システム", "系统", "I"),
    ("情報サービス", "信息服务", "I"),
    ("保険事務", "保险事务", "J"),
    ("建築設計", "建筑设计", "M"),
    ("自動車部品", "汽车部件", "C"),
)
_DOMESTIC = (
    ("吉林省北山数据科技有限公司", "I", "220101"),
    ("长春净月软件有限公司", "I", "220107"),
    ("延边图们江国际物流有限公司", "G", "222402"),
    ("珲春东方水产有限公司", "C", "222404"),
    ("吉林市松花湖旅游发展有限公司", "R", "220201"),
)
_ORGANISATION = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@dataclass(frozen=True, slots=True)
class Client:
    """Who gives the work: name as in the contract, Chinese name, country, industry, credit code where at home."""

    name: str
    name_cn: str | None
    country: str
    industry: str
    uscc: str | None = None


def credit_code(rnd: random.Random, division: str) -> str:
    """Make a valid credit code (GB 32100-2015) of a division, its organisation code valid too."""
    body = "MA" + "".join(rnd.choice(_ORGANISATION) for _ in range(6))
    organisation = next(body + last for last in "0123456789X" if organisation_code_valid(body + last))
    first = f"91{division}{organisation}"
    return first + check_character(first)


def korean(rnd: random.Random) -> Client:
    """Make a client in Korea."""
    (name, cn), (trade, trade_cn, industry) = rnd.choice(_KOREAN), rnd.choice(_KOREAN_TRADES)
    return Client(f"주식회사 {name}{trade}", f"{cn}{trade_cn}株式会社", "KOR", industry)


def japanese(rnd: random.Random) -> Client:
    """Make a client in Japan."""
    (name, cn), (trade, trade_cn, industry) = rnd.choice(_JAPANESE), rnd.choice(_JAPANESE_TRADES)
    return Client(f"株式会社{name}{trade}", f"{cn}{trade_cn}株式会社", "JPN", industry)


def domestic(rnd: random.Random) -> Client:
    """Make a client at home."""
    name, industry, division = rnd.choice(_DOMESTIC)
    own = random.Random(name)  # noqa: S311 - made up, and the same wherever the client is met
    return Client(name, None, "CHN", industry, credit_code(own, division))


def profile(name: str, uscc: str) -> dict[str, object]:
    """Give the firm's own data (form 01)."""
    return {
        "org_code": uscc[8:17],
        "ent_name": name,
        "ent_name_en": "Yanji Hailanjiang Information Technology Co., Ltd.",
        "legal_rep": "金明哲",
        "established_on": "2015-06-18",
        "reg_type_code": "173",
        "ent_nature": "PRIVATE",
        "reg_capital": "5000000.00",
        "reg_capital_ccy": "CNY",
        "division_code": DIVISION,
        "address": "吉林省延边州延吉市长白山西路1688号中韩软件园A座502室",
        "postcode": "133000",
        "in_park": "是",
        "park_code": "JLP05",
        "industry_code": "6513",
        "main_biz_l1": "ITO、BPO、KPO",
        "main_biz_code": "C1101、C1103、C2201、C3105",
        "main_markets": "韩国、日本",
        "is_atse": "否",
        "is_software_ent": "是",
        "overseas_branches": 1,
        "contact": "李春花",
        "contact_tel": "0433-2850316",
        "contact_mobile": "13904330186",
        "email": "tongji@hailanjiang.example",
        "fin_contact": "崔顺玉",
        "fin_tel": "0433-2850318",
        "bank_name": "中国银行延边分行",
        "bank_account": "163520104000316",
        "license_file": SCANS,
    }
