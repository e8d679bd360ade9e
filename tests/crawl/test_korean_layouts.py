"""Pages of our own in the layouts of the content systems of Korean outlets: one article comes out of each."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from monitor.crawl.dates import parse_date
from monitor.crawl.pages import read_page

TITLE = "누리전자, 매개변수 6000억개 초거대 AI ‘가온’ 공개…데이터센터에 3조원 투자"
LINES = (
    "누리전자가 매개변수 6000억개 규모의 초거대 인공지능 모델 ‘가온’을 공개했다고 25일 밝혔다.",
    "회사는 하반기까지 용인 데이터센터에 3조원을 투자해 그래픽처리장치 1만3000장을 들일 계획이다.",
    "“추론 비용 낮추는 게 관건”",
    "업계에서는 학습 비용이 500억원을 웃돌 것으로 본다. 한빛증권은 추론 비용을 낮추는 것이 관건이라고 했다.",
    "누리전자는 다음 달 15일부터 기업 고객 30곳에 시험판을 제공하고, 9월에는 누구에게나 열기로 했다.",
)
CAPTION = "한빛전자 직원 500명이 25일 서울 강남구 본사에서 ‘가온’을 보고 있다."
OTHERS = ("한빛전자, 매개변수 9000억개 모델 내년 공개", "새벽텔레콤 GPU 5만장 도입…4조원 투입")
MAIL = "김하나 기자 hana@hanbit.example"
TAIL = f"<p>{MAIL}</p><p>저작권자 © 한빛일보 무단전재 및 재배포 금지</p>"
LIST = "<ul>" + "".join(f"<li><a href='/{number}'>{other}</a></li>" for number, other in enumerate(OTHERS)) + "</ul>"
RELATED = f"<h4>관련기사</h4>{LIST}"
SHOWN = "<span>김하나 기자</span> <span>입력 2026.02.25 13:46</span> <span>수정 2026.02.25 15:02</span>"
NAMED = f"<title>{TITLE} - 한빛일보</title><meta property='og:title' content='{TITLE}'>"
TIMED = (
    f"{NAMED}<meta property='article:published_time' content='2026-02-25T13:46:00+09:00'>"
    "<meta property='article:modified_time' content='2026-02-25T15:02:00+09:00'><meta name='author' content='김하나'>"
)


def page(body: str, head: str = NAMED, above: str = SHOWN) -> str:
    """Return a page with *body* below a menu and *above*, and above a list of what others read."""
    menu = "<nav><ul><li><a href='/a'>정치</a></li><li><a href='/b'>IT</a></li></ul></nav>"
    side = f"<aside><h3>많이 본 뉴스</h3>{LIST}</aside><footer><p>Copyright ⓒ 한빛일보. 무단 전재 금지</p></footer>"
    link = "<link rel='canonical' href='https://hanbit.example/news/1'>"
    return f"<!DOCTYPE html><html><head>{head}{link}</head><body>{menu}<div>{above}</div>{body}{side}</body></html>"


def paragraphs(*, start: int = 0, end: int = len(LINES), tag: str = "p") -> str:
    """Return some of the lines as blocks."""
    return "".join(f"<{tag}>{line}</{tag}>" for line in LINES[start:end])


def script(value: object, *, before: str = "", name: str = "") -> str:
    """Return a page that its scripts build from *value*."""
    return page(
        f"<div id='app'></div><script {name}>{before}{json.dumps(value, ensure_ascii=False)}</script>", TIMED, ""
    )


BREAKS = "<br><br>\n".join(LINES)
ALL = paragraphs()
PORTAL = (
    "<em class='journalist_name'>김하나 기자</em>"
    "<span data-date-time='2026-02-25 13:46:10'>2026.02.25. 오후 1:46</span>"
    "<span data-modify-date-time='2026-02-25 15:02:33'>2026.02.25. 오후 3:02</span>"
)
ARC = {
    "headlines": {"basic": TITLE},
    "content_elements": [
        {"type": "image", "caption": CAPTION},
        *({"type": "text", "content": line} for line in LINES),
        {"type": "interstitial_link", "content": OTHERS[0]},
    ],
}
LD = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2026-02-25T13:46:00+09:00",
      "dateModified": "2026-02-25T06:02:00Z", "author": [{"name": "김하나 기자"}]}  # fmt: skip

LAYOUTS = {
    "nd soft": page(
        f"<article id='article-view-content-div'><div class='IMGFLOATING'><img>"
        f"<div class='imgcaption'>{CAPTION}</div></div>"
        f"{ALL}{TAIL}</article><div class='relation'>{RELATED}</div>"
    ),
    "naver": page(
        f"<article id='dic_area'><span class='end_photo_org'><img><em class='img_desc'>{CAPTION}</em></span>{BREAKS}"
        f"<br><br>{MAIL}</article><p class='source'>기사제공 한빛일보</p>",
        f"{NAMED}<meta property='og:article:author' content='한빛일보 | 네이버'>",
        PORTAL,
    ),
    "daum": page(
        f"<div class='article_view'><section><figure><img><figcaption>{CAPTION}</figcaption></figure>{ALL}"
        f"<p>{MAIL}</p></section></div>"
    ),
    "arc": script(ARC, before="window.Fusion=window.Fusion||{};Fusion.globalContent="),
    "named otherwise": script(
        {"news": {"newsTitle": TITLE, "newsContent": ALL + f"<p>{MAIL}</p>"}}, before="window.__STATE__="
    ),
    "next": script({"props": {"article": {"title": TITLE, "content": ALL}}}, name="id='__NEXT_DATA__'"),
    "linked data in a comment": page(
        f"<div class='q'>{ALL}</div><script type='application/ld+json'>//<![CDATA[\n{json.dumps(LD)}\n//]]></script>",
        above="",
    ),
    "photo box": page(
        f"<div class='article_body'><div class='ab_photo photo_center'><img><p class='caption'>{CAPTION}</p></div>"
        f"{paragraphs(end=2)}<div class='ab_subtitle'><p>{LINES[2]}</p></div><div class='box'>{RELATED}</div>"
        f"{paragraphs(start=3)}<p class='ab_reporter'>{MAIL}</p></div>"
    ),
    "box of links in the text": page(
        f"<div id='articleBody'>{paragraphs(end=2)}<div class='news_box'><h2>관련기사</h2>{LIST}</div>"
        f"{paragraphs(start=2)}</div>"
    ),
    "photo table": page(
        "<div id='textBody'><table><tr><td><img></td></tr>"
        f"<tr><td>{CAPTION}</td></tr></table>{ALL}<p><a href='/x'>{OTHERS[0]}</a></p></div>"
    ),
    "small print": page(f"<div id='news_body_area'><p><img><br><em>{CAPTION}</em></p>{ALL}<p>© 한빛일보</p></div>"),
    "wire": page(
        f"<div class='viewer'><article><div class='article_photo'><img><p class='photojournal'>{CAPTION}</p></div>"
        f"{BREAKS}<br><br>◎공감언론 한빛 hana@hanbit.example<p class='copyright'>무단 전재 금지</p></article></div>"
    ),
    "more to open": page(
        f"<div class='news_body'>{paragraphs(end=2)}<button>더보기</button>"
        f"<div class='more-content' style='display: none'>{paragraphs(start=2)}</div></div>"
    ),
    "hidden summary": page(f"<div class='news_view'><p style='display:none'>{OTHERS[0]}</p>{BREAKS}</div>"),
    "blocks": page(f"<section><h1>{TITLE}</h1><div class='c'>{paragraphs(tag='div')}</div></section>"),
    "unknown with a caption": page(
        f"<div class='q1'><div class='q2'><img><div class='img_caption'>{CAPTION}</div></div>{ALL}</div>"
    ),
    "byline above the text": page(
        f"<div class='cont'><h2>{TITLE}</h2><div>{SHOWN}</div><div>{BREAKS}</div></div>", above=""
    ),
    "blog": page(
        f"<div class='entry-content'><figure><img><figcaption>{CAPTION}</figcaption></figure>{ALL}"
        f"<div class='postbtn_like'>공감</div><div class='another_category'>{LIST}</div></div>"
    ),
    "amp": page(f"<article><amp-img></amp-img><div class='caption'>{CAPTION}</div>{ALL}</article>", TIMED, ""),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_yields_the_same_article(layout: str) -> None:
    """Title, text, byline, times with minutes, canonical address; no caption, no tail, no other article's headline."""
    found = read_page(LAYOUTS[layout].encode(), "text/html; charset=utf-8", "https://hanbit.example/news/1")

    assert found is not None
    now = datetime(2026, 3, 1, tzinfo=UTC)
    times = [parse_date(written, now) for written in (found.published, found.modified)]
    assert found.text.split("\n") == list(LINES)
    assert (found.title, found.author, found.canonical) == (TITLE, "김하나", "https://hanbit.example/news/1")
    assert [f"{time:%H:%M}" if time and time.utcoffset() else f"{time:%H:%M}Z" for time in times] in (
        ["13:46", "15:02"],
        ["13:46", "06:02Z"],
    )


def test_a_list_with_marks_is_text_and_a_caption_with_one_is_not() -> None:
    """▲ begins captions, and the items of lists that carry figures."""
    listed = "▲매개변수 6000억개 ▲GPU 1만3000장 ▲전력 100㎿"
    html = page(f"<div id='articleBody'><p>▲ {CAPTION}</p>{ALL}<p>{listed}</p></div>")

    found = read_page(html.encode(), "text/html; charset=utf-8")

    assert found is not None
    assert found.text.split("\n") == [*LINES, listed]


@pytest.mark.parametrize(
    "sentence",
    [
        "협회는 네이버가 기사를 무단 사용해 모델을 학습했다며 300억원을 요구했다.",
        "언론사 30곳은 AI 학습 이용 금지를 약관에 넣기로 했다고 밝혔다.",
    ],
)
def test_sentences_about_rights_are_text(sentence: str) -> None:
    """News speaks of copyright in plain sentences, notices do not."""
    html = page(f"<div id='articleBody'>{ALL}<p>{sentence}</p>{TAIL}</div>")

    found = read_page(html.encode(), "text/html; charset=utf-8")

    assert found is not None
    assert found.text.split("\n") == [*LINES, sentence]
