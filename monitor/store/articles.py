"""Articles: every version of every text that is on topic, and which of them wait to be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, func, or_, update
from sqlmodel import Session, col, select

from monitor.model import Article
from monitor.store.inserts import insert_new
from monitor.store.tables import ArticleRow

if TYPE_CHECKING:
    from datetime import datetime

PAGE = 200  # rows in hand at once when all articles are walked over


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """A stored version: its key, the text, the copy-finding sketch, and whether what it changes may alert."""

    pk: int
    article: Article
    sketch: tuple[int, ...]
    news: bool


def save_article(
    session: Session, article: Article, sketch: tuple[int, ...], topic: tuple[float, tuple[str, ...]], *, news: bool
) -> bool:
    """Keep one version, not yet read, with its *topic* score and reasons; False if it is there already."""
    score, reasons = topic
    row = {
        "id": article.id,
        "url": article.url,
        "version": article.version,
        "outlet": article.outlet,
        "title": article.title,
        "text": article.text,
        "published": article.published,
        "found_at": article.found_at or article.published,
        "modified": article.modified,
        "author": article.author,
        "origin": article.origin,
        "score": score,
        "reasons": reasons,
        "sketch": sketch,
        "news": news,
    }
    return bool(insert_new(session, ArticleRow, [row]))


def newest_version(session: Session, article: Article) -> KeptArticle | None:
    """
    Return the last version of *article* that is kept: from its url, or for one of a feed's entry, of the same id.

    A page's address may change between two looks; its entry does not.
    """
    same: ColumnElement[bool] = col(ArticleRow.url) == article.url
    if article.origin != "file":
        same = or_(same, col(ArticleRow.id) == article.id)
    versions = select(ArticleRow).where(same).order_by(col(ArticleRow.version).desc(), col(ArticleRow.pk).desc())
    row = session.exec(versions).first()
    return None if row is None else _kept(row)


def has_text(session: Session, article: Article) -> bool:
    """Tell whether this very text of this very time came from this url before."""
    same = select(ArticleRow.pk).where(
        ArticleRow.url == article.url,
        ArticleRow.published == article.published,
        ArticleRow.title == article.title,
        ArticleRow.text == article.text,
    )
    return session.exec(same).first() is not None


def find_article(session: Session, name: str) -> KeptArticle | None:
    """Return the last version of the article with this id or url."""
    found = select(ArticleRow).where((col(ArticleRow.id) == name) | (col(ArticleRow.url) == name))
    row = session.exec(found.order_by(col(ArticleRow.version).desc())).first()
    return None if row is None else _kept(row)


def unread_articles(session: Session, limit: int) -> tuple[KeptArticle, ...]:
    """Return the versions that no reader has read yet, in the order in which they came."""
    waiting = select(ArticleRow).where(col(ArticleRow.read_by).is_(None)).order_by(col(ArticleRow.pk)).limit(limit)
    return tuple(_kept(row) for row in session.exec(waiting))


def left_unread(session: Session) -> tuple[KeptArticle, ...]:
    """Return the backfilled versions that were kept and not read: a kill came between the two."""
    waiting = select(ArticleRow).where(col(ArticleRow.read_by).is_(None), col(ArticleRow.news).is_(False))
    return tuple(_kept(row) for row in session.exec(waiting.order_by(col(ArticleRow.pk))))


def articles_after(session: Session, after: int) -> tuple[KeptArticle, ...]:
    """Return the next page of all versions, by key, whose key is above *after*; () at the end."""
    page = select(ArticleRow).where(col(ArticleRow.pk) > after).order_by(col(ArticleRow.pk)).limit(PAGE)
    return tuple(_kept(row) for row in session.exec(page))


def mark_read(session: Session, pk: int, reader: str) -> None:
    """Write down which reader read a version."""
    session.connection().execute(update(ArticleRow).where(col(ArticleRow.pk) == pk).values(read_by=reader))


def count_articles(session: Session) -> int:
    """Return how many versions are kept."""
    return session.exec(select(func.count()).select_from(ArticleRow)).one()


def last_found(session: Session) -> datetime | None:
    """Return when the last article came."""
    return session.exec(select(func.max(ArticleRow.found_at))).one()


def _kept(row: ArticleRow) -> KeptArticle:
    assert row.pk is not None
    origin = row.origin
    assert origin in {"page", "summary", "file"}
    article = Article(
        id=row.id,
        outlet=row.outlet,
        url=row.url,
        title=row.title,
        text=row.text,
        published=row.published,
        found_at=row.found_at,
        modified=row.modified,
        author=row.author,
        version=row.version,
        origin=origin,  # type: ignore[arg-type]  # asserted above; mypy does not narrow a text to a Literal
    )
    return KeptArticle(row.pk, article, row.sketch, row.news)
