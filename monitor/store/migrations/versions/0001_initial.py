"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make them, what others refer to first."""
    _sources()
    _articles()
    _figures()
    _notices()
    _changes()
    _alerts()
    _deliveries()
    _subscriptions()


def _sources() -> None:
    """Make the tables of what is polled, and what each feed promised."""
    op.create_table(
        "sources",
        sa.Column("outlet", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("state", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("outlet", "url", name=op.f("pk_sources")),
    )
    op.create_index(op.f("ix_sources_due"), "sources", ["due"], unique=False)
    op.create_table(
        "entries",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("outlet", sa.String(), nullable=False),
        sa.Column("guid", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=True),
        sa.Column("published", sa.DateTime(timezone=True), nullable=True),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("checks", sa.Integer(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("error", sa.String(), nullable=True),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("reasons", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_entries")),
        sa.UniqueConstraint("outlet", "guid", name=op.f("uq_entries_outlet_guid")),
        sa.UniqueConstraint("url", name=op.f("uq_entries_url")),
    )
    op.create_index(op.f("ix_entries_due"), "entries", ["due"], unique=False)


def _articles() -> None:
    """Make the tables of every version of every text."""
    op.create_table(
        "articles",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("outlet", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("published", sa.DateTime(timezone=True), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("modified", sa.DateTime(timezone=True), nullable=True),
        sa.Column("author", sa.String(), nullable=True),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("sketch", sa.Text(), nullable=False),
        sa.Column("news", sa.Boolean(), nullable=False),
        sa.Column("read_by", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_articles")),
        sa.UniqueConstraint("id", "version", name=op.f("uq_articles_id_version")),
        sa.UniqueConstraint("url", "version", name=op.f("uq_articles_url_version")),
    )
    op.create_index(op.f("ix_articles_published"), "articles", ["published"], unique=False)
    op.create_index(op.f("ix_articles_read_by"), "articles", ["read_by"], unique=False)


def _figures() -> None:
    """Make the tables of what was read."""
    op.create_table(
        "figures",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("article_pk", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("bucket", sa.String(), nullable=False),
        sa.Column("company", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=True),
        sa.Column("thing", sa.String(), nullable=True),
        sa.Column("version", sa.String(), nullable=True),
        sa.Column("metric", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("low", sa.Text(), nullable=True),
        sa.Column("high", sa.Text(), nullable=True),
        sa.Column("grain", sa.Text(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("qualifier", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("voice", sa.String(), nullable=False),
        sa.Column("cue", sa.String(), nullable=True),
        sa.Column("target_set", sa.Boolean(), nullable=False),
        sa.Column("target_first", sa.Date(), nullable=True),
        sa.Column("target_last", sa.Date(), nullable=True),
        sa.Column("said_on", sa.Date(), nullable=True),
        sa.Column("speaker", sa.String(), nullable=True),
        sa.Column("gloss", sa.Text(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["article_pk"], ["articles.pk"], name=op.f("fk_figures_article_pk_articles")),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_figures")),
        sa.UniqueConstraint("article_pk", "ordinal", name=op.f("uq_figures_article_pk_ordinal")),
    )
    op.create_index(op.f("ix_figures_bucket"), "figures", ["bucket"], unique=False)
    op.create_index(op.f("ix_figures_target_last"), "figures", ["target_last"], unique=False)


def _notices() -> None:
    """Make the tables of plans given up, what people decided, what a run is to remember."""
    op.create_table(
        "notices",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("article_pk", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("company", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=True),
        sa.Column("thing", sa.String(), nullable=True),
        sa.Column("cue", sa.String(), nullable=False),
        sa.Column("target_set", sa.Boolean(), nullable=False),
        sa.Column("target_first", sa.Date(), nullable=True),
        sa.Column("target_last", sa.Date(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article_pk"], ["articles.pk"], name=op.f("fk_notices_article_pk_articles")),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_notices")),
        sa.UniqueConstraint("article_pk", "ordinal", name=op.f("uq_notices_article_pk_ordinal")),
    )
    op.create_index(op.f("ix_notices_company"), "notices", ["company"], unique=False)
    op.create_table(
        "reviews",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("bucket", sa.String(), nullable=False),
        sa.Column("change", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("review", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_reviews")),
    )
    op.create_index(op.f("ix_reviews_bucket"), "reviews", ["bucket"], unique=False)
    op.create_index(op.f("ix_reviews_change"), "reviews", ["change"], unique=False)
    op.create_table(
        "marks",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_marks")),
    )


def _changes() -> None:
    """Make the tables of the log."""
    op.create_table(
        "changes",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("bucket", sa.String(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("company", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=True),
        sa.Column("metric", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("series", sa.String(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("article", sa.String(), nullable=True),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("sources", sa.Text(), nullable=False),
        sa.Column("voices", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("loud", sa.Boolean(), nullable=False),
        sa.Column("held", sa.String(), nullable=True),
        sa.Column("cause", sa.String(), nullable=False),
        sa.Column("void_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_changes")),
        sa.UniqueConstraint("id", name=op.f("uq_changes_id")),
    )
    op.create_index(op.f("ix_changes_bucket"), "changes", ["bucket"], unique=False)
    op.create_index(op.f("ix_changes_company"), "changes", ["company"], unique=False)
    op.create_index(op.f("ix_changes_found_at"), "changes", ["found_at"], unique=False)
    op.create_index(op.f("ix_changes_said_at"), "changes", ["said_at"], unique=False)
    op.create_index(op.f("ix_changes_series"), "changes", ["series"], unique=False)


def _alerts() -> None:
    """Make the tables of the outbox."""
    op.create_table(
        "alerts",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("subscription", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("series", sa.String(), nullable=False),
        sa.Column("batch", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("alert", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_alerts")),
        sa.UniqueConstraint("id", name=op.f("uq_alerts_id")),
    )
    op.create_index(
        "ix_alerts_batches",
        "alerts",
        ["next_at"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting' AND batch != ''"),
        postgresql_where=sa.text("state = 'waiting' AND batch != ''"),
    )
    op.create_index("ix_alerts_channel_state", "alerts", ["channel", "state", "pk"], unique=False)
    op.create_index(
        "ix_alerts_due",
        "alerts",
        ["channel", "next_at"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting' AND batch = ''"),
        postgresql_where=sa.text("state = 'waiting' AND batch = ''"),
    )
    op.create_index("ix_alerts_made", "alerts", ["subscription", "made_at"], unique=False)
    op.create_index("ix_alerts_order", "alerts", ["subscription", "series", "state", "pk"], unique=False)


def _deliveries() -> None:
    """Make the tables of tries, and how each channel stands."""
    op.create_table(
        "deliveries",
        sa.Column("alert", sa.String(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("code", sa.Integer(), nullable=True),
        sa.Column("error", sa.String(), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retry_after_s", sa.Float(), nullable=True),
        sa.Column("took_ms", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("alert", "attempt", name=op.f("pk_deliveries")),
    )
    op.create_index(op.f("ix_deliveries_channel"), "deliveries", ["channel"], unique=False)
    op.create_table(
        "channels",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("shut_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paused_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("worker", sa.String(), nullable=False),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_channels")),
    )


def _subscriptions() -> None:
    """Make the tables of what each subscription was told, and why not."""
    op.create_table(
        "heard",
        sa.Column("subscription", sa.String(), nullable=False),
        sa.Column("series", sa.String(), nullable=False),
        sa.Column("heard", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("subscription", "series", name=op.f("pk_heard")),
    )
    op.create_index(op.f("ix_heard_series"), "heard", ["series"], unique=False)
    op.create_table(
        "silences",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("silence", sa.Text(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_silences")),
    )
    op.create_index(op.f("ix_silences_until"), "silences", ["until"], unique=False)
    op.create_table(
        "verdicts",
        sa.Column("subscription", sa.String(), nullable=False),
        sa.Column("change", sa.String(), nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("alert", sa.String(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("subscription", "change", name=op.f("pk_verdicts")),
    )
    op.create_index(op.f("ix_verdicts_alert"), "verdicts", ["alert"], unique=False)
    op.create_index(op.f("ix_verdicts_change"), "verdicts", ["change"], unique=False)
