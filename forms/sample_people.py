"""The sample's people: how many work for the firm at each month's end, and who was hired. All of them are made up."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from forms.idcard import check_character

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from forms.sample_ledgers import Values

_AT_FIRST = {"emp_ito": 48, "emp_bpo": 27, "emp_kpo": 11}
_OTHERS, _OTHERS_COLLEGE = 19, 11  # management, finance, canteen
_WITHOUT_COLLEGE = 9
_MASTERS, _DOCTORS, _THREE_YEARS = 7, 1, 21
_FAMILIES = "金朴李崔郑王张刘姜全"
_GIVEN = ("美兰", "哲洙", "英花", "成日", "春梅", "建伟", "雪松", "红梅", "龙哲", "佳怡", "浩然", "善玉")
_REGIONS = ("222401", "222402", "222403", "222404", "220106", "220201", "230102")
_SCHOOLS = (
    ("延边大学", "计算机科学与技术", "BACHELOR"),
    ("延边大学", "日语", "BACHELOR"),
    ("吉林大学", "软件工程", "MASTER"),
    ("长春理工大学", "电子信息工程", "BACHELOR"),
    ("延边职业技术学院", "计算机应用技术", "COLLEGE"),
    ("吉林外国语大学", "朝鲜语", "BACHELOR"),
)
_POSITIONS = (("软件测试工程师", "ITO"), ("日语客服专员", "BPO"), ("Java 开发工程师", "ITO"), ("数据标注员", "ITO"))
_TRAINING_HOURS = (24, 40, 60, 80)


def staff_rows(rnd: random.Random, months: list[str]) -> dict[str, Values]:
    """Make the report of form 06 for each month; each follows from the one before."""
    groups = dict(_AT_FIRST)
    rows: dict[str, Values] = {}
    for month in months:
        joined, left = rnd.randint(0, 3), rnd.randint(0, 2)
        groups[rnd.choice(("emp_ito", "emp_bpo"))] += joined
        groups[rnd.choice(("emp_ito", "emp_bpo"))] -= left
        rows[month] = _row(rnd, groups, joined, left)
    return rows


def _row(rnd: random.Random, groups: dict[str, int], joined: int, left: int) -> Values:
    outsourcing = sum(groups.values())
    college = outsourcing - _WITHOUT_COLLEGE
    return {
        "emp_total": outsourcing + _OTHERS,
        "emp_total_college": college + _OTHERS_COLLEGE,
        "emp_so": outsourcing,
        "emp_so_college": college,
        "emp_so_bachelor": college - _MASTERS - _DOCTORS - _THREE_YEARS,
        "emp_so_master": _MASTERS,
        "emp_so_phd": _DOCTORS,
        **groups,
        "emp_so_new": joined,
        "emp_so_new_college": joined,
        "emp_so_left": left,
        "emp_trained": rnd.randint(0, 40),
        "emp_foreign": 2,
        "emp_returnee": 5,
        "emp_lang_jp": outsourcing // 3,
        "emp_lang_kr": outsourcing // 2,
        "emp_lang_en": outsourcing // 6,
    }


def hire_rows(rnd: random.Random, staff: dict[str, Values]) -> Iterator[Values]:
    """Make who was hired in each month: as many as the month's report says joined."""
    for month, report in staff.items():
        for day in sorted(rnd.sample(range(1, 26), int(str(report["emp_so_new"])))):
            yield _hire(rnd, dt.date.fromisoformat(f"{month}-{day:02d}"))


def _hire(rnd: random.Random, hired: dt.date) -> Values:
    school, major, education = rnd.choice(_SCHOOLS)
    position, business = rnd.choice(_POSITIONS)
    born = dt.date(hired.year - rnd.randint(23, 34), rnd.randint(1, 12), rnd.randint(1, 28))
    first = f"{rnd.choice(_REGIONS)}{born:%Y%m%d}{rnd.randint(1, 999):03d}"
    return {
        "person_name": rnd.choice(_FAMILIES) + rnd.choice(_GIVEN),
        "id_type": "ID",
        "id_no": first + check_character(first),
        "education": education,
        "school": school,
        "major": major,
        "grad_on": dt.date(hired.year - rnd.randint(1, 8), 6, 30),
        "hired_on": hired,
        "labor_contract_from": hired,
        "labor_contract_to": hired.replace(year=hired.year + 3) - dt.timedelta(1),
        "position": position,
        "biz_l1": business,
        "training_hours": rnd.choice(_TRAINING_HOURS),
    }
