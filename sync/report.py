"""The outcome of one exchange: as numbers for programs, as a line for people."""

from __future__ import annotations

from dataclasses import dataclass, field

from sync.errors import EndpointRefused, EndpointUnreachable


@dataclass(slots=True)
class SyncReport:
    """What one exchange did. `problem` is what ended or marred it; filings it names stay queued unless refused."""

    sent: int = 0
    uploaded: int = 0
    received: int = 0
    refused: int = 0
    returned: int = 0
    queued: int = 0
    events: int = 0
    server_time: str | None = None
    skew_seconds: float = 0.0
    problem: EndpointUnreachable | EndpointRefused | None = None
    notes: list[str] = field(default_factory=list)

    def to_json(self) -> dict[str, object]:
        """Give the object of `zhibao sync --json`."""
        problem = self.problem
        return {
            "sent": self.sent,
            "attachments": self.uploaded,
            "received": self.received,
            "refused": self.refused,
            "returned": self.returned,
            "queued": self.queued,
            "events": self.events,
            "server_time": self.server_time,
            "problem": {"code": problem.code, "message": problem.message} if problem else None,
        }


def sentence(report: SyncReport, seconds: float) -> str:
    """Tell one attempt in one line."""
    counts = [
        (report.uploaded, "上传附件{}个"),
        (report.sent, "发送{}份"),
        (report.received, "收到回执{}份"),
        (report.refused, "被拒收{}份"),
    ]
    counts += [(report.returned, "被退回{}份"), (report.queued, "待发{}份")]
    done = "，".join(text.format(count) for count, text in counts if count) or "没有新内容"
    parts = [f"{done}（{seconds:.1f}秒）", report.problem.message if report.problem else "", *report.notes]
    return " ".join(part for part in parts if part)
