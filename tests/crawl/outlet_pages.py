"""
Pages of our own, built as Korean newspapers, agencies, broadcasters and portals build theirs.

The words are ours; the layout, and what each desk sets around its text, is what their readers meet: captions in tables,
advertisements and other articles' headlines amid the text, summaries, polls, calls to subscribe and to report.
"""

from __future__ import annotations

import json
from typing import Final

TITLE: Final = "누리전자, 매개변수 6000억개 초거대 AI ‘가온’ 공개…데이터센터에 3조원 투자"
SUBHEAD: Final = "“추론 비용 낮추는 게 관건”"
LINES: Final = (
    "누리전자가 매개변수 6000억개 규모의 초거대 인공지능(AI) 모델 ‘가온’을 공개했다고 25일 밝혔다.",
    "회사는 하반기까지 용인 데이터센터에 3조원을 투자해 그래픽처리장치(GPU) 1만3000장을 들일 계획이다. 전력은 100㎿를 쓴다.",
    "가온은 한국어 문서 2조 토큰을 학습했다. 지난해 내놓은 ‘가온 1’보다 매개변수가 세 배로 늘었고 학습에 쓴 자료도 두 배가 됐다.",
    SUBHEAD,
    "업계에서는 학습 비용이 500억원을 웃돌 것으로 본다. 한빛증권은 “추론 비용을 낮추는 것이 관건”이라고 했다.",
    "박두리 누리전자 대표는 이날 서울 강남구 본사에서 열린 기자간담회에서 “내년까지 매출 1조2000억원을 올리겠다”고 말했다.",
    "누리전자는 다음 달 15일부터 기업 고객 30곳에 시험판을 제공하고, 9월에는 누구에게나 열기로 했다.",
    "정부도 올해 안에 국산 AI 모델을 쓰는 중소기업 200곳에 모두 300억원을 지원한다.",
)
SPOKEN: Final = (
    "누리전자가 매개변수 6천억 개 규모의 초거대 인공지능 모델 '가온'을 공개했습니다.",
    "하반기까지 용인 데이터센터에 3조 원을 투자해 그래픽처리장치 만 3천 장을 들인다는 계획입니다.",
    "가온은 한국어 문서 2조 토큰을 학습했습니다. 지난해 나온 '가온 1'보다 매개변수가 세 배로 늘었습니다.",
    "업계에서는 학습 비용이 5백억 원을 웃돌 것으로 보고 있습니다.",
    "누리전자는 다음 달 15일부터 기업 고객 30곳에 시험판을 제공하고, 9월에는 누구에게나 열기로 했습니다.",
    "정부도 올해 안에 국산 AI 모델을 쓰는 중소기업 2백 곳에 모두 3백억 원을 지원합니다.",
)
CAPTION: Final = "한빛전자 직원 500명이 25일 서울 강남구 본사에서 ‘가온’을 시연하고 있다."
OTHERS: Final = ("한빛전자, 매개변수 9000억개 모델 내년 공개", "새벽텔레콤 GPU 5만장 도입…4조원 투입")
SUMMARY: Final = "누리전자가 25일 ‘가온’을 공개하고 3조원을 투자한다. GPU 1만3000장을 들인다. 9월에는 누구에게나 연다."
MAIL: Final = "hana@hanbit.example"
LIST: Final = "<ul>" + "".join(f"<li><a href='/{n}'>{other}</a></li>" for n, other in enumerate(OTHERS)) + "</ul>"
DATED: Final = (
    "<ul>"
    + "".join(f"<li><a href='/{n}'>{other}</a><span>2026.02.24</span></li>" for n, other in enumerate(OTHERS))
    + "</ul>"
)
NAMED: Final = f"<title>{TITLE} - 한빛일보</title><meta property='og:title' content='{TITLE}'>"
TIMED: Final = (
    "<meta property='article:published_time' content='2026-02-25T13:46:00+09:00'>"
    "<meta property='article:modified_time' content='2026-02-25T15:02:00+09:00'>"
)
LD: Final = {
    "@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE,
    "datePublished": "2026-02-25T13:46:00+09:00", "dateModified": "2026-02-25T15:02:00+09:00",
    "author": [{"@type": "Person", "name": "김하나"}], "publisher": {"@type": "Organization", "name": "한빛일보"},
}  # fmt: skip
MENU: Final = (
    "<div id='gnb'><ul class='menu'><li><a href='/a'>정치</a></li><li><a href='/b'>경제</a></li>"
    "<li><a href='/c'>IT·과학</a></li><li><a href='/d'>오피니언</a></li></ul><a href='/login'>로그인</a></div>"
)
SIDE: Final = (
    f"<div class='side'><strong>많이 본 뉴스</strong>{DATED}</div><div class='foot'><p>(주)한빛일보 서울시 중구 한빛로 1 "
    "대표전화 02-000-0000 등록번호 서울 아00001 발행인 박두리 청소년보호책임자 김하나</p>"
    "<p>Copyright ⓒ 한빛일보. All rights reserved. 무단 전재, 재배포 및 AI 학습 이용 금지</p></div>"
)


def page(body: str, head: str = "", *, named: str = NAMED) -> str:
    """Return a page of an outlet with *body* between its menu and its side."""
    link = "<link rel='canonical' href='https://hanbit.example/news/1'><meta charset='utf-8'>"
    return f"<!DOCTYPE html><html lang='ko'><head>{named}{head}{link}</head><body>{MENU}{body}{SIDE}</body></html>"


def block(lines: tuple[str, ...] = LINES, tag: str = "p", named: str = "", *, subhead: str = "") -> str:
    """Return *lines* as blocks, the subhead in markup of its own where the desk has one."""
    marked = subhead or f"<{tag} {named}><strong>%s</strong></{tag}>"
    return "".join(marked % line if line == SUBHEAD else f"<{tag} {named}>{line}</{tag}>\n" for line in lines)


def breaks(lines: tuple[str, ...] = LINES, first: str = "") -> str:
    """Return *lines* as bare text with two breaks after each."""
    return first + "<br><br>\n".join(f"<b>{line}</b>" if line == SUBHEAD else line for line in lines) + "<br><br>"


TOOLS: Final = (
    "<div class='utils'><button>공유</button><a href='#'>페이스북</a><a href='#'>카카오톡</a><a href='#'>URL 복사</a>"
    "<span>글자크기 설정</span><a href='#'>가</a><a href='#'>가</a><a href='#'>인쇄</a><a href='#'>스크랩</a></div>"
)
PAGES: Final = {
    "nd soft": page(
        f"<header class='article-view-header'><h3 class='heading'>{TITLE}</h3><div class='info-group'><ul class='infomation'>"
        "<li><i class='icon-user-o'></i> 김하나 기자</li><li>입력 2026.02.25 13:46</li><li>수정 2026.02.25 15:02</li>"
        f"<li>댓글 0</li></ul></div>{TOOLS}</header><article id='article-view-content-div' class='article-veiw-body'>"
        f"<div style='text-align:center'><figure class='photo-layout image'><img><figcaption>{CAPTION} [사진: 누리전자]"
        f"</figcaption></figure></div>{block(LINES[:3])}<div class='ad-template'><div class='banner_box'>AD</div></div>"
        f"{block(LINES[3:])}<p>#누리전자 #가온 #초거대AI #데이터센터</p></article><div class='clearfix'><div class='view-editors'>"
        f"<a href='/r'><strong>김하나 기자</strong></a> <a href='mailto:{MAIL}'>{MAIL}</a> <a href='/r'>다른기사 보기</a></div>"
        f"<p class='view-copyright'>저작권자 © 한빛일보 무단전재 및 재배포 금지</p><h4>관련기사</h4>{LIST}</div>"
    ),
    "arc": page(
        f"<section class='article-body' itemprop='articleBody'><div class='summary-box'><strong>기사 요약</strong>"
        f"<p>{SUMMARY}</p></div><figure class='article-body__content-image'><img><figcaption>{CAPTION} /누리전자 제공"
        f"</figcaption></figure>{block(LINES[:2], named='class=article-body__content-text')}"
        "<div class='dfpAd'>ADVERTISEMENT</div>"
        f"{block(LINES[2:], named='class=article-body__content-text', subhead='<h4>%s</h4>')}"
        f"<div class='article-body__interstitial-link'><a href='/x'>☞ {OTHERS[0]}</a></div></section>"
        f"<script type='application/ld+json'>{json.dumps(LD)}</script>",
    ),
    "joongang": page(
        f"<article class='article'><header><h1 class='headline'>{TITLE}</h1><div class='datetime'><p class='date'>입력 "
        "<time itemprop='datePublished' datetime='2026-02-25T13:46:02+09:00'>2026.02.25 13:46</time></p><p>업데이트 "
        "<time itemprop='dateModified' datetime='2026-02-25T15:02:02+09:00'>2026.02.25 15:02</time></p></div>"
        "<div class='byline'><a href='/r'>김하나 기자</a><button>구독</button></div></header>"
        f"<div class='article_body fs3' id='article_body'><div class='ab_photo photo_center'><div class='image'><img></div>"
        f"<p class='caption'>{CAPTION} 연합뉴스</p></div>{block(LINES[:3], named='data-divno=1')}<div class='ab_related_article'>"
        f"<div class='ab_related_article_title'>관련기사</div>{LIST}</div><div class='ad' id='ad_in'>AD</div>"
        f"<div class='ab_subtitle'><p>{SUBHEAD}</p></div>{block(LINES[4:])}<div class='ab_poll'><strong>여러분의 생각은?</strong>"
        "<p>국산 AI 모델을 써 보시겠습니까?</p><button>예</button><button>아니요</button></div>"
        f"<div class='ab_byline'>김하나 기자 {MAIL}</div></div></article>"
    ),
    "hani": page(
        f"<h3 class='ArticleDetailView_title'>{TITLE}</h3><div class='ArticleDetailView_reporterList'><a>김하나기자</a></div>"
        "<ul class='ArticleDetailView_dateList'><li>수정 <span>2026-02-25 15:02</span></li><li>등록 <span>2026-02-25 13:46"
        "</span></li></ul><div class='ArticleDetailAudioPlayer'>기사를 읽어드립니다 <span>0:00</span></div>"
        f"<div class='article-text'><div class='ArticleDetailContent_imageContainer'><figure><img><figcaption>{CAPTION} "
        f"누리전자 제공</figcaption></figure></div>{block(LINES[:4], named='class=text')}<div class='ArticleDetailContent_ad'>"
        f"<span>광고</span></div>{block(LINES[4:], named='class=text')}<p class='text'>김하나 기자 {MAIL}</p></div>"
    ),
    "khan": page(
        f"<div class='art_header'><h1>{TITLE}</h1><div class='date'><p>입력 <span>2026.02.25 13:46</span></p><p>수정 "
        f"<span>2026.02.25 15:02</span></p></div><ul class='editor'><li>김하나 기자</li></ul></div><div class='art_cont'>"
        f"<div class='summary_cont'><p><strong>요약</strong> AI가 자동으로 생성한 요약입니다.</p><p>{SUMMARY}</p></div>"
        f"<div class='art_body' id='articleBody'><div class='art_photo photo_center'><div class='art_photo_wrap'><img>"
        f"<p class='caption'>{CAPTION} 누리전자 제공</p></div></div>{block(named='class=content_text')}"
        f"<p class='content_text'><a href='/1'>▶ {OTHERS[0]}</a></p><div class='banner-article-left'><a href='/x'>구독</a></div>"
        "</div></div>"
    ),
    "hankyung": page(
        f"<h1 class='headline'>{TITLE}</h1><div class='article-timestamp'><span class='item'>입력<span class='txt-date'>"
        "2026.02.25 13:46</span></span><span class='item'>수정<span class='txt-date'>2026.02.25 15:02</span></span></div>"
        f"<div class='author'><a href='/r' class='item'>김하나 기자</a><button>구독하기</button></div>{TOOLS}"
        f"<div class='article-body' id='articletxt' itemprop='articleBody'><figure class='article-figure'><img>"
        f"<figcaption class='figure-caption'>{CAPTION} 한경DB</figcaption></figure>{breaks(LINES[:3])}"
        "<div class='ad-area-wrap'><div class='ad-area'>ADVERTISEMENT</div></div>"
        f"{breaks(LINES[3:])}김하나 기자 {MAIL}</div><div class='article-copyright'>ⓒ 한빛경제 &amp; hanbit.example, "
        "무단전재 및 재배포 금지</div>"
    ),
    "mk": page(
        f"<h2 class='news_ttl'>{TITLE}</h2><dl class='author'><dt>김하나 기자</dt><dd><a>{MAIL}</a></dd></dl>"
        "<dl class='registration'><dt>입력 : </dt><dd>2026-02-25 13:46:10</dd></dl><dl class='registration'><dt>수정 : </dt>"
        "<dd>2026-02-25 15:02:33</dd></dl><div class='news_cnt_detail_wrap' itemprop='articleBody'>"
        f"<div class='ai_summary'><h3>기사 속 핵심 요약</h3><p>{SUMMARY}</p><p>AI가 요약한 내용으로 원문과 다를 수 있습니다.</p></div>"
        f"<div class='thumb_area img'><figure><img><figcaption>{CAPTION} [누리전자]</figcaption></figure></div>"
        f"{block(LINES[:4], named='refid=1')}<div class='ad_wrap ad_mid'>광고</div>{block(LINES[4:], named='refid=2')}"
        f"<div class='reporter_box'><strong>김하나</strong><p>구독자 1,234명 응원수 56</p></div></div>"
    ),
    "sedaily": page(
        f"<div class='article_head'><h1 class='art_tit'>{TITLE}</h1><div class='article_info'><span class='url_txt'>입력"
        "2026-02-25 13:46:10</span><span class='url_txt'>수정 2026.02.25 15:02:33</span><span>김하나 기자</span></div></div>"
        f"<div class='article_view' itemprop='articleBody'><div class='sub_view'>데이터센터에 3조원<br>9월 누구에게나</div>"
        f"<figure class='art_photo'><img><figcaption>{CAPTION} 사진 제공=누리전자</figcaption></figure>{breaks(LINES)}"
        f"<div class='art_rel'><h4>관련기사</h4>{DATED}</div>김하나 기자 {MAIL}"
        "<div class='article_copy'>&lt; 저작권자 ⓒ 한빛경제, 무단 전재 및 재배포 금지 &gt;</div></div>"
    ),
    "etnews": page(
        f"<h2 id='article_title_h2'>{TITLE}</h2><time class='date'>발행일 : 2026-02-25 13:46</time> <time class='date'>업데이트 : "
        "2026-02-25 15:02</time><div class='article_body' id='articleBody'><figure class='article_image'><img>"
        f"<figcaption class='caption'>{CAPTION}</figcaption></figure>{block(LINES[:3])}<div class='ad_newsroom1'>"
        f"<iframe></iframe></div>{block(LINES[3:])}<p>김하나 기자 {MAIL}</p><div class='related_wrap'><ul>"
        f"<li><strong>관련 기사</strong></li></ul>{LIST}</div><div class='footer_btnwrap'><a href='/l'>목록</a></div>"
        "<div class='btn_share'>SNS공유하기 페이스북 트위터 네이버 카카오톡</div></div>"
    ),
    "zdnet": page(
        f"<div class='news_head'><h1>{TITLE}</h1><p class='category'>인터넷</p><p class='meta'><span>입력 :2026/02/25 13:46"
        "&nbsp;&nbsp;&nbsp; 수정: 2026/02/25 15:02</span></p></div><div class='reporter_list'><a href='/r'>김하나 기자</a></div>"
        f"<div class='view_cont'><div id='articleBody'><div id='content-1'><figure class='image'><img><figcaption>{CAPTION}"
        f"(사진=누리전자)</figcaption></figure>{block(LINES[:3])}<div class='news_box connect'><div class='news_box_tit'>"
        f"<h2>관련기사</h2></div>{DATED}</div>{block(LINES[3:], subhead='<h3>%s</h3>')}</div></div></div>"
    ),
    "ddaily": page(
        f"<h1>{TITLE}</h1><div class='article_info'>김하나 기자 {MAIL} 입력 2026-02-25 13:46 수정 2026-02-25 15:02</div>"
        f"<div class='article_content'><div class='photo_box'><img><p>{CAPTION}</p></div>"
        f"{block(('[한빛데일리 김하나 기자] ' + LINES[0], *LINES[1:]))}"
        f"<p>&lt;김하나 기자&gt;{MAIL}</p><p>당신이 좋아할 만한 뉴스</p>{LIST}</div>"
    ),
    "inews24": page(
        f"<main class='view'><h1>{TITLE}</h1><time>입력 2026.02.25 13:46</time><time>수정 2026.02.25 15:02</time>{TOOLS}"
        f"<article id='articleBody'><h2>하반기 데이터센터에 3조원…9월 공개</h2><figure><img><figcaption>{CAPTION} [사진=누리전자]"
        f"</figcaption></figure>{block(('[한빛뉴스 김하나 기자] ' + LINES[0], *LINES[1:]))}"
        f"<address>/김하나 기자<a href='mailto:{MAIL}'>({MAIL})</a></address></article><div class='hash'>"
        "<a>#누리전자</a><a>#가온</a></div></main>",
        TIMED,
    ),
    "yna": page(
        f"<header class='title-article01'><h1 class='tit'>{TITLE}</h1><p class='update-time' data-update-time='202602251346'>"
        "<span class='txt'>송고</span>2026-02-25 13:46</p></header><div class='writer-zone'><strong class='tit-name'>"
        "김하나 기자</strong><a>기자 페이지</a></div><article class='story-news article'><div class='tit-sub'><strong>"
        f"데이터센터에 3조원 투자</strong></div><div class='comp-box photo-group'><figure class='image-zone'><img>"
        f"<figcaption class='txt-desc'><strong>‘가온’ 시연</strong><p>{CAPTION} [누리전자 제공. 재판매 및 DB 금지]</p></figcaption>"
        f"</figure></div>{block(('(서울=한빛통신) 김하나 기자 = ' + LINES[0], *LINES[1:4]))}<aside class='aside-bnr07'>광고</aside>"
        f"{block(LINES[4:])}<p>{MAIL}</p><p class='txt-copyright adrs'><span class='txt'>제보는 카카오톡 okjebo</span> "
        "&lt;저작권자(c) 한빛통신, 무단 전재-재배포, AI 학습 및 활용 금지&gt;<span class='date'>2026/02/25 13:46 송고</span></p>"
        "</article>",
        TIMED,
    ),
    "newsis": page(
        f"<div class='top'><h1 class='tit title_area'>{TITLE}</h1><div class='infoLine'><span class='txt'><span>등록 "
        "2026.02.25 13:46:10</span><span>수정 2026.02.25 15:02:33</span></span></div></div><div class='view'><div class='viewer'>"
        "<div class='summury'>데이터센터에 3조원 투자<br>9월 누구에게나 공개</div><article><div class='thumCont'>"
        "<div class='article_photo center' style='width:640px'><table class='article_photo'><tr><td class='img'><img></td></tr>"
        f"<tr><td class='photojournal'>[서울=한빛통신] {CAPTION} (사진=누리전자 제공) 2026.02.25. photo@hanbit.example "
        "*재판매 및 DB 금지</td></tr></table></div></div>"
        f"{breaks(LINES, '[서울=한빛통신] 김하나 기자 = ')}◎공감언론 한빛통신 {MAIL}<div class='copyright'>Copyright © "
        "한빛통신 무단 전재 및 재배포 금지</div></article></div></div>"
    ),
    "news1": page(
        f"<div class='wrap'><h1>{TITLE}</h1><div><span>김하나 기자</span></div><div>2026.02.25 오후 01:46</div><div>2026.02.25 오후 "
        f"03:02 업데이트</div><div id='articleBodyContent'><figure><img><figcaption>{CAPTION} 2026.2.25/한빛통신 ⓒ 한빛통신 이두리 기자"
        f"</figcaption></figure>{block(('(서울=한빛통신) 김하나 기자 = ' + LINES[0], *LINES[1:]))}<p>{MAIL}</p></div>"
        "<div>Copyright ⓒ 한빛통신. All rights reserved. 무단 전재 및 재배포, AI학습 이용 금지.</div></div>",
        "<meta property='article:published_time' content='2026-02-25T13:46:00+09:00'>"
        "<meta property='article:modified_time' content='2026-02-25T15:02:00+09:00'>",
    ),
}  # fmt: skip
