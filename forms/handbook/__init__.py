"""The indicator handbook (指标手册): every form, field, rule, code list and deadline, made of a scheme's data alone.

One page of HTML that needs nothing beside it: no script, no font, no picture, no network. What stands in the data is
text and stays text, whoever wrote it. The same data give the same bytes.
"""

from __future__ import annotations

from forms.handbook.whole import Handbook, handbook

__all__ = ["Handbook", "handbook"]
