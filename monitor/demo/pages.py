"""What article pages look like: five layouts, each with what surrounds an article on a real page."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING

from monitor.model import PageRules

if TYPE_CHECKING:
    from collections.abc import Callable

    from monitor.demo.history import Story
    from monitor.demo.newsrooms import Layout, Newsroom

_MENU = "".join(f'<li><a href="#">{name}</a></li>' for name in ("정치", "경제", "사회", "IT·과학", "문화", "스포츠"))
_MOST_READ = "".join(
    f'<li><a href="#">{title}</a></li>'
    for title in ("주말 나들이 명소 다섯 곳", "환절기 건강 지키는 법", "올해의 책 열 권", "동네 맛집 지도 나왔다")
)


# What an operator writes into outlets.toml for such pages; those drawn by a script are read without any.
RULES: dict[Layout, tuple[PageRules, ...]] = {
    "modern": (PageRules(text=".article-body"),),
    "classic": (PageRules(text="#articleBody"),),
    "portal": (PageRules(text="#articleWrap", drop=(".ad_box", ".reporter", ".related")),),
    "script": (),
    "plain": (PageRules(text="#article-view-content-div"),),
}


def page_of(room: Newsroom, story: Story, site: str) -> tuple[bytes, str]:
    """Return the body and content type of the page of *story*."""
    text = _LAYOUTS[room.layout](room, story, f"{site}{room.page_path(story.key)}")
    return text.encode(room.charset, "xmlcharrefreplace"), f"text/html; charset={room.charset}"


def _modern(room: Newsroom, story: Story, url: str) -> str:
    """Return a page with ld+json, open graph and an article element."""
    linked = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "datePublished": story.at.isoformat(),
        "author": [{"@type": "Person", "name": room.reporter}],
    }
    body = "".join(f"<p>{escape(line)}</p>\n" for line in story.paragraphs)
    return f"""<!DOCTYPE html>
<html lang="ko"><head><meta charset="{room.charset}"><title>{escape(story.title)} - {room.name}</title>
<link rel="canonical" href="{url}">
<meta property="og:type" content="article"><meta property="og:title" content="{escape(story.title)}">
<meta property="og:site_name" content="{room.name}">
<meta property="article:published_time" content="{story.at.isoformat()}">
<script type="application/ld+json">{json.dumps(linked, ensure_ascii=False)}</script></head>
<body><header><nav><ul>{_MENU}</ul></nav></header>
<div class="head"><h1>{escape(story.title)}</h1>
<div class="byline">{room.reporter} 기자 <time datetime="{story.at.isoformat()}">{story.at:%Y.%m.%d %H:%M}</time></div>
</div>
<main><article><div class="article-body">{body}</div></article>
<aside><h2>많이 본 뉴스</h2><ol>{_MOST_READ}</ol></aside></main>
<footer><p>ⓒ {room.name}, 무단 전재 및 재배포 금지</p></footer></body></html>"""


def _classic(room: Newsroom, story: Story, url: str) -> str:
    """Return a page of line breaks and a table, as they were made twenty years ago and still are."""
    body = "<br /><br />\n".join(escape(line) for line in story.paragraphs)
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset={room.charset}">
<title>{escape(story.title)} :: {room.name}</title>
<meta property="og:title" content="{escape(story.title)}"><meta property="og:url" content="{url}">
<meta property="article:published_time" content="{story.at.isoformat()}"></head>
<body><div class="menu"><ul>{_MENU}</ul></div>
<div class="article_head"><h3 class="heading">{escape(story.title)}</h3>
<span>입력 {story.at:%Y.%m.%d %H:%M}</span> <span>{room.reporter} 기자</span></div>
<div id="articleBody" itemprop="articleBody">{body}</div>
<div class="copyright">&lt;저작권자 ⓒ {room.name} 무단전재 및 재배포금지&gt;</div>
<table width="300"><tr><td><b>인기기사</b><ol>{_MOST_READ}</ol></td></tr></table></body></html>"""


def _portal(room: Newsroom, story: Story, url: str) -> str:
    """Return a page with an advertisement and a list of related headlines between the paragraphs."""
    first, *rest = story.paragraphs
    body = f"<p>{escape(first)}</p>\n" + '<div class="ad_box" aria-label="광고">광고</div>\n'
    body += "".join(f"<p>{escape(line)}</p>\n" for line in rest)
    return f"""<!DOCTYPE html>
<html lang="ko"><head><meta charset="{room.charset}"><title>{escape(story.title)} | {room.name}</title>
<meta property="og:title" content="{escape(story.title)}"><meta property="og:url" content="{url}">
<meta property="article:published_time" content="{story.at:%Y-%m-%dT%H:%M:%S}+09:00">
<meta name="author" content="{room.reporter}"></head>
<body><div id="wrap"><div class="gnb"><ul>{_MENU}</ul></div>
<div class="view_head"><h1 class="tit">{escape(story.title)}</h1>
<p class="info">송고 {story.at:%Y-%m-%d %H:%M}</p></div>
<div class="story-news article" id="articleWrap">{body}
<p class="reporter">{room.reporter} 기자 reporter@{room.id}.example</p>
<div class="related"><h4>관련기사</h4><ul>{_MOST_READ}</ul></div></div>
<div class="footer">제보는 카카오톡 {room.name}</div></div></body></html>"""


def _script(room: Newsroom, story: Story, url: str) -> str:
    """Return a page whose text stands only in a script's data, for a browser to draw."""
    article = {
        "newsId": story.key,
        "title": story.title,
        "contentHtml": "".join(f"<p>{escape(line)}</p>" for line in story.paragraphs),
        "publishedAt": story.at.isoformat(),
        "reporterName": room.reporter,
    }
    data = json.dumps({"props": {"pageProps": {"article": article}}}, ensure_ascii=False).replace("</", "<\\/")
    return f"""<!DOCTYPE html>
<html lang="ko"><head><meta charset="{room.charset}"><title>{escape(story.title)} - {room.name}</title>
<meta property="og:title" content="{escape(story.title)}"><meta property="og:url" content="{url}"></head>
<body><div id="__next"><div class="loading">불러오는 중입니다</div></div>
<script id="__NEXT_DATA__" type="application/json">{data}</script></body></html>"""


def _plain(room: Newsroom, story: Story, url: str) -> str:
    """Return a page of a small newsroom: sections, headings, microdata."""
    body = "".join(f"<p>{escape(line)}</p>\n" for line in story.paragraphs)
    return f"""<!DOCTYPE html>
<html lang="ko"><head><meta charset="{room.charset}"><title>{escape(story.title)}</title>
<meta property="og:title" content="{escape(story.title)}"><meta property="og:url" content="{url}"></head>
<body><div class="top">{room.name}</div>
<section itemscope itemtype="https://schema.org/NewsArticle"><h2 itemprop="headline">{escape(story.title)}</h2>
<ul class="infomation"><li>{room.reporter} 기자</li><li>승인 {story.at:%Y.%m.%d %H:%M}</li></ul>
<meta itemprop="datePublished" content="{story.at.isoformat()}">
<div id="article-view-content-div" itemprop="articleBody">{body}</div></section>
<section><h3>최신뉴스</h3><ul>{_MOST_READ}</ul></section></body></html>"""


_LAYOUTS: dict[Layout, Callable[[Newsroom, Story, str], str]] = {
    "modern": _modern,
    "classic": _classic,
    "portal": _portal,
    "script": _script,
    "plain": _plain,
}
