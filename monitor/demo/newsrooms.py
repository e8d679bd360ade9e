"""The newsrooms of the demonstration: how each lists its articles and what its pages look like. All are invented."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FeedKind = Literal["rss", "rss-content", "rdf", "atom", "json", "sitemap"]
Layout = Literal["modern", "classic", "portal", "script", "plain"]


@dataclass(frozen=True, slots=True)
class Newsroom:
    """One outlet. *charset* is that of its feed and its pages; *reporter* signs them."""

    id: str
    name: str
    feed: FeedKind
    layout: Layout
    reporter: str
    charset: Literal["utf-8", "euc-kr"] = "utf-8"

    @property
    def feed_path(self) -> str:
        """Return the path of its feed."""
        return f"/{self.id}/{_FILES[self.feed]}"

    def page_path(self, key: str) -> str:
        """Return the path of the article with this key."""
        return f"/{self.id}/news/{key}.html"


_FILES = {
    "rss": "rss.xml",
    "rss-content": "feed/",
    "rdf": "index.rdf",
    "atom": "atom.xml",
    "json": "feed.json",
    "sitemap": "news-sitemap.xml",
}

NEWSROOMS = (
    Newsroom("onnuri", "온누리통신", "atom", "portal", "이가람"),
    Newsroom("gaon", "가온일보", "rss", "modern", "김한솔"),
    Newsroom("hanbit", "한빛경제", "rss", "classic", "박시내", "euc-kr"),
    Newsroom("naru", "디지털나루", "json", "script", "최누리"),
    Newsroom("maru", "테크마루", "rss-content", "modern", "정보람"),
    Newsroom("saebyeok", "새벽신문", "sitemap", "portal", "강다솜"),
    Newsroom("gowon", "IT고을", "rss", "plain", "윤아람"),
    Newsroom("saetbyeol", "경제샛별", "rdf", "classic", "임나래"),
    Newsroom("achim", "서울아침", "rss", "portal", "한여울"),
    Newsroom("forum", "AI너른마당", "rss-content", "modern", "오하늘"),
    Newsroom("gwahak", "과학나래", "atom", "plain", "서미르"),
    Newsroom("haneul", "하늘방송", "rss", "script", "신바다"),
    Newsroom("namnyeok", "남녘신문", "rss", "classic", "문초롱"),
)
