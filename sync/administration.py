"""The administrator's side of the protocol: enrolment codes and reviews, over HTTP, with the administrator's key file.

The province's database is never touched directly; what is done here, any other desk may do with the same requests.
"""

from __future__ import annotations

import uuid
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from sync.errors import KeyProblem
from sync.keys import DeviceKey
from sync.protocol import (
    CodeRequest,
    CodeResponse,
    DecisionRequest,
    FilingStatus,
    FilingView,
    ReviewQueue,
    key_id_of,
)
from sync.session import Session
from sync.signed import Comment, Signed
from sync.transport import HttpTransport


class Administration(Session):
    """One conversation of an administrator with an endpoint; raises what `Session` raises."""

    def code(self, firm: str, valid_hours: int = 720) -> CodeResponse:
        """Ask for a one-time enrolment code for a firm (18-digit credit code)."""
        return self._authorised("POST", "/v1/admin/codes", CodeResponse, CodeRequest(firm, valid_hours))

    def queue(self) -> list[FilingStatus]:
        """The filings that wait for a decision, oldest first."""
        return self._authorised("GET", "/v1/review/queue", ReviewQueue).items

    def view(self, filing_id: str) -> FilingView:
        """One filing with its document, receipt and decisions."""
        return self._authorised("GET", f"/v1/filings/{filing_id}", FilingView)

    def accept(self, filing_id: str) -> Signed:
        """Accept a filing as it stands now."""
        return self._decide(filing_id, DecisionRequest("accepted"))

    def return_(self, filing_id: str, comments: list[Comment]) -> Signed:
        """Return a filing to the firm with at least one comment."""
        return self._decide(filing_id, DecisionRequest("returned", comments))

    def _decide(self, filing_id: str, decision: DecisionRequest) -> Signed:
        seen = self.view(filing_id).status
        path = f"/v1/filings/{filing_id}/decisions/{uuid.uuid4()}"
        return self._authorised("PUT", path, Signed, decision, if_match=seen.etag)


def administration(url: str, key_file: Path) -> Administration:
    """Open a conversation as the holder of the key file.

    Raises:
        KeyProblem: the file cannot be read or is no administrator's key.
    """
    try:
        private = load_pem_private_key(key_file.read_bytes(), password=None)
    except (OSError, ValueError, TypeError) as problem:
        raise KeyProblem(f"管理员密钥文件无法使用：{key_file}。请检查路径和权限。") from problem
    if not isinstance(private, Ed25519PrivateKey):
        raise KeyProblem(f"“{key_file}”不是管理员密钥文件。")
    public = private.public_key().public_bytes_raw()
    return Administration(HttpTransport(url), DeviceKey(key_id_of(public), public, private))
