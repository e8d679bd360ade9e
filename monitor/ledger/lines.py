"""The lines of the change log: what each says, who carries it, and the digest that is its id."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from monitor.ledger.stories import count_voices
from monitor.model import KST, Change, Evidence

if TYPE_CHECKING:
    from decimal import Decimal

    from monitor.ledger.series import Line, Series
    from monitor.model import Claim, Report

QUIET = {"refined", "disputed", "overdue"}  # kinds that alert nobody unless a subscription asks for them
TIMED = {"rescheduled", "refined", "overdue"}  # kinds whose news may be the time alone


def source_of(report: Report, sentence: str, line: Line) -> None:
    """Add the outlet of *report* to the sources of *line*; the first article of an outlet counts."""
    if report.outlet not in line.sources:
        line.sources[report.outlet] = Evidence(
            report.article, report.outlet, report.url, report.title, report.sentence or sentence, report.published
        )
    line.told.add((report.published.astimezone(KST).date(), report.sketch))


def change_of(metric: str, series: Series, line: Line, seen: dict[str, int]) -> Change:
    """
    Return *line* as a change. *seen* counts equal lines of the series so far, which tells them apart.

    The id is a digest of what is said and not of who said it: an earlier copy that is found later gives the same id.
    """
    what = "|".join((series.id, line.kind, _words(line.before, line), _words(line.after, line), line.held or ""))
    seen[what] += 1
    digest = blake2b(f"{what}|{seen[what]}".encode(), digest_size=12).hexdigest()
    return Change(
        id=digest,
        kind=line.kind,
        company=series.companies[0],
        subject=line.subject,
        metric=metric,
        scope=series.scope,
        series=series.id,
        before=line.before,
        after=line.after,
        article=None if line.on else line.report.article,
        said_at=line.said_at,
        found_at=line.said_at if line.on else line.report.found_at,
        rule=line.rule,
        sources=tuple(sorted(line.sources.values(), key=lambda one: (one.published, one.outlet))),
        voices=count_voices(line.told),
        on=line.on,
        loud=line.kind not in QUIET and line.held is None,
        held=line.held,
    )


def _words(claim: Claim | None, line: Line) -> str:
    if claim is None:
        return "-"
    target = f"{claim.target}" if line.kind in TIMED else ""
    return f"{_plain(claim.low)}~{_plain(claim.high)} {claim.unit} {claim.status} {target}"


def _plain(value: Decimal | None) -> str:
    """Write a value the same whichever way its exponent was written: 2E+10 and 20000000000.0 are 20000000000."""
    return "" if value is None else f"{value.normalize():f}"
