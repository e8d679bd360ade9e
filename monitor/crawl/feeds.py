"""
Poll one source: ask politely, understand what came, and return what to save. Nothing is saved here.

`poll` is the verb. What it decides (`judge_answer`) is apart from asking and parsing, and pure.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

from monitor import guard
from monitor.crawl.client import Validators
from monitor.crawl.entries import entries_of, overlap, tokens_of, window_span_s
from monitor.crawl.items import DAYS, Feed, NoFeed
from monitor.crawl.reading import read_feed
from monitor.crawl.timing import (
    PollHistory,
    next_interval_s,
    next_poll,
    retry_after_s,
    tells_freshness,
    wait_asked_s,
)  # fmt: skip
from monitor.model import FeedPoll, Incident, SourceState

if TYPE_CHECKING:
    from datetime import datetime

    from monitor.crawl.client import Answer, Client
    from monitor.model import CrawlSettings, Entry, Source

MOVES_BEFORE_STORED: Final = 3  # a hotel's login page answers 301 for a night
PROBE_AFTER: Final = timedelta(days=7)  # of nothing but 304: some servers answer it for ever
MOVED_TRIES: Final = 3  # failures at a stored redirect before the configured address is asked again
LASTING: Final = frozenset((401, 403, 404, 410, 451))

_NOTHING: Final = frozenset((204, 206))


async def poll(client: Client, source: Source, state: SourceState | None, now: datetime) -> FeedPoll:
    """
    Ask *source* whether anything is new, and return what came and what to remember. Raise for nothing a server does.

    *state* is that of the last poll, None for a source never asked. *now* is the wall clock, in any zone. A source that
    was asked within the minimum (by *state*, or by this process's own clock) is not asked again.
    """
    state = state or SourceState(source.outlet, source.url)
    if state.disabled:
        return FeedPoll(source, "gone", state, error=state.disabled, lasting=True)
    if wait_s := _too_soon_s(client, source, state, now):
        later = replace(state, next_at=now + timedelta(seconds=wait_s))
        listed = len(state.window.split())
        return FeedPoll(source, "unchanged", later, listed=listed, note=f"asked too recently: {wait_s:.0f} s to go")
    address = state.location or source.url
    started = time.perf_counter()
    answer = await client.get_feed(address, _validators(state, now))
    feed, digest = None, ""
    if answer.status in {200, 226} and not answer.error and (digest := _digest(answer.body)) != state.body_digest:
        feed = await read_feed(client, answer)
    found = judge_answer(source, state, answer, feed, now, client.settings, offline=client.offline)
    is_part = answer.status != 200 or (isinstance(feed, Feed) and not feed.is_whole)  # noqa: PLR2004 - OK
    if found.outcome in {"new", "unchanged"} and not is_part:  # a part is no body to know again
        found = replace(found, state=replace(found.state, body_digest=digest))
    if answer.status == 429 and found.state.host_until is not None:  # noqa: PLR2004 - Too Many Requests
        client.close_host(answer.url, (found.state.host_until - now).total_seconds())
    return replace(found, took_ms=round((time.perf_counter() - started) * 1000))


def _too_soon_s(client: Client, source: Source, state: SourceState, now: datetime) -> float:
    """Return the seconds that are left of the minimum between two requests, 0 for none."""
    least_s = client.settings.least_s
    by_process = least_s - client.asked_s_ago(state.location or source.url)
    since_s = (now - state.polled_at).total_seconds() if state.polled_at else least_s
    by_state = least_s - since_s if since_s >= 0 else 0.0  # a clock that was set back says nothing
    return max(0.0, by_process, by_state)


def _validators(state: SourceState, now: datetime) -> Validators | None:
    """Return what to ask with: nothing the first time, and once after a week of 304."""
    if state.full_at is not None and now - state.full_at > PROBE_AFTER:
        return None
    if not (state.etag or state.last_modified):
        return None
    return Validators(state.validators_from, state.etag, state.last_modified)


def judge_answer(
    source: Source,
    state: SourceState,
    answer: Answer,
    feed: Feed | NoFeed | None,
    now: datetime,
    settings: CrawlSettings,
    *,
    offline: bool = False,
) -> FeedPoll:
    """Return what *answer* means for *source*: pure. *feed* is what its body says, None when it was not read."""
    question = _Question(source, replace(state, polled_at=now), answer, now, settings)
    if answer.trouble == "closed":
        later = replace(state, next_at=now + timedelta(seconds=answer.closed_s))
        return FeedPoll(source, "unchanged", later, listed=len(state.window.split()), note=answer.error)
    if answer.error:
        return _failed(question, answer.error, lasting=answer.trouble == "refused", offline=offline)
    if answer.status == 304:  # noqa: PLR2004 - Not Modified
        is_probe = state.full_at is not None and not answer.asked
        return _unchanged(question) if answer.asked or is_probe else _failed(question, "304 that nobody asked for")
    if answer.status == 410:  # noqa: PLR2004 - Gone
        return _gone(question)
    if answer.status not in {200, 226}:
        return _failed(question, f"status {answer.status}", lasting=answer.status in LASTING)
    if not answer.body.strip():
        return _failed(question, f"status {answer.status} with an empty body")
    if feed is None:
        return _unchanged(question)
    if isinstance(feed, NoFeed):
        return _failed(question, f"no feed: {feed.reason}", lasting=True)
    return _listed(question, feed)


@dataclass(frozen=True, slots=True)
class _Question:
    source: Source
    state: SourceState
    answer: Answer
    now: datetime
    settings: CrawlSettings

    def history(self, state: SourceState) -> PollHistory:
        """Return what the timing depends on and *state* knows."""
        words = state.skip.split()
        return PollHistory(
            every_s=self.source.every_minutes * 60,
            least_s=self.settings.least_s,
            most_s=self.settings.most_s,
            interval_s=state.interval_s,
            failures=state.failures,
            conditional=bool(state.etag or state.last_modified),
            skip_hours=frozenset(int(word) for word in words if word.isdigit()),
            skip_days=frozenset(DAYS.index(word) for word in words if word in DAYS),
            key=f"{state.outlet} {state.url}",
        )


def _listed(question: _Question, feed: Feed) -> FeedPoll:
    """Return the entries that are new, with everything that a good answer teaches."""
    source, answer, before = question.source, question.answer, question.state
    entries = entries_of(feed, source, answer.url, question.now)[: question.settings.most_entries]
    if feed.items and not entries:
        return _failed(question, "items without a title or address", lasting=True)
    tokens, known = tokens_of(entries), set(before.window.split())
    fresh = tuple(entry for entry, token in zip(entries, tokens, strict=True) if token not in known)
    is_part = answer.status == 226 or not feed.is_whole  # noqa: PLR2004 - IM Used: only what changed
    validated = _with_validators(before, answer) if feed.is_whole else before  # else a later 304 would hide the rest
    window = [*tokens, *before.window.split()] if is_part else tokens
    state = replace(
        _with_move(_mended(validated), question),
        window=" ".join(window[: question.settings.most_entries]),
        body_digest="",
        full_at=question.now,
        changed_at=question.now if fresh else before.changed_at,
        ttl_s=feed.ttl_s,
        skip=feed.skip,
    )
    share = None if is_part or _was_late(question) else overlap(tokens, before.window)
    span_s = window_span_s(entries)
    found = _timed(question, state, entries=fresh, listed=len(entries), overlap=share, window_s=span_s)
    return found if feed.is_whole else replace(found, note=found.note or "the feed ends in the middle")


def _was_late(question: _Question) -> bool:
    """Tell whether the source went unasked for longer than planned: its window rolled over for our reasons."""
    state = question.state
    late = question.now - state.next_at if state.next_at is not None else timedelta(0)
    return state.failures > 0 or late > timedelta(seconds=state.interval_s)


def _unchanged(question: _Question) -> FeedPoll:
    """Return the same listing as before; validators that came anew are kept, those of a 304 that are missing too."""
    answer, before = question.answer, question.state
    full_at = before.full_at if answer.asked and answer.status == 304 else question.now  # noqa: PLR2004 - Not Modified
    state = _with_move(_with_validators(_mended(before), answer), question)
    state = state if full_at == state.full_at else replace(state, full_at=full_at)
    return _timed(question, state, listed=len(before.window.split()))


def _timed(
    question: _Question,
    state: SourceState,
    *,
    entries: tuple[Entry, ...] = (),
    listed: int = 0,
    overlap: float | None = None,
    window_s: float | None = None,
) -> FeedPoll:
    answer = question.answer
    is_silent = answer.status == 304 and not tells_freshness(answer.headers)  # noqa: PLR2004 - RFC 9111 4.3.4
    fresh_s = state.fresh_s if is_silent else wait_asked_s(answer.headers, question.now)
    history = replace(
        question.history(state),
        brought_news=bool(entries),
        overlap=overlap,
        window_s=window_s,
        hold_s=min(max(fresh_s, state.ttl_s), question.settings.most_s),
    )
    due = replace(
        state,
        fresh_s=fresh_s,
        interval_s=next_interval_s(history),
        next_at=next_poll(question.now, history),
        down=False,
    )
    return FeedPoll(
        source=question.source,
        outcome="new" if entries else "unchanged",
        state=due,
        entries=entries,
        listed=listed,
        status=answer.status,
        incident=_incident(question, "source.recovered", "answers again") if question.state.down else None,
        note=_move_note(question.state, state),
    )


def _failed(question: _Question, error: str, *, lasting: bool = False, offline: bool = False) -> FeedPoll:
    """Return a failure: validators and window stay, the next try comes later, people are told once."""
    before, answer, now = question.state, question.answer, question.now
    failures = before.failures if offline and before.failures else before.failures + 1
    asked_s = retry_after_s(answer.headers, now) if answer.status in {429, 502, 503} else 0.0
    history = replace(question.history(before), failures=failures, status=answer.status, hold_s=asked_s)
    next_at = next_poll(now, history)
    is_down = before.down or (failures >= question.settings.down_after and not offline)
    state = replace(
        before,
        location="" if failures >= MOVED_TRIES else before.location,
        full_at=_probed_again(before.full_at, now),
        failures=failures,
        failing_since=before.failing_since or now,
        error=error,
        next_at=next_at,
        host_until=next_at if answer.status == 429 else before.host_until,  # noqa: PLR2004 - Too Many Requests
        held_by=answer.url if answer.status == 429 else before.held_by,  # noqa: PLR2004 - Too Many Requests
        down=is_down,
    )
    told = _incident(question, "source.down", error) if is_down and not before.down else None
    return FeedPoll(question.source, "failed", state, (), 0, answer.status, error, lasting, told)


def _probed_again(full_at: datetime | None, now: datetime) -> datetime | None:
    """Put a week's probe that failed off by a day: at most one a day."""
    is_probe = full_at is not None and now - full_at > PROBE_AFTER
    return now - PROBE_AFTER + timedelta(days=1) if is_probe else full_at


def _gone(question: _Question) -> FeedPoll:
    reason = "410 Gone: the outlet says that this feed is no more"
    state = replace(question.state, disabled=reason, error=reason, next_at=None, down=True)
    told = _incident(question, "source.down", reason)
    return FeedPoll(question.source, "gone", state, status=410, error=reason, lasting=True, incident=told)


def _incident(question: _Question, kind: str, reason: str) -> Incident:
    return Incident(kind, f"{question.source.outlet} {guard.shown(question.source.url)}", reason, question.now)


def _mended(state: SourceState) -> SourceState:
    if not (state.failures or state.error or state.host_until or state.held_by):
        return state
    return replace(state, failures=0, failing_since=None, error="", host_until=None, held_by="")


def _with_validators(state: SourceState, answer: Answer) -> SourceState:
    """Keep the validators of an answer with the address that gave them; a 304 replaces only those that it carries."""
    etag, modified = answer.headers.get("etag") or None, answer.headers.get("last-modified") or None
    if answer.status == 304:  # noqa: PLR2004 - RFC 9111 4.3.4
        etag, modified = etag or state.etag, modified or state.last_modified
    if (etag, modified, answer.url) == (state.etag, state.last_modified, state.validators_from):
        return state
    return replace(state, etag=etag, last_modified=modified, validators_from=answer.url)


def _with_move(state: SourceState, question: _Question) -> SourceState:
    """Count consistent permanent redirects, and store where they lead once they are enough."""
    moved = question.answer.moved
    if not moved:
        return replace(state, moved_to="", moved_times=0) if state.moved_to else state
    times = state.moved_times + 1 if moved == state.moved_to else 1
    location = moved if times >= MOVES_BEFORE_STORED else state.location
    return replace(state, moved_to=moved, moved_times=times, location=location)


def _move_note(before: SourceState, after: SourceState) -> str:
    if after.location and after.location != before.location:
        return f"moved for good: {guard.shown(before.location or before.url)} -> {guard.shown(after.location)}"
    return ""


def _digest(body: bytes) -> str:
    return blake2b(body, digest_size=12).hexdigest()
