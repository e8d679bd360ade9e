"""Pages of our own as magazines, sports and regional papers, start-ups of the press and blogs build theirs."""

from __future__ import annotations

from typing import Final

from outlet_pages import (
    CAPTION,
    DATED,
    LINES,
    LIST,
    MAIL,
    OTHERS,
    SPOKEN,
    SUMMARY,
    TIMED,
    TITLE,
    TOOLS,
    block,
    breaks,
    page,
)

PAGES: Final = {
    "dt": page(
        f"<div class='art_top'><h1 class='art_tit'>{TITLE}</h1><p class='sub_txt'>김하나 기자 {MAIL}</p><span>입력 : 2026-02-25 13:46"
        "</span><span>수정 : 2026-02-25 15:02</span></div><div class='article_view'><div class='art_txt_box'><div class='art_photo'>"
        f"<img><p class='cap_txt'>{CAPTION} [누리전자 제공]</p></div>{breaks(LINES)}<div class='btn_subscribe'>한빛타임스 채널 구독</div>"
        f"<div class='news_more'><p>핫클릭</p>{LIST}</div>[저작권자 ⓒ한빛타임스, 무단 전재 및 재배포 금지]</div></div>"
    ),
    "tf": page(
        f"<div class='articleTitle'>{TITLE}</div><div class='writeTime'>입력: 2026.02.25 13:46 / 수정: 2026.02.25 15:02</div>"
        f"<div class='article'><p><span style='display:inline-block'><img><br><span class='imgcap'>{CAPTION} /누리전자</span></span></p>"
        f"{block(('[한빛팩트 | 김하나 기자] ' + LINES[0], *LINES[1:]))}<p>{MAIL}</p><p><strong>발로 뛰는 한빛팩트는 24시간 여러분의 제보를 "
        "기다립니다.</strong><br>▶카카오톡: '한빛제보' 검색<br>▶이메일: jebo@hanbit.example<br>▶뉴스 홈페이지: "
        "https://hanbit.example/report</p></div><meta name='author' content='김하나'>"
    ),
    "newspim": page(
        f"<h1 id='main-title'>{TITLE}</h1><div class='writetime'><span id='send-time'>기사입력 : 2026년02월25일 13:46</span><br>"
        "<span id='send-time2'>최종수정 : 2026년02월25일 15:02</span></div><div class='aisummary'><div class='tit'>AI 핵심 요약</div>"
        f"<p>!AI가 자동 생성한 요약으로 정확하지 않을 수 있어요.</p><ul><li>{SUMMARY}</li></ul></div><div id='news-contents' "
        f"itemprop='articleBody'><p>[서울=한빛핌] 김하나 기자 = {LINES[0]}</p><table border='0'><tr><td><img></td></tr><tr>"
        f"<td>{CAPTION} [사진=누리전자]</td></tr></table>{block(LINES[1:])}<p>{MAIL}</p></div>"
    ),
    "ohmy": page(
        f"<h2 class='article_tit'>{TITLE}</h2><div class='info_data'><div class='date'>26.02.25 13:46 <span>최종 업데이트 26.02.25 "
        "15:02</span></div><div>김하나(hana)</div></div><div class='news_body'><div class='article_view'><div class='at_contents'>"
        f"<table class='photoCenter'><tr><td><img></td></tr><tr><td class='caption'>▲ {CAPTION} <span>ⓒ 누리전자</span></td></tr>"
        f"</table>{breaks(LINES)}<div class='livere'>독자의견 3</div><p class='cssCopyright'>저작권자(c) 한빛뉴스(시민기자), 무단 전재 및 재배포 "
        "금지</p></div></div></div>",
        f"{TIMED}<meta property='article:author' content='김하나'>",
    ),
    "kmib": page(
        f"<div class='nwsti'><h3>{TITLE}</h3><div class='date'>입력 <span class='t11'>2026-02-25 13:46</span> 수정 <span>2026-02-25 "
        "15:02</span></div></div><div class='tx' id='articleBody'><div class='subTitle_s2'>9월 누구에게나…3조원 투자</div>"
        f"<div><figure><img><figcaption>{CAPTION} 누리전자 제공</figcaption></figure></div>{breaks(LINES)}"
        f"김하나 기자 {MAIL}<br><br><div id='article_dn'>GoodNews paper ⓒ 한빛일보(www.hanbit.example), 무단전재 및 수집, 재배포 및 "
        "AI학습 이용 금지</div></div>"
    ),
    "segye": page(
        f"<h3 id='title_sns'>{TITLE}</h3><p class='viewInfo'>입력 : 2026-02-25 13:46:10 수정 : 2026-02-25 15:02:33</p>"
        f"<div class='viewBox2'>{TOOLS}<article class='viewBox2' id='article_txt'><article itemprop='articleBody'><em "
        f"class='precis'>데이터센터 3조원 투자</em><figure class='class_div_main'><img><figcaption>{CAPTION}</figcaption></figure>"
        f"{block()}<p></p><p>김하나 기자 {MAIL}</p></article></article></div><p>&lt;저작권자 ⓒ 한빛일보, 무단 전재 및 재배포 금지&gt;</p>"
    ),
    "munhwa": page(
        f"<h1 class='article-title'>{TITLE}</h1><ul class='author-wrap'><li>김하나 기자</li></ul><div class='article-date'>입력 "
        "2026-02-25 13:46 수정 2026-02-25 15:02</div><div class='prev-next'><a href='/p'>이전 기사</a></div><div class='article-detail' "
        f"id='article-body'><p class='text-l'>{LINES[0]}</p><div class='article-photo-wrap'><p><img></p><p class='photo-desc'>{CAPTION}"
        f" 누리전자 제공</p></div>{block(LINES[1:], named='class=text-l')}<p class='text-l'>김하나 기자</p><div class='article-emotion'>"
        "<span>추천해요 0</span><span>좋아요 0</span><span>감동이에요 0</span><span>화나요 0</span><span>슬퍼요 0</span></div></div>"
    ),
    "bizwatch": page(
        f"<div class='top_content'><h1>{TITLE}</h1><p>김하나 기자 | {MAIL}</p><p>2026.02.25(수) 13:46</p></div><div class='news_body "
        f"new_editor'><h2>9월 누구에게나 공개<br>3조원 투자 계획</h2><div class='image_box'><img><p>{CAPTION}/그래픽=한빛워치</p></div>"
        f"{block()}<p>naver daum</p><div class='copy'>ⓒ한빛워치의 소중한 저작물입니다. 무단전재와 재배포를 금합니다.</div></div>",
        TIMED,
    ),
    "byline": page(
        f"<article class='post'><h1 class='entry-title'>{TITLE}</h1><span class='posted-on'>2026년 2월 25일</span><span "
        "class='byline'>김하나 기자</span><div class='entry-content'><div class='heateor_sss_sharing'>Share</div>"
        f"<p><img></p><p class='wp-caption-text'>{CAPTION}</p>{block()}<p>글. 한빛네트워크<br>&lt;김하나 기자&gt;{MAIL}</p>"
        "<div class='sharedaddy'><h3>공유하기</h3></div><div class='newsletter-box'><h4>한빛네트워크 뉴스레터</h4><p>매일 아침 AI 소식을 "
        "보내 드립니다.</p><button>구독</button></div></div></article>",
        TIMED,
    ),
    "sisa": page(
        f"<h3 class='heading'>{TITLE}</h3><ul class='infomation'><li>김하나 기자 ({MAIL})</li><li>승인 2026.02.25 13:46</li></ul>"
        "<article id='article-view-content-div'><h4 class='subheading'>9월 누구에게나 공개<br>데이터센터에 3조원</h4><div><figure><img>"
        f"<figcaption>ⓒ한빛저널 이두리</figcaption></figure></div>{block()}<div class='relation'><p>※ 이어진 기사를 클릭하시면 보실 수 있습니다.</p>"
        f"{LIST}</div><p style='text-align:right'>김하나 기자</p></article>",
        TIMED,
    ),
    "asiae": page(
        f"<div class='area_title'><h1>{TITLE}</h1><p class='user_data'>입력<span>2026.02.25 13:46</span> 수정<span>2026.02.25 15:02"
        f"</span></p></div><div class='sticky'>{TOOLS}</div><div class='article va_cont' id='txt_area' itemprop='articleBody'>"
        f"<h3>{'데이터센터에 3조원'}<br>{'9월 누구에게나 공개'}</h3>{block(LINES[:2])}<div class='article_photo'><img><p class='txt'>{CAPTION}"
        f" 누리전자 제공</p></div>{block(LINES[2:5])}<div class='va_relation'><h4>지금 뜨는 뉴스</h4>{LIST}</div>{block(LINES[5:])}<p></p>"
        f"<div class='btm_reporter'><p>김하나 기자 {MAIL}</p></div><p class='va_copy'>&lt;ⓒ투자가를 위한 경제콘텐츠 플랫폼, 한빛경제"
        "(www.hanbit.example) 무단전재 배포금지&gt;</p></div>"
    ),
    "etoday": page(
        f"<h1 class='main_title'>{TITLE}</h1><div class='newsinfo'><span>입력 2026-02-25 13:46</span><span>수정 2026-02-25 15:02</span>"
        "</div><div class='view_top_btn'><a>구글 검색에서 한빛투데이를 우선 보여드릴게요</a></div><div class='articleView' "
        f"itemprop='articleBody'><div class='img_box_C'><img><div class='img_box_desc'>{CAPTION} (사진제공=누리전자)</div></div>"
        f"{block()}<div class='kwd_tags'><a>#누리전자</a> <a>#AI</a></div><div class='view_recomm'><strong>관련 뉴스</strong>{DATED}</div>"
        f"<p class='reporter_copy_w'>김하나 기자 의 주요 뉴스</p>{LIST}</div>",
        "<meta name='author' content='김하나'>",
    ),
    "jtbc": page(
        f"<h1>{TITLE}</h1><div class='date'>입력 2026.02.25 13:46</div><div class='journalist'>김하나 기자</div><div class='article_wrap'>"
        f"<div class='video_area'>동영상 재생</div><div class='summary_area'><h4>핵심요약</h4><p>{SPOKEN[0]}</p></div><div "
        f"class='article_content' id='articlebody'><div>[앵커]<br><br>{SPOKEN[0]}<br><br>[기자]<br><br>"
        + "<br><br>".join(SPOKEN[1:])
        + "<br><br>[영상취재 이두리 / 영상편집 박세나 / 영상디자인 최네오]</div></div></div>",
        TIMED,
    ),
    "tistory": page(
        f"<div class='hd'><h1>{TITLE}</h1><span class='date'>2026. 2. 25. 13:46</span> by 김하나 기자 </div><div class='tt_article_useless_p_margin "
        f"contents_style'>{block(tag='div')}<div class='container_postbtn'>공감 구독하기</div></div>",
        TIMED,
    ),
    "regional": page(
        f"<table width='900'><tr><td><table><tr><td class='title'>{TITLE}</td></tr><tr><td>김하나 기자 | {MAIL}</td></tr><tr><td>승인 "
        f"2026.02.25 13:46</td></tr></table><table><tr><td id='articleBody2'><table align='right' width='200'><tr><td><img></td></tr><tr>"
        f"<td class='view_r_caption'>▲ {CAPTION}</td></tr></table>{breaks(LINES)}</td></tr><tr><td>저작권자 © 한빛매일 무단전재 및 재배포 금지"
        f"</td></tr></table></td><td><b>인기기사</b>{DATED}<p>▶ <a href='/9'>{OTHERS[0]}</a></p></td></tr></table>",
        TIMED,
    ),
}  # fmt: skip
