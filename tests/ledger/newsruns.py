"""Runs of news, written as the figures that a perfect reader gives, and the change log that must come of them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, cast

from monitor.model import Change, Claim, Cue, Days, Figure, Notice, Qualifier, Report, Status, Voice

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER = Path(__file__).parent / "runs"
UNITS = {
    "parameters": "parameter",
    "active_parameters": "parameter",
    "training_tokens": "token",
    "context_length": "token",
    "gpus": "gpu",
    "power": "W",
    "users": "person",
    "headcount": "person",
    "downloads": "count",
}  # of other metrics: won, or dollars where the number ends in $
CATALOGUE = {"엑사원": "lg/엑사원", "K-엑사원": "lg/K-엑사원", "A.X": "skt/A.X", "바르코": "nc/바르코"}
Seen = tuple[str, str, str, str, str | None, str, str]


@dataclass(frozen=True)
class Run:
    """A run of news: reports in the order in which the articles reached the monitor, and what the log must say."""

    name: str
    until: date
    articles: tuple[tuple[Report, ...], ...]
    expected: tuple[Seen, ...]
    quiet: tuple[str, ...]

    @property
    def reports(self) -> tuple[Report, ...]:
        """All reports, in the order of arrival."""
        return tuple(report for article in self.articles for report in article)


def load_runs() -> list[Run]:
    """Return every run of the folder, by name."""
    return [_run(path) for path in sorted(FOLDER.glob("*.toml"))]


def _run(path: Path) -> Run:
    text = tomllib.loads(path.read_text(encoding="utf-8"))
    articles = []
    for n, article in enumerate(text["articles"], 1):
        url = article.get("url", f"https://example.kr/{path.stem}/{article['id']}")
        said = [
            report(words, article["id"], article["outlet"], article["date"], url, order=n)
            for words in article["figures"]
        ]
        articles.append(tuple(said))
    expected = tuple(_expected(line) for line in text["expect"])
    return Run(path.stem, text["until"], tuple(articles), expected, tuple(text["quiet"]))


def report(
    words: str,
    article: str,
    outlet: str,
    at: datetime,
    url: str | None = None,
    *,
    order: int = 0,
    sketch: tuple[int, ...] = (),
) -> Report:
    """Return the report of a figure, 'lg parameters 6e11 planned @엑사원', or of a notice, '! lg withdrawn @엑사원'."""
    figure = None if words.startswith("!") else figure_of(words)
    notice = notice_of(words) if words.startswith("!") else None
    return Report(
        article,
        1,
        outlet,
        url or f"https://example.kr/{outlet}/{article}",
        f"{article} {order}",
        at,
        at,
        sketch,
        figure,
        notice,
    )


def figure_of(words: str) -> Figure:
    """Return the figure that *words* say: company, metric, amount; then in any order what else there is to say."""
    company, metric, amount, *rest = words.split()
    low, high, unit, qualifier = _amount(amount, UNITS.get(metric, "KRW"))
    told = {
        key: value
        for key, colon, value in (word.partition(":") for word in rest)
        if colon and key in {"cue", "gloss", "said", "conf", "thing", "version"}
    }
    subject = next((word[1:].replace("_", " ") for word in rest if word.startswith("@")), None)
    gloss = told.get("gloss")
    return Figure(
        company=company,
        subject=subject,
        metric=metric,
        low=low,
        high=high,
        unit=unit,
        qualifier="order" if "order" in rest else "about" if "about" in rest else qualifier,
        status=cast("Status", next(word for word in rest if word in {"planned", "actual", "estimated"})),
        target=_target(rest),
        quote=words,
        start=-1 if "^" in rest else 0,  # ^: said by the headline
        end=len(words),
        rule="by hand",
        confidence=float(told.get("conf", 1)),
        thing=told.get("thing"),
        version=told.get("version"),
        scope=" ".join(word[1:] for word in rest if word.startswith("#")),
        voice=cast("Voice", next((word for word in rest if word in {"quoted", "recalled"}), "own")),
        cue=cast("Cue | None", told.get("cue")),
        said_on=date.fromisoformat(told["said"]) if "said" in told else None,
        gloss=(Decimal(gloss), "KRW") if gloss else None,
    )


def notice_of(words: str) -> Notice:
    """Return the notice that *words* say: '! company cue @subject target'."""
    _, company, cue, *rest = words.split()
    subject = next((word[1:].replace("_", " ") for word in rest if word.startswith("@")), None)
    return Notice(company, subject, cast("Cue", cue), _target(rest), words, 0, len(words))


def _amount(amount: str, unit: str) -> tuple[Decimal | None, Decimal | None, str, Qualifier]:
    least, most, dollars = amount.endswith("+"), amount.startswith("<="), "$" in amount
    bounds = [Decimal(part) for part in amount.strip("<=+").replace("$", "").split("~")]
    qualifier: Qualifier = "at_least" if least else "at_most" if most else "range" if len(bounds) > 1 else "exact"
    return None if most else bounds[0], None if least else bounds[-1], "USD" if dollars else unit, qualifier


def _target(words: Iterable[str]) -> Days | None:
    span = next((word for word in words if ".." in word), None)
    if span is None:
        return None
    first, last = span.split("..")
    return (date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)


def _expected(line: str) -> Seen:
    """Return what a line of the log says: 'a1 first lg parameters @엑사원 : - > 6e11 planned ..2021-12-31'."""
    head, _, values = line.removesuffix(" silent").partition(" : ")
    who, kind, company, metric, *subject = head.split()
    before, _, after = values.partition(" > ")
    name = subject[0][1:].replace("_", " ") if subject else None
    loud = "silent" if line.endswith(" silent") else "loud"
    return who, kind, company, metric, name, f"{_settled(before, metric)} > {_settled(after, metric)}", loud


def _settled(claim: str, metric: str) -> str:
    if claim == "-":
        return claim
    amount, status, *target = claim.split()
    low, high, unit, qualifier = _amount(amount, UNITS.get(metric, "KRW"))
    return said(Claim(low, high, unit, qualifier, cast("Status", status), _target(target)))


def said(claim: Claim | None) -> str:
    """Return a claim in words that compare equal when its value, status and time do."""
    if claim is None:
        return "-"
    low, high = ("" if bound is None else f"{bound.normalize():f}" for bound in (claim.low, claim.high))
    first, last = claim.target or (None, None)
    return f"{low}~{high} {claim.unit} {claim.status} {first or ''}..{last or ''}"


def seen(change: Change) -> Seen:
    """Return a change as `Run.expected` writes it."""
    who = change.article or f"clock:{change.on}"
    loud = "loud" if change.loud else "silent"
    return (
        who,
        change.kind,
        change.company,
        change.metric,
        change.subject,
        f"{said(change.before)} > {said(change.after)}",
        loud,
    )
