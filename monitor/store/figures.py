"""Figures and notices as read from one version of an article, and the reports that the ledger folds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import RowMapping, Select, Table, delete, func, insert
from sqlalchemy import select as sa_select
from sqlmodel import Session, col, select

from monitor.korean.text import cut_sentences, headline_of
from monitor.ledger.series import bucket_of, companies_in
from monitor.model import Days, Figure, Notice, Reading, Report
from monitor.store.tables import METADATA, FigureRow, NoticeRow

if TYPE_CHECKING:
    from datetime import date

    from monitor.korean.text import Sentence
    from monitor.store.articles import KeptArticle

SAME = tuple(f.name for f in fields(Figure) if f.name != "target")  # columns that hold the field as it is
SAME_OF_NOTICE = tuple(f.name for f in fields(Notice) if f.name != "target")
TARGET = ("target_set", "target_first", "target_last", "sentence")
OF_FIGURE, OF_NOTICE = (*SAME, *TARGET), (*SAME_OF_NOTICE, *TARGET)
OF_ARTICLE = ("id", "version", "outlet", "url", "title", "published", "found_at", "sketch")
FIGURES, NOTICES, ARTICLES = (METADATA.tables[name] for name in ("figures", "notices", "articles"))


def save_reading(session: Session, kept: KeptArticle, reading: Reading) -> None:
    """Keep what was read in one version, in place of what an earlier reader read in it."""
    connection, article_pk = session.connection(), kept.pk
    sentences = (headline_of(kept.article.title), *cut_sentences(kept.article.text))
    for table in (FigureRow, NoticeRow):
        connection.execute(delete(table).where(col(table.article_pk) == article_pk))
    where = {"article_pk": article_pk}
    figures = [
        {**where, "ordinal": n, "sentence": _sentence(sentences, figure), **figure_row(figure)}
        for n, figure in enumerate(reading.figures)
    ]
    notices = [
        {**where, "ordinal": n, "sentence": _sentence(sentences, notice), **_notice_row(notice)}
        for n, notice in enumerate(reading.notices)
    ]
    if figures:
        connection.execute(insert(FigureRow), figures)
    if notices:
        connection.execute(insert(NoticeRow), notices)


def buckets_of(session: Session, article_pk: int) -> set[str]:
    """Return the buckets that one version has figures in."""
    return set(session.exec(select(FigureRow.bucket).where(FigureRow.article_pk == article_pk)))


def buckets_of_company(session: Session, company: str) -> set[str]:
    """Return every bucket of a company: where a notice may matter."""
    return set(session.exec(select(FigureRow.bucket).where(FigureRow.company == company).distinct()))


def all_buckets(session: Session) -> tuple[str, ...]:
    """Return every bucket that has figures."""
    return tuple(session.exec(select(FigureRow.bucket).distinct().order_by(FigureRow.bucket)))


def buckets_past_target(session: Session, since: date, until: date) -> tuple[str, ...]:
    """Return the buckets where a plan may be overdue: a figure's or notice's target ends in *since* ≤ day < *until*."""
    passed = select(FigureRow.bucket).where(
        FigureRow.status == "planned", col(FigureRow.target_last) >= since, col(FigureRow.target_last) < until
    )
    moved = select(NoticeRow.company).where(col(NoticeRow.target_last) >= since, col(NoticeRow.target_last) < until)
    of_moved = select(FigureRow.bucket).where(col(FigureRow.company).in_(moved))
    return tuple(sorted({*session.exec(passed.distinct()), *session.exec(of_moved.distinct())}))


def target_days(session: Session, since: date, until: date) -> tuple[date, ...]:
    """Return the days in *since* ≤ day < *until* on which the target of a plan ends, in order."""
    ends = select(col(FigureRow.target_last)).where(
        FigureRow.status == "planned", col(FigureRow.target_last) >= since, col(FigureRow.target_last) < until
    )
    moved = select(col(NoticeRow.target_last)).where(
        col(NoticeRow.target_last) >= since, col(NoticeRow.target_last) < until
    )
    days = {*session.exec(ends.distinct()), *session.exec(moved.distinct())}
    return tuple(sorted(day for day in days if day))


def reports_of(session: Session, bucket: str) -> tuple[Report, ...]:
    """Return all that the ledger folds for *bucket*: its figures and the notices of its company, as they came."""
    rows = session.connection().execute(_with_articles(FIGURES, OF_FIGURE).where(FIGURES.c.bucket == bucket))
    reports = tuple(_report(row, figure=_figure(row)) for row in rows.mappings())
    companies = companies_in(bucket, (report.figure for report in reports if report.figure))
    return (*reports, *(notice for company in sorted(companies) for notice in notices_of(session, company)))


def notices_of(session: Session, company: str) -> tuple[Report, ...]:
    """Return the notices of *company*."""
    rows = session.connection().execute(_with_articles(NOTICES, OF_NOTICE).where(NOTICES.c.company == company))
    return tuple(_report(row, notice=_notice(row)) for row in rows.mappings())


def count_figures(session: Session) -> int:
    """Return how many figures are kept."""
    return session.exec(select(func.count()).select_from(FigureRow)).one()


def _sentence(sentences: Sequence[Sentence], said: Figure | Notice) -> str:
    """Return the sentence in which *said* stands, its quote where none holds all of it."""
    inside = (one.text for one in sentences if one.start <= said.start and said.end <= one.end)
    return next(inside, said.quote)


def figure_row(figure: Figure) -> dict[str, object]:
    """Return the columns that hold *figure* itself."""
    same = {name: getattr(figure, name) for name in SAME}
    return {"bucket": bucket_of(figure), **same, **_target_row(figure.target)}


def _notice_row(notice: Notice) -> dict[str, object]:
    return {**{name: getattr(notice, name) for name in SAME_OF_NOTICE}, **_target_row(notice.target)}


def _target_row(target: Days | None) -> dict[str, object]:
    first, last = target or (None, None)
    return {"target_set": target is not None, "target_first": first, "target_last": last}


def _figure(row: RowMapping) -> Figure:
    return Figure(**{name: row[name] for name in SAME}, target=_target(row))


def _notice(row: RowMapping) -> Notice:
    return Notice(**{name: row[name] for name in SAME_OF_NOTICE}, target=_target(row))


def _target(row: RowMapping) -> Days | None:
    return (row["target_first"], row["target_last"]) if row["target_set"] else None


def _report(row: RowMapping, figure: Figure | None = None, notice: Notice | None = None) -> Report:
    told = {name: row[f"article_{name}"] for name in OF_ARTICLE}
    return Report(article=told.pop("id"), **told, figure=figure, notice=notice, sentence=row["sentence"])


def _with_articles(said: Table, names: Sequence[str]) -> Select[Any]:
    """Return the columns *names* of *said* beside those of its article that a report carries, not its text."""
    of_article = (ARTICLES.c[name].label(f"article_{name}") for name in OF_ARTICLE)
    columns = (*(said.c[name] for name in names), *of_article)
    return sa_select(*columns).join_from(said, ARTICLES, ARTICLES.c.pk == said.c.article_pk)


def reports_from(kept: KeptArticle, reading: Reading) -> tuple[Report, ...]:
    """Return what the ledger would fold of a reading that is not saved."""
    article = kept.article
    bare = Report(
        article.id,
        article.version,
        article.outlet,
        article.url,
        article.title,
        article.published,
        article.found_at or article.published,
        kept.sketch,
    )
    sentences = (headline_of(article.title), *cut_sentences(article.text))
    figures = [replace(bare, figure=f, sentence=_sentence(sentences, f)) for f in reading.figures]
    return (*figures, *(replace(bare, notice=n, sentence=_sentence(sentences, n)) for n in reading.notices))


def figures_of(session: Session, article_pk: int) -> tuple[Figure, ...]:
    """Return the figures of one version, in the order in which they were read."""
    every = sa_select(*(FIGURES.c[name] for name in OF_FIGURE)).where(FIGURES.c.article_pk == article_pk)
    rows = session.connection().execute(every.order_by(FIGURES.c.ordinal))
    return tuple(_figure(row) for row in rows.mappings())
