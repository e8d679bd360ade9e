"""
What of a new fold is news: the log as it was found, article by article.

A report may come late. Then the fold says otherwise of days long past: that goes into the log as history, what it makes
void is marked, and nobody is told. News is what the articles that came now say of how things stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from monitor.model import Change


def news(
    before: Sequence[Change], after: Sequence[Change], came: Collection[str], taken_back: Sequence[Change] = ()
) -> tuple[Change, ...]:
    """
    Return the changes of *after* that people should hear of, given what the log held *before*.

    *before* is what was logged of the bucket and is valid, *after* what its reports imply now, *came* the ids of the
    articles that came (or were edited) since. Overdue plans are the clock's own news. What is not news is new to the
    log all the same: history. *taken_back* are lines that were told and that the log no longer implies: where outlets
    tell one day's figures in another order, one of them is first again, and nobody hears of it twice.
    """
    known = {change.id for change in before}
    fresh = [change for change in after if change.id not in known]
    told = {(gone.company, gone.kind, _number(gone)) for gone in taken_back if gone.kind == "first"}
    return tuple(
        change
        for change in fresh
        if (change.company, change.kind, _number(change)) not in told and _is_news(change, before, after, came)
    )


def _is_news(change: Change, before: Sequence[Change], after: Sequence[Change], came: Collection[str]) -> bool:
    later = [one for one in after if one.series == change.series and one.said_at > change.said_at and one.on is None]
    if any(one.article not in came for one in later if one.held is None):
        return False
    valid = {one.id for one in after}
    if change.on is None and change.article not in came and not _is_confirmed(change, before, valid, came):
        return False
    return not any(_says_the_same(one, change, valid) for one in before)


def _is_confirmed(change: Change, before: Sequence[Change], valid: Collection[str], came: Collection[str]) -> bool:
    """Tell whether one of the articles that came confirms what was held, on whichever article the line now stands."""
    held = any(old.held and old.id not in valid and _number(old) == _number(change) for old in before)
    return held and any(source.article in came for source in change.sources)


def _says_the_same(old: Change, new: Change, valid: Collection[str]) -> bool:
    """
    Tell whether the log has told this already, of another article or before something older was found.

    A series that another name begins now is the same one, if it was told of the same number and is told no more.
    """
    if (old.kind, old.held) != (new.kind, new.held):
        return False
    if old.series != new.series:
        return old.id not in valid and _number(old) == _number(new)
    return new.kind == "first" or (old.on, old.before, old.after) == (new.on, new.before, new.after)


def _number(change: Change) -> tuple[object, ...]:
    claims = (change.before, change.after)
    return (change.on, *((claim.low, claim.high, claim.unit) if claim else None for claim in claims))
