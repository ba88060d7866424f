"""Pinyin initials of Chinese names, for finding a firm by «ybrj».

GB 2312 orders its first level of characters by pinyin, so the code itself tells the initial. Rarer characters that firm
names like stand in a list; what is in neither has no initial and is left out.
"""

from __future__ import annotations

import bisect
from functools import lru_cache
from typing import Final

# The first character of each initial in GB 2312's first level; no syllable begins with I, U or V.
_FIRST: Final = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
_LETTERS: Final = "abcdefghjklmnopqrstwxyz"
_STARTS: Final = [char.encode("gb2312") for char in _FIRST]
_LAST: Final = "座".encode("gb2312")
_RARE: Final = {
    char: letter
    for letter, chars in {
        "d": "岱",
        "f": "沣",
        "g": "罡",
        "h": "珲昊泓瀚皓颢",
        "j": "璟珺瑾",
        "l": "珑翎璐",
        "m": "旻淼",
        "p": "璞",
        "q": "琦骐麒祺淇琪",
        "r": "睿芮嵘",
        "s": "晟",
        "t": "潼",
        "w": "汶",
        "x": "鑫馨",
        "y": "烨曜玥翊瑜焱赟熠煜",
        "z": "峥",
    }.items()
    for char in chars
}


@lru_cache(maxsize=4096)
def initials(text: str) -> str:
    """Give the initials of a name in small letters; letters and digits stand for themselves."""
    return "".join(map(_initial, text))


def _initial(char: str) -> str:
    if char.isascii():
        return char.lower() if char.isalnum() else ""
    if char in _RARE:
        return _RARE[char]
    try:
        code = char.encode("gb2312")
    except UnicodeEncodeError:
        return ""
    if not _STARTS[0] <= code <= _LAST:
        return ""
    return _LETTERS[bisect.bisect_right(_STARTS, code) - 1]
