from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import date, datetime

import pytest
from scripted_server import NOON, Reply, Server, settings

from monitor.crawl.articles import article_of_summary, fetch, rules_in_force
from monitor.crawl.client import Client
from monitor.crawl.page_heads import names_of, without_site
from monitor.crawl.page_text import clean_lines
from monitor.crawl.pages import read_page
from monitor.model import KST, Article, Entry, FetchFailure, PageRules

TITLE = "누리전자, 초거대 AI '가람'에 5000억원 투자"
LEAD = "누리전자가 초거대 인공지능(AI) 모델 '가람'을 개발하는 데 앞으로 3년간 5000억원을 투자한다고 25일 밝혔다."
SECOND = "가람의 매개변수는 2040억개로, 회사는 이를 위해 GPU 1만3000장을 갖춘 데이터센터를 짓고 있다."
SUBHEAD = "내년 상반기 기업용 서비스"
THIRD = '박두리 대표는 "내년 상반기에는 기업용 서비스를 내놓고, 2027년까지 매출 1조2000억원을 올리겠다"고 말했다.'
TEXT = f"{LEAD}\n{SECOND}\n{SUBHEAD}\n{THIRD}"
CAPTION = "누리전자 데이터센터 조감도. 사진=누리전자 제공"
OTHERS = "한별통신, 슈퍼컴퓨터에 9조원 투자"
TAILS = (
    "<p>김하나 기자 hana@hanbit.example</p><p>&lt;저작권자 ⓒ 한빛일보, 무단 전재 및 재배포 금지&gt;</p>"
    f"<p>Copyright ⓒ 한빛일보. All rights reserved.</p><h4>관련기사</h4><ul><li>{OTHERS}</li></ul>"
)
HEAD = (
    f'<meta property="og:title" content="{TITLE} - 한빛일보"><meta property="og:site_name" content="한빛일보">'
    '<meta property="article:published_time" content="2021-05-25T13:46:00+09:00">'
    '<meta property="article:modified_time" content="2021-05-25T15:02:00+09:00">'
    '<meta name="author" content="한빛일보"><meta property="dable:author" content="김하나 기자">'
    '<link rel="canonical" href="https://hanbit.example/news/1000001">'
)
PARAGRAPHS = f"<p>{LEAD}</p><p>{SECOND}</p><h3>{SUBHEAD}</h3><p>{THIRD}</p>"
FIGURE = f"<figure><img src='a.jpg'><figcaption>{CAPTION}</figcaption></figure>"
MENU = "<nav><ul><li><a href='/it'>IT</a></li><li><a href='/economy'>경제</a></li></ul></nav>"


def whole(body: str, head: str = HEAD) -> str:
    """Return a page with this *body* among the furniture of a newspaper."""
    side = f"<aside><h3>많이 본 뉴스</h3><ol><li><a href='/1'>{OTHERS}</a></li></ol></aside>"
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{MENU}{body}{side}</body></html>"


def in_script(script: str) -> str:
    """Return a page whose text is in a script alone."""
    return whole(f"<div id='root'></div><script>{script}</script>")


ROW = json.dumps({"article": {"title": TITLE, "contentHtml": "$24", "deployDt": "2021.05.25 13:46"}})
FLIGHT = f'5:["$","div",null,{ROW}]\n24:T{len(PARAGRAPHS.encode()):x},{PARAGRAPHS}'
STATE = json.dumps({"data": {"detail": {"title": TITLE, "contentHtml": PARAGRAPHS, "writerDisplay": "김하나 기자"}}})
ARC = json.dumps(
    {
        "headlines": {"basic": TITLE},
        "content_elements": [
            {"type": "image", "caption": CAPTION},
            *({"type": "text", "content": line} for line in (LEAD, SECOND)),
            {"type": "header", "content": SUBHEAD},
            {"type": "text", "content": THIRD},
        ],
    }
)
LD = json.dumps(
    {
        "@context": "https://schema.org",
        "@graph": [{"@type": "NewsArticle", "headline": TITLE, "articleBody": TEXT, "author": [{"name": "김하나"}]}],
    }
)
BREAKS = (
    PARAGRAPHS.replace("<p>", "").replace("</p>", "<br><br>").replace("<h3>", "<b>").replace("</h3>", "</b><br><br>")
)

LAYOUTS = {
    "marked body": whole(f"<div itemprop='articleBody'>{FIGURE}{PARAGRAPHS}{TAILS}</div>"),
    "content system": whole(f"<article id='article-view-content-div'>{FIGURE}{PARAGRAPHS}{TAILS}</article>"),
    "detail wrap": whole(f"<div class='news_cnt_detail_wrap'>{PARAGRAPHS}{FIGURE}{TAILS}</div>"),
    "line breaks": whole(f"<div class='article_txt'><p class='caption'>{CAPTION}</p>{BREAKS}{TAILS}</div>"),
    "portal": whole(f"<article id='dic_area'><span class='end_photo_org'>{CAPTION}</span>{BREAKS}{TAILS}</article>"),
    "unknown": whole(f"<main><h1>{TITLE}</h1><div class='zz'>{FIGURE}{PARAGRAPHS}{TAILS}</div></main>"),
    "streamed": in_script(f"self.__next_f.push([1,{json.dumps(FLIGHT)}])"),
    "streamed in two": in_script(
        f"self.__next_f.push([1,{json.dumps(FLIGHT[:300])}])</script>"
        f"<script>self.__next_f.push([1,{json.dumps(FLIGHT[300:])}])"
    ),
    "state": in_script(f"window['__STATE__'] = window['__STATE__'] || {{}};\nwindow['__STATE__'] = {STATE};"),
    "parsed": in_script(f"window.__DATA__ = JSON.parse({json.dumps(STATE)});"),
    "next data": whole(f"<div id='__next'></div><script id='__NEXT_DATA__' type='application/json'>{STATE}</script>"),
    "arc": in_script(f"window.Fusion=window.Fusion||{{}};Fusion.globalContent={ARC};Fusion.x=1;"),
    "linked data": whole(f"<div id='root'></div><script type='application/ld+json'>{LD}</script>"),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_yields_the_same_article(layout: str) -> None:
    """Title, text, byline, times with minutes, canonical address; no caption, no tail, no other article's headline."""
    page = read_page(LAYOUTS[layout].encode(), "text/html; charset=utf-8", "https://m.hanbit.example/news/1000001?x=1")

    assert page is not None
    assert page.text == TEXT
    assert (page.title, page.author) == (TITLE, "김하나")
    assert (page.published, page.modified) == ("2021-05-25T13:46:00+09:00", "2021-05-25T15:02:00+09:00")
    assert page.canonical == "https://hanbit.example/news/1000001"


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
@pytest.mark.parametrize("content_type", ["text/html", "text/html; charset=euc-kr", "text/html; charset=utf-8"])
def test_pages_in_any_encoding(encoding: str, content_type: str) -> None:
    """Whatever header and markup claim, also with syllables that EUC-KR lacks."""
    page = read_page(LAYOUTS["marked body"].replace("가람", "펲똠").encode(encoding), content_type)

    assert page is not None
    assert page.text == TEXT.replace("가람", "펲똠")


@pytest.mark.parametrize(
    "line",
    [
        "무단 전재 및 재배포 금지",
        "Copyright ⓒ 한빛일보. All rights reserved. 무단 전재 및 재배포 금지.",
        "<저작권자(c) 한빛일보, 무단 전재-재배포 금지>",
        "ⓒ 한빛일보, 무단전재 및 재배포 금지",
        "김하나 기자 hana@hanbit.example",
        "hana@hanbit.example",
        "서울=김하나 기자 hana@hanbit.example",
        "김하나·이두리 기자",
        "기사 URL이 복사되었습니다.",
        "기사의 섹션 정보는 해당 언론사의 분류를 따르고 있습니다.",
        "▶ 한빛일보 구독하기",
        "[사진=누리전자 제공]",
        "/사진제공=누리전자",
        "▲ 누리전자 본사 전경",
        CAPTION,
        "좋아요 0",
        "입력 2021.05.25 13:46 수정 2021.05.25 15:02",
        "이 기사는 인공지능 기술을 활용해 작성했습니다",
    ],
)
def test_boilerplate_goes(line: str) -> None:
    """Copyright, bylines, buttons, captions, stamps: wherever they stand in the text."""
    assert clean_lines([LEAD, line, THIRD]) == [LEAD, THIRD]


@pytest.mark.parametrize(
    "line",
    [
        LEAD,
        SUBHEAD,
        "박두리 기자회견에서 회사는 1조원을 투자한다고 했다.",
        "이 사진은 위성이 찍은 데이터센터로, 넓이가 3만㎡에 이른다.",
        "회사는 저작권자와 학습 자료 이용료 300억원에 합의했다고 한다.",
        "관련 기사 300건을 학습한 모델은 점수가 12% 올랐다.",
    ],
)
def test_sentences_stay(line: str) -> None:
    """Also those that speak of photographs, reporters and copyright."""
    assert clean_lines([LEAD, line, THIRD]) == [LEAD, line, THIRD]


@pytest.mark.parametrize(
    "heading",
    [
        "관련기사",
        "[관련기사]",
        "많이 본 뉴스",
        "함께 보면 좋은 기사",
        "◆ 추천 기사",
        "한빛일보의 다른 기사",
        "주요뉴스",
    ],
)
def test_what_follows_related_articles_goes(heading: str) -> None:
    """Other articles' headlines carry other companies' figures."""
    assert clean_lines([LEAD, SECOND, heading, OTHERS, "하늘은행, 순이익 3조원"]) == [LEAD, SECOND]


def test_a_byline_at_the_end_of_a_sentence_goes() -> None:
    """The sentence stays."""
    assert clean_lines([LEAD, f"{THIRD} 부산=김하나 기자 hana@hanbit.example"]) == [LEAD, THIRD]


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("김하나 기자", "김하나"),
        ("순천 = 김하나 기자 hana@hanbit.example", "김하나"),
        ("김하나 기자, 이두리 특파원", "김하나, 이두리"),
        ("한빛일보=김하나 기자", "김하나"),
        ("Hana Kim", "Hana Kim"),
        ("https://www.facebook.com/hanbit", ""),
        ("hana@hanbit.example", ""),
        ("", ""),
    ],
)
def test_bylines_name_people(written: str, names: str) -> None:
    """Without titles, places, mail addresses and the outlet."""
    assert names_of(written) == names


@pytest.mark.parametrize(
    ("title", "site", "bare"),
    [
        (f"{TITLE} - 매일경제", "", TITLE),
        (f"{TITLE} | 한국일보", "", TITLE),
        (f"{TITLE}-정치ㅣ한국일보", "", TITLE),
        (f"{TITLE} : 뉴스 : 동아닷컴", "", TITLE),
        (f"{TITLE} - 한빛", "한빛", TITLE),
        ("누리전자: 가람에 5000억원", "", "누리전자: 가람에 5000억원"),
        ("누리전자 - 한별통신 합병", "", "누리전자 - 한별통신 합병"),
    ],
)
def test_titles_lose_the_outlet(title: str, site: str, bare: str) -> None:
    """And nothing else."""
    assert without_site(title, site) == bare


def test_dated_selectors_choose_by_the_day_of_the_article() -> None:
    """A redesign adds a rule; old pages are read as before."""
    old, new = PageRules(text="div.old"), PageRules(since=date(2021, 1, 1), text="div.new")

    assert rules_in_force([new, old], datetime(2020, 12, 31, tzinfo=KST)) == old
    assert rules_in_force([old, new], datetime(2021, 1, 1, tzinfo=KST)) == new
    assert rules_in_force([old, new], None) == new
    assert rules_in_force([], None) is None


def test_the_outlets_selectors_win() -> None:
    """Title, text, byline and times from where the outlet keeps them, and parts cut out before."""
    html = whole(
        f"<h2 class='t'>{TITLE}</h2><div class='who'>김하나 기자</div><span class='in'>2021.05.25 13:46</span>"
        f"<div class='new'>{PARAGRAPHS}<div class='promo'>{OTHERS} {OTHERS}</div></div>"
        f"<div itemprop='articleBody'><p>{OTHERS * 20}</p></div>",
        head="",
    )  # fmt: skip
    rules = PageRules(None, "h2.t", "div.new", ".who", ".in", "", (".promo",))

    page = read_page(html.encode(), rules=rules)

    assert page is not None
    assert (page.title, page.text, page.author, page.published, page.way) == (
        TITLE, TEXT, "김하나", "2021.05.25 13:46", "rules",
    )  # fmt: skip


@pytest.mark.parametrize(
    "body", [b"", b"   ", b"plain words", b"<html></html>", b"\x00\x01", b"<a " + b"x" * 200_000 + b">"]
)
def test_what_is_no_article_yields_nothing(body: bytes) -> None:
    """None, without raising."""
    page = read_page(body)

    assert page is None or len(page.text) < 40


ENTRY = Entry(
    "한빛일보", "hanbit.example/1000001", "", TITLE, datetime(2021, 5, 25, 13, 40, tzinfo=KST), LEAD, "김하나"
)


def fetched(server: Server, reply: Reply, entry: Entry = ENTRY) -> Article | FetchFailure:
    """Return what fetching the page of *entry* gives when the server answers with *reply*."""
    url = server.answers(reply, path="/news/1000001")

    async def ask() -> Article | FetchFailure:
        async with Client(settings()) as client:
            return await fetch(client, replace(entry, url=url), (), NOON)

    return asyncio.run(ask())


def test_an_entry_becomes_an_article(server: Server) -> None:
    """With the page's minutes, its later change, and the canonical address."""
    html = (("Content-Type", "text/html"),)
    article = fetched(server, Reply(200, html, LAYOUTS["marked body"].encode()))

    assert isinstance(article, Article)
    assert (article.id, article.outlet, article.origin) == ("한빛일보/hanbit.example/1000001", "한빛일보", "page")
    assert (article.title, article.text, article.author) == (TITLE, TEXT, "김하나")
    assert article.published == datetime(2021, 5, 25, 13, 46, tzinfo=KST)
    assert article.modified == datetime(2021, 5, 25, 15, 2, tzinfo=KST)
    assert article.url == "https://hanbit.example/news/1000001"


def test_a_page_that_tells_only_the_day_gets_the_feeds_minute(server: Server) -> None:
    """The day alone is no reason to call it midnight."""
    html = LAYOUTS["marked body"].replace("2021-05-25T13:46:00+09:00", "2021-05-25")
    article = fetched(server, Reply(200, (), html.encode()))

    assert isinstance(article, Article)
    assert article.published == ENTRY.published


@pytest.mark.parametrize(
    ("reply", "lasting", "reason"),
    [
        (Reply(404), True, "status 404"),
        (Reply(500), False, "status 500"),
        (Reply(503, (("Retry-After", "60"),)), False, "status 503"),
        (Reply(200, (), b""), False, "empty"),
        (Reply(200, (("Content-Type", "application/pdf"),), b"%PDF-1.7"), True, "application/pdf"),
        (Reply(200, (), whole("<p>로그인하세요</p>", "").encode()), True, "no text"),
        (Reply(302, (("Location", "http://10.0.0.1/"),)), True, "private"),
    ],
)
def test_a_page_that_gives_nothing_says_why(server: Server, reply: Reply, lasting: bool, reason: str) -> None:  # noqa: FBT001 - a row of the table
    """A value with a reason, and whether trying again may help."""
    found = fetched(server, reply)

    assert isinstance(found, FetchFailure)
    assert (found.lasting, reason in found.error) == (lasting, True)


def test_the_summary_serves_when_the_page_fails() -> None:
    """And the article says so."""
    article = article_of_summary(ENTRY, NOON)

    assert article is not None
    assert (article.origin, article.text, article.published) == ("summary", LEAD, ENTRY.published)
    assert article_of_summary(replace(ENTRY, summary="짧다"), NOON) is None


def test_a_copy_on_a_portal_is_mapped_to_its_origin() -> None:
    """The portal names it."""
    link = "<a class='media_end_head_origin_link' href='https://hanbit.example/news/1000001'>기사원문</a>"
    page = read_page(LAYOUTS["portal"].replace("<article", f"{link}<article").encode())

    assert page is not None
    assert page.origin == "https://hanbit.example/news/1000001"


def test_too_many_pages_close_the_host(server: Server) -> None:
    """A 429 for a page holds everything that is wanted of its host, and says for how long."""
    first = server.answers(Reply(429, (("Retry-After", "600"),)), path="/news/1")
    second = server.answers(Reply(200, (), LAYOUTS["marked body"].encode()), path="/news/2")

    async def both() -> list[Article | FetchFailure]:
        async with Client(settings(robots=False)) as client:
            return [await fetch(client, replace(ENTRY, url=url), (), NOON) for url in (first, second)]

    refused, held = asyncio.run(both())

    assert isinstance(refused, FetchFailure)
    assert isinstance(held, FetchFailure)
    assert (refused.lasting, refused.retry_after_s, held.lasting) == (False, 600, False)
    assert held.retry_after_s is not None
    assert 590 < held.retry_after_s <= 600
    assert server.requests("/news/2") == []
