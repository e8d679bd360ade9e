"""
Every noun on the line, in the order in which the verbs make them. Frozen, without behaviour that touches the world.

Instants are aware datetimes; days are dates in Korean time. Offsets are code points into the text, end exclusive.
Values are `Decimal`: equality decides whether an alert goes out, and 9경5700조 must survive the store.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Literal

KST = timezone(timedelta(hours=9), "KST")

SourceKind = Literal["feed", "sitemap", "search"]
Unit = str  # a unit of config/metrics.toml: parameter, token, FLOP/s, gpu, W, byte, person, count, KRW, USD, …
Qualifier = Literal["exact", "about", "at_least", "at_most", "order", "range"]
Status = Literal["planned", "actual", "estimated"]
Voice = Literal["own", "quoted", "recalled"]
Cue = Literal["raised", "lowered", "moved", "corrected", "withdrawn", "denied", "superseded"]
ChangeKind = Literal[
    "first", "raised", "lowered", "refined", "rescheduled", "delivered", "disputed", "corrected", "withdrawn", "overdue"
]
Days = tuple[date | None, date | None]  # first and last day, both inclusive; None is open


# ── poll ────────────────────────────────────────────────────────────────────────────────────────────────────────────
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
    skip: str = ""  # hours (GMT) and days that it asks to leave out: "3 4 Sunday"
    polled_at: datetime | None = None
    full_at: datetime | None = None  # of the last answer with a body
    changed_at: datetime | None = None
    next_at: datetime | None = None
    host_until: datetime | None = None
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
    parse_timeout_s: float = 10.0
    parse_memory_bytes: int = 1_000_000_000
    down_after: int = 3


# ── fetch ───────────────────────────────────────────────────────────────────────────────────────────────────────────
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
    """An entry that gave no article, and why. *lasting* tells that trying again changes nothing."""

    entry: Entry
    error: str
    lasting: bool = False
    status: int | None = None
    retry_after_s: float | None = None


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


# ── read ────────────────────────────────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True, slots=True)
class Number:
    """A written numeral. *grain* is the place value of its last telling digit: 12.1조 → 1000억, 2360억 → 10억."""

    value: Decimal
    grain: Decimal
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """
    A number with its unit and what hedges or bounds it. *start* to *end* spans all of it; bounds as in the guide.

    *unit* is None where a bare 개, 장 or nothing says no more. *grain* is the place value of the last written digit
    of a point, 0 for a range or an order. *gloss* is the same amount said otherwise in brackets: 1억 달러(약 1100억원).
    """

    low: Decimal | None
    high: Decimal | None
    unit: Unit | None
    qualifier: Qualifier
    start: int
    end: int
    grain: Decimal = Decimal(0)
    counter: str = ""
    gloss: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """Days that a text speaks of. *cue*: 'superseded' (당초, originally) or 'fiscal' (회계연도, a firm's own year)."""

    first: date | None
    last: date | None
    start: int
    end: int
    cue: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """
    One quantity that an article gives for one organisation, with the words and the rule that bound it.

    *subject* is the name as the article writes it; *thing* is the catalogue's id of it ('lg/엑사원'), None for a
    name that the catalogue lacks; *version* is that of a model line ('3.5', 'K1', '32B'). *scope* tells apart
    what must never be compared: '' (plain), 'yearly', 'run-rate', 'cumulative', 'phase:1단계', 'part', 'total',
    joined by spaces in that order. *cue* is what the clause says of the value itself; *said_on* is the day that
    a recalled figure was first said, if told.
    """

    company: str
    subject: str | None
    metric: str
    low: Decimal | None
    high: Decimal | None
    unit: Unit
    qualifier: Qualifier
    status: Status
    target: Days | None
    quote: str
    start: int
    end: int
    rule: str
    confidence: float = 1.0
    thing: str | None = None
    version: str | None = None
    scope: str = ""
    voice: Voice = "own"
    cue: Cue | None = None
    said_on: date | None = None
    grain: Decimal = Decimal(0)
    speaker: str | None = None
    gloss: tuple[Decimal, Unit] | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A clause that gives up, moves or denies a plan without saying its figure again."""

    company: str
    subject: str | None
    cue: Cue
    target: Days | None
    quote: str
    start: int
    end: int
    thing: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A quantity that became no figure, and why."""

    quote: str
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article says: whether it is on topic (with the score and its reasons), and its figures."""

    article: str
    relevant: bool
    score: float
    reasons: tuple[str, ...]
    figures: tuple[Figure, ...]
    notices: tuple[Notice, ...] = ()
    refusals: tuple[Refusal, ...] = ()


# ── ledger ──────────────────────────────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True, slots=True)
class Report:
    """A figure (or a notice) in one version of one outlet's article: what the ledger folds."""

    article: str
    version: int
    outlet: str
    url: str
    title: str
    published: datetime
    found_at: datetime
    sketch: tuple[int, ...]  # of the text, for telling copies; see ledger.stories
    figure: Figure | None = None
    notice: Notice | None = None
    sentence: str = ""  # in which it stands, for people; empty where only the quote is at hand
    confirmed: bool = False  # a person said that it is right: no doubt holds it back


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure's value as the change log shows it."""

    low: Decimal | None
    high: Decimal | None
    unit: Unit
    qualifier: Qualifier
    status: Status
    target: Days | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a change can be read: one outlet's sentence."""

    article: str
    outlet: str
    url: str
    title: str
    sentence: str
    published: datetime


@dataclass(frozen=True, slots=True)
class Change:
    """
    One line of the change log. *id* is a digest of what it says, the same in whichever order the articles came.

    *article* is None when the clock raised it (overdue), and *on* is then the day. *held* is the reason for which it
    waits for a person. *voices* counts independent stories; *sources* holds one Evidence an outlet, earliest first.
    """

    id: str
    kind: ChangeKind
    company: str
    subject: str | None
    metric: str
    scope: str
    series: str
    before: Claim | None
    after: Claim | None
    article: str | None
    said_at: datetime
    found_at: datetime
    rule: str
    sources: tuple[Evidence, ...] = ()
    voices: int = 1
    on: date | None = None
    loud: bool = True
    held: str | None = None
    cause: Literal["news", "reread"] = "news"


Judgement = Literal["right", "wrong", "corrected"]


@dataclass(frozen=True, slots=True)
class Review:
    """
    What a person decided of a figure: one value of one company and metric, on one page.

    It names the figure by what it says, not by a row, so that it outlives a reread. *corrected* is what it should be.
    """

    url: str
    company: str
    metric: str
    low: Decimal | None
    high: Decimal | None
    unit: Unit
    judgement: Judgement
    who: str
    at: datetime
    corrected: Claim | None = None
    note: str = ""
    change: str = ""  # the id of the line that was looked at


# ── tell ────────────────────────────────────────────────────────────────────────────────────────────────────────────
SecretRef = str  # 'env:NAME' or 'file:PATH': where a secret lies, never the secret; it is read when a message leaves
Language = Literal["ko", "en"]
ChannelKind = Literal["webhook", "slack", "discord", "teams", "jandi", "dooray", "kakaowork", "naverworks", "apprise"]
Digest = Literal["immediate", "hourly", "daily", "weekly"]
EventType = (
    str  # 'figure.' + a ChangeKind, figure.retracted, figure.digest, source.down, source.recovered, monitor.test
)
AlertState = Literal["waiting", "delivered", "dead", "absorbed", "cancelled"]
Outcome = Literal["delivered", "retry", "dead", "gone"]


@dataclass(frozen=True, slots=True)
class Channel:
    """
    A place where alerts go. *url* and *secrets* say where the address and the signing secrets lie, not what they are.

    *secrets* are those of a webhook, newest first: two during a rotation, each signs. *allow* names private hosts or
    networks that this channel may reach ('10.1.0.0/16', 'receiver.internal'). *template* is Jinja2, for own words.
    *token* is what Kakao Work and NAVER WORKS want beside the address; *room* is the conversation there.
    """

    id: str
    kind: ChannelKind
    url: SecretRef
    secrets: tuple[SecretRef, ...] = ()
    language: Language = "ko"
    template: str | None = None
    allow: tuple[str, ...] = ()
    rate_per_minute: int | None = None  # None is what the kind's service allows; a webhook's is open
    pictures: bool = True
    token: SecretRef | None = None
    room: str | None = None
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Subscription:
    """
    Who wants to hear what. An empty tuple means all; empty *kinds* means every kind that alerts by default.

    *kinds* are change kinds or whole event types ('raised', 'source.down'). *subjects* are names as articles write.
    *least_ratio* (0.1 is a tenth) and *least_amount* are measured against the value last alerted. *least_voices* waits
    for so many independent stories. *quiet* is (from, to) in hours of Korean time, (22, 7) wraps midnight;
    *digest_hour* and *digest_weekday* (0 is Monday) are Korean time too.
    """

    id: str
    channel: str
    companies: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    least_ratio: Decimal = Decimal(0)
    least_amount: Decimal = Decimal(0)
    least_voices: int = 1
    quiet: tuple[int, int] | None = None
    wait_minutes: int = 0
    digest: Digest = "immediate"
    digest_hour: int = 8
    digest_weekday: int = 0
    rate_per_hour: int | None = None  # None is 60 for people, and no limit for a webhook: programs can count
    language: Language | None = None  # None is the channel's
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Silence:
    """Alerts that someone asked not to hear until *until*. Empty fields match all."""

    id: str
    author: str
    reason: str
    until: datetime
    since: datetime | None = None
    subscriptions: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    series: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that happened to the monitor itself: source.down, source.recovered, channel.disabled, monitor.test."""

    type: EventType
    subject: str  # the source's or channel's name
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Alert:
    """
    What one subscription is to be told. *id* is the webhook-id: a digest of what is told to whom, the same each try.

    *series* keeps order: a later alert of one series waits for an earlier one on the same channel. *due_at* is the end
    of the wait, the quiet hours or the digest. Alerts of one *batch* leave as one message. *held* says why it is late.
    """

    id: str
    type: EventType
    subscription: str
    channel: str
    language: Language
    made_at: datetime
    due_at: datetime
    changes: tuple[Change, ...] = ()
    incident: Incident | None = None
    series: str = ""
    told: Claim | None = None  # the value last alerted, where it is not what the change started from
    batch: str = ""
    held: str = ""
    note: str = ""  # why it was taken back


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a subscription was or was not told of a change: one for each that could have been."""

    subscription: str
    change: str
    told: bool
    reason: str
    alert: str | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """
    What a subscription last heard of a series: *claim*, what it was *before* that, *at* which time.

    *at* is None when it heard nothing yet; *claim* is then the value from which thresholds are measured.
    """

    claim: Claim | None
    at: datetime | None = None
    before: Claim | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """One try to hand an alert over. *next_at* is set when *outcome* is retry; *retry_after_s* is what was asked."""

    alert: str
    channel: str
    attempt: int  # from 1
    at: datetime
    outcome: Outcome
    code: int | None = None
    error: str = ""
    next_at: datetime | None = None
    retry_after_s: float | None = None
    took_ms: int = 0
