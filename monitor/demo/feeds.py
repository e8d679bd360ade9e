"""How newsrooms list their articles: RSS 2.0 and 1.0, Atom, JSON feed, news sitemap, in UTF-8 and in EUC-KR."""

from __future__ import annotations

import json
from email.utils import format_datetime
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from monitor.demo.history import Story
    from monitor.demo.newsrooms import FeedKind, Newsroom

LISTED = 10  # of the newest
SUMMARY = 80  # characters
TYPES: dict[FeedKind, str] = {
    "rss": "application/rss+xml",
    "rss-content": "text/xml",
    "rdf": "application/rdf+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
    "sitemap": "application/xml",
}


def feed_of(room: Newsroom, stories: Sequence[Story], site: str) -> tuple[bytes, str]:
    """Return the body and content type of the feed of *room*, newest first; *site* is 'http://host:port'."""
    newest = sorted(stories, key=lambda story: story.at, reverse=True)[:LISTED]
    text = _WRITERS[room.feed](room, newest, site)
    charset = "" if room.feed == "json" else f"; charset={room.charset}"
    return text.encode(room.charset, "xmlcharrefreplace"), TYPES[room.feed] + charset


def _summary(story: Story) -> str:
    first = story.paragraphs[0]
    return first if len(first) <= SUMMARY else first[: SUMMARY - 1] + "…"


def _rss(room: Newsroom, stories: Sequence[Story], site: str) -> str:
    items = "".join(
        f"<item><title><![CDATA[{s.title}]]></title><link>{site}{room.page_path(s.key)}</link>"
        f'<guid isPermaLink="false">{room.id}-{s.key}</guid><description><![CDATA[{_summary(s)}]]></description>'
        f"<author>{escape(room.reporter)} 기자</author>"
        f"<pubDate>{format_datetime(s.at)}</pubDate></item>\n"
        for s in stories
    )
    return (
        f'<?xml version="1.0" encoding="{room.charset}"?>\n<rss version="2.0"><channel><title>{room.name}</title>'
        f"<link>{site}/{room.id}/</link><description>{room.name} 전체기사</description><language>ko</language>\n"
        f"{items}</channel></rss>\n"
    )


def _rss_content(room: Newsroom, stories: Sequence[Story], site: str) -> str:
    # The commonest newsroom software of the country writes local times without a zone.
    items = "".join(
        f"<item><title>{escape(s.title)}</title><link>{site}{room.page_path(s.key)}</link>"
        f"<content:encoded><![CDATA[<p>{_summary(s)}</p>]]></content:encoded>"
        f"<dc:creator>{room.reporter}</dc:creator><pubDate>{s.at:%Y-%m-%d %H:%M:%S}</pubDate></item>\n"
        for s in stories
    )
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return (
        f'<?xml version="1.0" encoding="{room.charset}"?>\n<rss version="2.0" {spaces}><channel>'
        f"<title>{room.name}</title><link>{site}/{room.id}/</link><description>{room.name}</description>\n"
        f"{items}</channel></rss>\n"
    )


def _rdf(room: Newsroom, stories: Sequence[Story], site: str) -> str:
    address = f"{site}{room.feed_path}"
    listed = "".join(f'<rdf:li rdf:resource="{site}{room.page_path(s.key)}"/>' for s in stories)
    items = "".join(
        f'<item rdf:about="{site}{room.page_path(s.key)}"><title>{escape(s.title)}</title>'
        f"<link>{site}{room.page_path(s.key)}</link><description>{escape(_summary(s))}</description>"
        f"<dc:date>{s.at.isoformat()}</dc:date></item>\n"
        for s in stories
    )
    spaces = (
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    return (
        f'<?xml version="1.0" encoding="{room.charset}"?>\n<rdf:RDF {spaces}><channel rdf:about="{address}">'
        f"<title>{room.name}</title><link>{site}/{room.id}/</link><description>{room.name}</description>"
        f"<items><rdf:Seq>{listed}</rdf:Seq></items></channel>\n{items}</rdf:RDF>\n"
    )


def _atom(room: Newsroom, stories: Sequence[Story], site: str) -> str:
    updated = stories[0].at.isoformat() if stories else "2021-01-01T00:00:00+09:00"
    entries = "".join(
        f"<entry><title>{escape(s.title)}</title><id>tag:{room.id}.example,2021:{s.key}</id>"
        f'<link rel="alternate" href="{site}{room.page_path(s.key)}"/><published>{s.at.isoformat()}</published>'
        f"<updated>{s.at.isoformat()}</updated><summary>{escape(_summary(s))}</summary>"
        f"<author><name>{room.reporter}</name></author></entry>\n"
        for s in stories
    )
    return (
        f'<?xml version="1.0" encoding="{room.charset}"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ko">'
        f"<title>{room.name}</title><id>tag:{room.id}.example,2021:feed</id><updated>{updated}</updated>\n"
        f"{entries}</feed>\n"
    )


def _json_feed(room: Newsroom, stories: Sequence[Story], site: str) -> str:
    items = [
        {
            "id": f"{room.id}-{s.key}",
            "url": f"{site}{room.page_path(s.key)}",
            "title": s.title,
            "summary": _summary(s),
            "date_published": s.at.isoformat(),
            "authors": [{"name": room.reporter}],
        }
        for s in stories
    ]
    version = "https://jsonfeed.org/version/1.1"
    feed = {"version": version, "title": room.name, "home_page_url": f"{site}/{room.id}/", "items": items}
    return json.dumps(feed, ensure_ascii=False, indent=1)


def _sitemap(room: Newsroom, stories: Sequence[Story], site: str) -> str:
    urls = "".join(
        f"<url><loc>{site}{room.page_path(s.key)}</loc><news:news><news:publication><news:name>{room.name}</news:name>"
        f"<news:language>ko</news:language></news:publication>"
        f"<news:publication_date>{s.at.isoformat()}</news:publication_date>"
        f"<news:title>{escape(s.title)}</news:title></news:news></url>\n"
        for s in stories
    )
    spaces = (
        'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    )
    return f'<?xml version="1.0" encoding="{room.charset}"?>\n<urlset {spaces}>\n{urls}</urlset>\n'


_WRITERS: dict[FeedKind, Callable[[Newsroom, Sequence[Story], str], str]] = {
    "rss": _rss,
    "rss-content": _rss_content,
    "rdf": _rdf,
    "atom": _atom,
    "json": _json_feed,
    "sitemap": _sitemap,
}
