"""Poll and fetch: sources, entries, feeds as they were polled, pages, articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Literal

from monitor.model.alerts import Incident

KST = timezone(timedelta(hours=9), "KST")

SourceKind = Literal["feed", "sitemap", "search"]


@dataclass(frozen=True, slots=True)
class Source:
    """One address of one outlet that lists new articles."""

    outlet: str
    url: str
    section: str = ""
    kind: SourceKind = "feed"
    every_minutes: float = 15
    zone: str = "Asia/Seoul"
    language: str = "ko"
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One item of a feed: a promise of an article. *outlet* and *guid* are its identity.

    *guid* is made by the crawl room (outlet's article number where the address shows it), so that an edited headline or
    an address with another tracking parameter is the same entry. *url* is clean; *summary* is text without markup.
    """

    outlet: str
    guid: str
    url: str
    title: str
    published: datetime | None
    summary: str = ""
    author: str | None = None


@dataclass(frozen=True, slots=True)
class SourceState:
    """
    What is to be remembered of a source between two polls: one flat row, keyed by *outlet* and *url* (as configured).

    Every field is a str, int, float, bool, datetime or None. *next_at* is when it is due, None means at once; it is
    already the end of every wait that the server asked for. *disabled* is the reason for which it is asked no more (''
    is active). Validators are kept byte for byte (as latin-1) with the address that gave them. *window* holds the
    digests of the entries last listed, joined by spaces. *host_until* is a 429 that holds the whole host.
    """

    outlet: str
    url: str
    location: str = ""  # where it lives now, after consistent permanent redirects
    moved_to: str = ""  # where the last answers point
    moved_times: int = 0
    etag: str | None = None
    last_modified: str | None = None
    validators_from: str = ""
    body_digest: str = ""
    window: str = ""
    interval_s: float = 0.0  # 0 is the configured one
    ttl_s: float = 0.0  # that the feed itself asks for
    fresh_s: float = 0.0  # that its server last called it fresh
    skip: str = ""  # hours (GMT) and days that it asks to leave out: "3 4 Sunday"
    polled_at: datetime | None = None
    full_at: datetime | None = None  # of the last answer with a body
    changed_at: datetime | None = None
    next_at: datetime | None = None
    host_until: datetime | None = None
    held_by: str = ""  # the address that answered so, where it is another than the source's
    failures: int = 0
    failing_since: datetime | None = None
    error: str = ""
    down: bool = False  # people were told
    disabled: str = ""


PollOutcome = Literal["new", "unchanged", "failed", "gone"]


@dataclass(frozen=True, slots=True)
class FeedPoll:
    """
    What one poll of a source found. Save *entries* first and *state* last: a crash between the two repeats work only.

    *entries* are those that the last window did not list, or listed otherwise (an edited headline); *listed* counts
    all. *error* is for people; *lasting* tells that time alone will not mend it. *incident* is set once when a source
    breaks, recovers or is gone. *note* is what else deserves a log line, such as a stored redirect.
    """

    source: Source
    outcome: PollOutcome
    state: SourceState
    entries: tuple[Entry, ...] = ()
    listed: int = 0
    status: int | None = None
    error: str = ""
    lasting: bool = False
    incident: Incident | None = None
    note: str = ""
    took_ms: int = 0


@dataclass(frozen=True, slots=True)
class CrawlSettings:
    """How to behave towards servers. *allow_addresses* holds hosts, addresses and networks reachable though private."""

    user_agent: str = ""  # '' is name/version (+contact)
    contact: str = ""
    allow_addresses: tuple[str, ...] = ()
    robots: bool = True
    workers: int = 16
    extraction_workers: int = 2
    connections_per_host: int = 2
    host_pause_s: float = 5.0
    least_s: float = 600.0  # between two requests for one feed
    most_s: float = 86_400.0
    timeout_s: float = 20.0
    total_timeout_s: float = 60.0
    redirects: int = 5
    feed_bytes: int = 10_000_000
    page_bytes: int = 2_000_000
    most_entries: int = 2_000
    parse_timeout_s: float = 3.0
    parse_memory_bytes: int = 1_000_000_000
    down_after: int = 3


@dataclass(frozen=True, slots=True)
class PageRules:
    """
    Where an outlet's page keeps what, from the day *since* on (None is always): CSS selectors, '' is found by itself.

    *drop* are the parts to cut before the text is taken.
    """

    since: date | None = None
    title: str = ""
    text: str = ""
    author: str = ""
    published: str = ""
    modified: str = ""
    drop: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FetchFailure:
    """
    An entry that gave no article, and why. *lasting* tells that trying again changes nothing.

    *held_by* is an address whose host asks for nothing more for *retry_after_s*, '' for none.
    """

    entry: Entry
    error: str
    lasting: bool = False
    status: int | None = None
    retry_after_s: float | None = None
    held_by: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """The clean text of one page. A changed text is a new version, never an update."""

    id: str
    outlet: str
    url: str
    title: str
    text: str
    published: datetime
    found_at: datetime | None = None
    modified: datetime | None = None
    author: str | None = None
    version: int = 1
    origin: Literal["page", "summary", "file"] = "page"
