"""错误, 核实 and 提示 are the same three words on the command line, in the panel of problems and in what is told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.commands.checking import lines_of
from desktop.models.problems_model import Problem, ProblemsModel
from forms.findings import SEVERITY_WORDS, Finding


@pytest.mark.parametrize("severity", SEVERITY_WORDS)
def test_a_severity_has_one_word_everywhere(themed, severity):
    del themed
    word = SEVERITY_WORDS[severity]
    model = ProblemsModel()
    model.put([Problem(severity, "u", "ccy", 5, 0, "币种", "T-001", "币种不对")])
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith(f"{word}，")
    told = Finding("T-001", severity, "JLFW-02", "2026-09", 5, "u", "YJ-1", "ccy", None, None, None, "币种不对")
    assert lines_of([told])[0].startswith(f"[{word}]")
