"""
The tables: one row class for each noun that outlives a run.

Correctness comes from the unique keys here, not from looking first. Texts of refused articles are not kept.
Before the first release every change of this file is made in migration 0001 too; afterwards it is a new migration.
`tests/store/test_database.py` compares the two.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import Column, Index, MetaData, Text, UniqueConstraint, text
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

from monitor.model import Alert, ChangeKind, Claim, Evidence, Heard, Review, Silence, SourceState, Unit
from monitor.store.columns import ExactDecimal, Instant, Kept

METADATA = MetaData(
    naming_convention={  # batch migrations on SQLite cannot drop what has no name
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Row(SQLModel, registry=registry(metadata=METADATA)):
    """What every table shares: our own metadata."""


class SourceRow(Row, table=True):
    """Where a source stands: *state* is what the crawler remembers; *due* is when to poll next, None never again."""

    __tablename__ = "sources"

    outlet: str = Field(primary_key=True)
    url: str = Field(primary_key=True)
    due: datetime | None = Field(default=None, sa_type=Instant, index=True)
    state: SourceState | None = Field(default=None, sa_column=Column(Kept(SourceState)))


class EntryRow(Row, table=True):
    """
    A promise of an article and what became of it.

    *standing* is waiting, kept, refused or failed. *due* is when to fetch its page (again), None never. *checks* counts
    fetches of a kept page, *tries* the failures since the last good one.
    """

    __tablename__ = "entries"
    __table_args__ = (UniqueConstraint("outlet", "guid"), UniqueConstraint("url"))

    pk: int | None = Field(default=None, primary_key=True)
    outlet: str
    guid: str
    url: str
    title: str
    summary: str = ""
    author: str | None = None
    published: datetime | None = Field(default=None, sa_type=Instant)
    found_at: datetime = Field(sa_type=Instant)
    standing: str = Field(default="waiting")
    due: datetime | None = Field(default=None, sa_type=Instant, index=True)
    checks: int = 0
    tries: int = 0
    error: str | None = None
    score: float | None = None
    reasons: tuple[str, ...] | None = Field(default=None, sa_column=Column(Kept(tuple[str, ...])))


class ArticleRow(Row, table=True):
    """One version of one article. *read_by* is the reader that read it, None until then."""

    __tablename__ = "articles"
    __table_args__ = (UniqueConstraint("url", "version"), UniqueConstraint("id", "version"))

    pk: int | None = Field(default=None, primary_key=True)
    id: str
    url: str
    version: int
    outlet: str
    title: str
    text: str
    published: datetime = Field(sa_type=Instant, index=True)
    found_at: datetime = Field(sa_type=Instant)
    modified: datetime | None = Field(default=None, sa_type=Instant)
    author: str | None = None
    origin: str = "page"
    score: float = 0.0
    reasons: tuple[str, ...] = Field(default=(), sa_column=Column(Kept(tuple[str, ...]), nullable=False))
    sketch: tuple[int, ...] = Field(default=(), sa_column=Column(Kept(tuple[int, ...]), nullable=False))
    news: bool = True  # False: from a backfill, so that what it changes alerts nobody
    read_by: str | None = Field(default=None, index=True)


class FigureRow(Row, table=True):
    """A figure in one version of an article; the columns are the noun's fields. *bucket* is what is folded at once."""

    __tablename__ = "figures"
    __table_args__ = (UniqueConstraint("article_pk", "ordinal"),)

    pk: int | None = Field(default=None, primary_key=True)
    article_pk: int = Field(foreign_key="articles.pk")
    ordinal: int
    bucket: str = Field(index=True)
    company: str
    subject: str | None
    thing: str | None
    version: str | None
    metric: str
    scope: str
    low: Decimal | None = Field(sa_type=ExactDecimal)
    high: Decimal | None = Field(sa_type=ExactDecimal)
    grain: Decimal = Field(sa_type=ExactDecimal)
    unit: str
    qualifier: str
    status: str
    voice: str
    cue: str | None
    target_set: bool
    target_first: date | None
    target_last: date | None = Field(index=True)
    said_on: date | None
    speaker: str | None
    gloss: tuple[Decimal, Unit] | None = Field(sa_column=Column(Kept(tuple[Decimal, Unit])))
    quote: str = Field(sa_type=Text)
    sentence: str = Field(sa_type=Text)
    start: int
    end: int
    rule: str
    confidence: float


class NoticeRow(Row, table=True):
    """A clause that gives up, moves or denies a plan of a company."""

    __tablename__ = "notices"
    __table_args__ = (UniqueConstraint("article_pk", "ordinal"),)

    pk: int | None = Field(default=None, primary_key=True)
    article_pk: int = Field(foreign_key="articles.pk")
    ordinal: int
    company: str = Field(index=True)
    subject: str | None
    thing: str | None
    cue: str
    target_set: bool
    target_first: date | None
    target_last: date | None
    quote: str = Field(sa_type=Text)
    sentence: str = Field(sa_type=Text)
    start: int
    end: int


class ChangeRow(Row, table=True):
    """A line of the change log. *void_at* is set when later articles or a reread no longer imply it."""

    __tablename__ = "changes"

    pk: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    bucket: str = Field(index=True)
    kind: ChangeKind = Field(sa_type=Text)
    company: str = Field(index=True)
    subject: str | None
    metric: str
    scope: str
    series: str = Field(index=True)
    before: Claim | None = Field(sa_column=Column(Kept(Claim)))
    after: Claim | None = Field(sa_column=Column(Kept(Claim)))
    article: str | None
    said_at: datetime = Field(sa_type=Instant, index=True)
    found_at: datetime = Field(sa_type=Instant, index=True)
    rule: str
    sources: tuple[Evidence, ...] = Field(sa_column=Column(Kept(tuple[Evidence, ...]), nullable=False))
    voices: int
    on: date | None
    loud: bool
    held: str | None
    cause: str
    void_at: datetime | None = Field(default=None, sa_type=Instant)


class MarkRow(Row, table=True):
    """How far a long piece of work has come, so that it goes on there after a kill."""

    __tablename__ = "marks"

    name: str = Field(primary_key=True)
    value: str


class ReviewRow(Row, table=True):
    """What a person decided of a figure; the last word on it counts. *bucket* is where it is folded."""

    __tablename__ = "reviews"

    pk: int | None = Field(default=None, primary_key=True)
    bucket: str = Field(index=True)
    change: str = Field(index=True)
    at: datetime = Field(sa_type=Instant)
    review: Review = Field(sa_column=Column(Kept(Review), nullable=False))


class AlertRow(Row, table=True):
    """
    The outbox: what one subscription is to be told, written in the transaction of its changes.

    *alert* is the whole noun; the other columns are what queries ask for. *next_at* is when to try (again), None when
    *state* is no longer waiting; *tries* counts deliveries.
    """

    __tablename__ = "alerts"
    __table_args__ = (
        Index("ix_alerts_channel_state", "channel", "state", "pk"),  # what to send next
        Index("ix_alerts_order", "subscription", "series", "state", "pk"),  # what an alert waits behind
        Index("ix_alerts_made", "subscription", "made_at"),  # how many within the hour
        Index(
            "ix_alerts_due",  # which channels have something to send
            "channel",
            "next_at",
            sqlite_where=text("state = 'waiting' AND batch = ''"),
            postgresql_where=text("state = 'waiting' AND batch = ''"),
        ),
        Index(
            "ix_alerts_batches",
            "next_at",
            sqlite_where=text("state = 'waiting' AND batch != ''"),
            postgresql_where=text("state = 'waiting' AND batch != ''"),
        ),
    )

    pk: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    subscription: str
    channel: str
    series: str
    batch: str = ""
    type: str
    made_at: datetime = Field(sa_type=Instant)
    due_at: datetime = Field(sa_type=Instant)
    state: str = "waiting"
    next_at: datetime | None = Field(default=None, sa_type=Instant)
    tries: int = 0
    alert: Alert = Field(sa_column=Column(Kept(Alert), nullable=False))


class VerdictRow(Row, table=True):
    """Why a subscription was or was not told of a change. The key guards against telling twice."""

    __tablename__ = "verdicts"

    subscription: str = Field(primary_key=True)
    change: str = Field(primary_key=True, index=True)
    told: bool
    reason: str
    alert: str | None = Field(default=None, index=True)
    at: datetime = Field(sa_type=Instant)


class HeardRow(Row, table=True):
    """What a subscription last heard of a series: thresholds are measured against it."""

    __tablename__ = "heard"

    subscription: str = Field(primary_key=True)
    series: str = Field(primary_key=True, index=True)
    heard: Heard = Field(sa_column=Column(Kept(Heard), nullable=False))


class DeliveryRow(Row, table=True):
    """One try to hand an alert over."""

    __tablename__ = "deliveries"

    alert: str = Field(primary_key=True)
    attempt: int = Field(primary_key=True)
    channel: str = Field(index=True)
    at: datetime = Field(sa_type=Instant)
    outcome: str
    code: int | None
    error: str
    next_at: datetime | None = Field(sa_type=Instant)
    retry_after_s: float | None
    took_ms: int


class ChannelRow(Row, table=True):
    """
    What happened to a channel: paused by a person until *paused_until*, or shut because it answered 410 Gone.

    *not_before* is what it asked for, or the rest after it failed; *failures* counts those since it last answered.
    *worker* sends to it alone until *leased_until*, which keeps order when several machines send.
    """

    __tablename__ = "channels"

    id: str = Field(primary_key=True)
    shut_at: datetime | None = Field(default=None, sa_type=Instant)
    paused_until: datetime | None = Field(default=None, sa_type=Instant)
    not_before: datetime | None = Field(default=None, sa_type=Instant)
    failures: int = 0
    worker: str = ""
    leased_until: datetime | None = Field(default=None, sa_type=Instant)
    reason: str = ""


class SilenceRow(Row, table=True):
    """A silence that somebody asked for on the command line."""

    __tablename__ = "silences"

    id: str = Field(primary_key=True)
    silence: Silence = Field(sa_column=Column(Kept(Silence), nullable=False))
    until: datetime = Field(sa_type=Instant, index=True)
