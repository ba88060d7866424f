"""News for the accountant: what the province said, what was imported. Read from the Book, newest first. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.languages import spoken, translate
from desktop.languages.words import list_of, period_word
from desktop.place import Place
from sync import answers

if TYPE_CHECKING:
    from forms.book import Book

SEEN = "messages.seen"
_NAMED = 2  # forms of an import that are named one by one


@dataclass(frozen=True, slots=True)
class Message:
    """One piece of news: when (UTC), an icon with its colour token, a sentence, and where it leads."""

    at: str
    icon: str
    tone: str
    text: str
    place: Place


def messages(book: Book, limit: int = 8) -> list[Message]:
    """Return the newest messages, what came back first, what was done here last."""
    said = [*_decisions(book, limit), *_refusals(book, limit)]
    said.sort(key=lambda one: (one.tone == "returned", one.at), reverse=True)
    return [*said, *_imports(book, limit)][:limit]


def unseen(book: Book, found: list[Message]) -> int:
    """Count the messages that came since the person last looked."""
    seen = book.get(SEEN) or ""
    return sum(one.at > seen for one in found if one.icon != "import")


def mark_seen(book: Book, found: list[Message]) -> None:
    """Note that the person has looked."""
    newest = max((one.at for one in found if one.icon != "import"), default="")
    if not book.readonly and newest > (book.get(SEEN) or ""):
        book.put(SEEN, newest)


def _name(book: Book, form: str, period: str) -> str:
    short = spoken(book.catalogue).edition(form, period).short
    return translate("Todo", "%1%2").replace("%1", period_word(period)).replace("%2", short)


def _decisions(book: Book, limit: int) -> list[Message]:
    found = []
    for one in answers.newest_decisions(book, limit):
        name = _name(book, one.form, one.period)
        if one.returned:
            place = Place(one.form, one.period)
            said = translate("Messages", "请查看批注")
            if one.comments:
                first = one.comments[0]
                place, said = Place(one.form, one.period, first.uid, first.field), first.text or said
            text = translate("Messages", "%1已退回：%2").replace("%1", name).replace("%2", said)
            tone = "returned" if one.owed else "text2"  # filed again since: told, but no more to be done
            found.append(Message(one.decided_at, "returned", tone, text, place))
        else:
            text = translate("Messages", "%1已受理").replace("%1", name)
            found.append(Message(one.decided_at, "done", "accepted", text, Place(one.form, one.period)))
    return found


def _refusals(book: Book, limit: int) -> list[Message]:
    found = []
    for one in answers.newest_refusals(book, limit):
        name = _name(book, one.form, one.period)
        text = translate("Messages", "%1平台拒收：%2").replace("%1", name).replace("%2", one.problem.title)
        found.append(Message(one.at, "refused", "returned", text, Place(one.form, one.period)))
    return found


def _imports(book: Book, limit: int) -> list[Message]:
    """Tell each file once, whatever forms it brought; not what was undone."""
    query = (
        "SELECT max(imports.at) AS at, file_name, group_concat(DISTINCT imports.form) AS forms"
        " FROM imports LEFT JOIN journal USING (seq) WHERE coalesce(journal.state, 'done') = 'done'"
        " GROUP BY file_name, substr(imports.at, 1, 13) ORDER BY 1 DESC LIMIT ?"
    )
    found = []
    for row in book.db.execute(query, (limit,)):
        forms = sorted(row["forms"].split(","))
        shorts = [spoken(book.catalogue).edition(form).short for form in forms]
        names = list_of(shorts[:_NAMED])
        if len(shorts) > _NAMED:
            names = translate("Messages", "%1 等 %2 张表").replace("%1", names).replace("%2", str(len(shorts)))
        text = translate("Messages", "%1已导入（%2）").replace("%1", names).replace("%2", row["file_name"])
        found.append(Message(row["at"], "import", "text2", text, Place(forms[0], "")))
    return found
