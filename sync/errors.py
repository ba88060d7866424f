"""What can go wrong between this PC and the province.

    ZhibaoError                     (forms.errors) a sentence for the user and a stable code
    ├── EndpointUnreachable         no answer of the province; filings stay queued (exit status 4)
    │   ├── EndpointBusy            a retryable problem (429, 500, 503 …): come again later
    │   └── NotOurServer            something answered, but it is not our province («对方不是省平台»)
    │       └── KeyOutOfDate        the province's key signed outside its validity; its word does not count
    ├── EndpointRefused             the province said no, for good; its `problem` says why (exit status 5)
    └── InputRefused                (forms.errors) what was given cannot be used, nothing has changed
        ├── NotEnrolled             the Book has no province yet
        ├── BadEnrolmentCode        the string typed is no enrolment code, or of another province
        ├── KeyProblem              the device key cannot be read or kept safely
        ├── SyncRunning             this Book is being synchronised already
        └── FilingRefused           the filing cannot be sent, cancelled or withdrawn as it stands
    IllegalTransition               a bug: a filing was moved where `sync.ways` has none

Problems that the province finds *in the data* (422) are not raised: they become the state REFUSED with its cells.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from forms.errors import InputRefused, ZhibaoError

if TYPE_CHECKING:
    from sync.problems import Problem

_CHINA: Final = dt.timezone(dt.timedelta(hours=8))


class EndpointUnreachable(ZhibaoError):
    """No trustworthy answer came. `outcome_unknown`: the request may have been stored all the same."""

    def __init__(self, code: str, message: str, *, outcome_unknown: bool = False) -> None:
        """Keep whether the request can have arrived."""
        super().__init__(code, message)
        self.outcome_unknown = outcome_unknown


class EndpointBusy(EndpointUnreachable):
    """The province asks to come again after `retry_after` seconds."""

    def __init__(self, message: str, *, retry_after: float, outcome_unknown: bool = False) -> None:
        """Keep the pause asked for, in seconds."""
        super().__init__("endpoint-busy", message, outcome_unknown=outcome_unknown)
        self.retry_after = retry_after


class NotOurServer(EndpointUnreachable):
    """The answer lacks what every answer of the province bears: a captive portal, a proxy, a cut-off body."""

    def __init__(self, why: str) -> None:
        """Say in `why` (Chinese, a clause) what was missing. The request may still have reached the province."""
        sentence = f"对方不是省平台：{why}。请检查网络是否需要先登录、平台地址是否正确；数据仍在待发队列中。"
        super().__init__("not-our-server", sentence, outcome_unknown=True)


def _day_in_china(moment: str) -> str:
    return dt.datetime.fromisoformat(moment).astimezone(_CHINA).date().isoformat()


class KeyOutOfDate(NotOurServer):
    """What was signed is dated outside the validity of the province's signing key."""

    def __init__(self, key_id: str, valid_from: str, valid_to: str | None, signed_at: str) -> None:
        """Name the key, its validity and the date of the signature, all as the protocol writes them."""
        begins = _day_in_china(valid_from)
        validity = f"{begins}起有效" if valid_to is None else f"有效期为{begins}至{_day_in_china(valid_to)}"
        sentence = (
            f"省平台的签名密钥（{key_id}）{validity}，而所收到的内容签于{_day_in_china(signed_at)}，不在有效期内，没有采信；"
            "请联系平台重新发放报送码。数据仍在待发队列中。"
        )
        EndpointUnreachable.__init__(self, "province-key-out-of-date", sentence, outcome_unknown=True)


class EndpointRefused(ZhibaoError):
    """The province understood and said no; trying the same again is of no use."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem document, whose type is the code."""
        super().__init__(problem.type, problem.detail or problem.title)
        self.problem = problem


class NotEnrolled(InputRefused):
    """The Book knows no province, or was `moved` here from the PC that the province knows."""

    def __init__(self, *, moved: bool = False) -> None:
        """Say what to do."""
        why = "本账套是在另一台电脑上与省平台建立联系的" if moved else "本账套尚未与省平台建立联系"
        super().__init__("not-enrolled", f"{why}，请输入平台发放的报送码。")


class BadEnrolmentCode(InputRefused):
    """The enrolment code cannot be read, or the server behind it has another key."""

    def __init__(self, message: str) -> None:
        """Take the sentence."""
        super().__init__("bad-enrolment-code", message)


class KeyProblem(InputRefused):
    """The device key is missing, unreadable, or lies open to other users."""

    def __init__(self, message: str) -> None:
        """Take the sentence."""
        super().__init__("device-key", message)


class SyncRunning(InputRefused):
    """Two synchronisations of one Book at once."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__("sync-running", "本账套正在与省平台交换数据，请稍候再试。")


class FilingRefused(InputRefused):
    """The filing is not in a state that allows this."""


class IllegalTransition(Exception):
    """A bug in the program: the event has no row in the table for this state."""

    def __init__(self, filing_id: str, state: str, event: str) -> None:
        """Name the filing and the missing way."""
        super().__init__(f"filing {filing_id}: no way out of {state} by {event}")
        self.filing_id = filing_id
        self.state = state
        self.event = event
