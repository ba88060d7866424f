"""What can go wrong in `forms` that is neither a finding nor a bug.

    ZhibaoError                a sentence for the user and a stable code
    ├── InputRefused           what was given cannot be used; nothing has changed
    │   ├── BookProblem        no Book, damaged, locked, newer than the program, on a network drive
    │   ├── WorkbookRefused    no workbook, encrypted, empty, without a known header
    │   └── EditRefused        the row is locked, or the row or field does not exist
    └── DefinitionProblem      an edition or rule pack is broken: its author's bug, not the user's

Problems *in the user's data* are not exceptions: they are `forms.findings.Finding` values with a place and a remedy.
"""

from __future__ import annotations


class ZhibaoError(Exception):
    """An expected failure: `code` is stable and for programs, `message` is one Chinese sentence with the remedy."""

    def __init__(self, code: str, message: str) -> None:
        """Keep both; `str()` gives the sentence."""
        super().__init__(message)
        self.code = code
        self.message = message


class InputRefused(ZhibaoError):
    """The input cannot be used and nothing has changed (exit status 3)."""


class BookProblem(InputRefused):
    """The file is no Book, or cannot be opened as asked."""


class WorkbookRefused(InputRefused):
    """The workbook cannot be read at all."""


class EditRefused(InputRefused):
    """The edit is not allowed where it was tried."""


class DefinitionProblem(ZhibaoError):
    """An edition, code list or rule is broken."""
