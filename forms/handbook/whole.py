"""The handbook put together: its contents, how to look things up, deadlines, forms, rules, parameters, code lists."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from forms.handbook.checks import Rules
from forms.handbook.conditions import Conditions
from forms.handbook.duties import Duties
from forms.handbook.layouts import Layouts
from forms.handbook.lists import Lists
from forms.handbook.markup import Markup, joined, tag
from forms.handbook.particulars import Particulars
from forms.handbook.speech import Speech
from forms.policy_terms import rules_of
from forms.words import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forms.catalogue import Catalogue
    from forms.definition import Edition

_STYLE: Final = Path(__file__).with_name("style.css")
_TOGETHER: Final = ("how", "deadlines")
"""Short chapters that begin no page of their own."""


@dataclass(frozen=True, slots=True)
class Handbook:
    """A handbook: its title, its parts as HTML without a frame, its chapters (id, words, level), and its counts."""

    title: str
    parts: tuple[Markup, ...]
    chapters: tuple[tuple[str, str, int], ...]
    forms: int
    fields: int
    rules: int
    language: str

    def page(self) -> str:
        """Give the whole as one HTML page; its policy lets it fetch and run nothing, its style is known by its hash."""
        style = _STYLE.read_text("utf-8")
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
        head = joined(
            [
                tag("meta", charset="utf-8"),
                tag("meta", **{"http-equiv": "Content-Security-Policy", "content": policy}),
                tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
                tag("meta", name="color-scheme", content="light dark"),
                tag("title", self.title),
                Markup(f"<style>{style}</style>"),
            ]
        )
        contents = tag("nav", self.contents(), id="contents")
        main = tag("main", tag("h1", self.title), contents, joined(self.parts))
        return f'<!DOCTYPE html>\n<html lang="zh-CN"><head>{head}</head>\n<body>{main}</body></html>\n'

    def contents(self) -> Markup:
        """Give the table of contents as nested lists."""
        items: list[Markup] = []
        for name, words, level in self.chapters:
            items.append(tag("li", tag("a", words, to=name), cls=f"level{level}"))
        return tag("ul", *items)


def handbook(catalogue: Catalogue, *, language: str = SOURCE, period: str | None = None) -> Handbook:
    """Make the handbook of a catalogue: of the newest editions, or of those that apply to a period.

    `language` of `forms.words` puts names in that language behind the Chinese ones.

    Raises:
        DefinitionProblem: a definition, its rules or its words are broken.
    """
    return _Writer(catalogue, language, period).write()


class _Writer:
    def __init__(self, catalogue: Catalogue, language: str, period: str | None) -> None:
        self._catalogue = catalogue
        self._speech = Speech(catalogue, language)
        self._editions = [catalogue.edition(form, period) for form in sorted(catalogue.forms)]
        self._layouts = Layouts(catalogue, self._speech)
        policy = rules_of(catalogue)
        self._rules = Rules(catalogue, self._editions, self._speech, [one.rule for one in policy])
        self._conditions = Conditions(policy, self._speech) if policy else None
        self._lists = Lists(catalogue, self._editions, self._speech)
        self._duties = Duties(catalogue, self._editions, self._speech)
        self._particulars = Particulars(self._speech, self._layouts, self._rules.checked())
        self._chapters: list[tuple[str, str, int]] = []

    def write(self) -> Handbook:
        word = self._speech.plain
        parts = [
            self._chapter("how", self._how()),
            self._chapter("deadlines", self._duties.written()),
            *(self._form(edition) for edition in self._editions),
            *self._rules_by_kind(),
            *([self._chapter("policy", self._conditions.written())] if self._conditions else []),
            self._chapter("parameters", self._duties.parameters()),
            self._chapter("codelists", self._lists.written(), self._listed()),
        ]
        version = self._catalogue.scheme.version
        return Handbook(
            title=f"{version} {word('handbook')}".strip(),
            parts=tuple(parts),
            chapters=tuple(self._chapters),
            forms=len(self._editions),
            fields=sum(len(edition.fields) for edition in self._editions),
            rules=len(self._rules.by_id),
            language=self._speech.language,
        )

    def _chapter(self, name: str, inside: Markup, below: Iterable[tuple[str, str]] = ()) -> Markup:
        self._chapters.append((name, self._speech.plain(name), 1))
        self._chapters += [(target, words, 2) for target, words in below]
        cls = "part" if name in _TOGETHER else "chapter"
        return tag("section", tag("h2", self._speech.say(name), id=name), inside, cls=cls)

    def _how(self) -> Markup:
        text = self._speech.plain
        field = next((f"#{one.form}.{one.fields[0].id}" for one in self._editions), "")
        rule = next((f"#{name}" for name in self._rules.by_id if name.startswith("F02")), "")
        lines = ["about", "own", "how_form", "how_field", "how_rule", "how_levels", "how_sql"]
        return tag(
            "ul",
            *(tag("li", text(line, "text").replace("{field}", field).replace("{rule}", rule)) for line in lines),
        )

    def _form(self, edition: Edition) -> Markup:
        self._chapters.append((edition.form, f"{edition.form} {edition.title}", 1))
        spoken = self._speech.spoken.named(edition.form, edition.first) or edition
        title = joined([f"{edition.form} ", self._speech.both(edition.title, spoken.title)])
        rules = self._rules.of_form(edition)
        say = self._speech.say
        parts = [
            tag("h2", title, id=edition.form),
            tag("p", say(edition.cadence, "cadence"), "；", self._duties.duty(edition), cls="duty"),
            tag("h3", say("layout")),
            self._layouts.drawn(edition),
            tag("h3", say("fields")),
            self._particulars.of(edition),
            tag("h3", say("rules")),
            rules,
        ]
        return tag("section", *parts, cls="chapter")

    def _rules_by_kind(self) -> list[Markup]:
        """Write the rules, those of one kind (F02, X, …) together."""
        word = self._speech.plain("rules")
        made: list[Markup] = []
        for kind, some in self._rules.kinds().items():
            span = f"{some[0]} 至 {some[-1]}" if len(some) > 1 else some[0]
            self._chapters += [] if made else [(f"rules.{kind}", word, 1)]
            self._chapters.append((f"rules.{kind}", span, 2))
            head = tag("h2", self._speech.say("rules"), f"　{span}", id=f"rules.{kind}")
            made.append(tag("section", head, self._rules.written(some), cls="chapter"))
        return made

    def _listed(self) -> list[tuple[str, str]]:
        return [(f"codes.{name}", self._lists.title(name)) for name in self._lists.names()]
