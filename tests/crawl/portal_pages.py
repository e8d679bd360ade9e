"""Pages of our own as portals, broadcasters and economic papers build theirs."""

from __future__ import annotations

import json
from typing import Final

from outlet_pages import (
    CAPTION,
    DATED,
    LD,
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
    "naver": page(
        f"<div class='media_end_head_title'><h2 id='title_area'><span>{TITLE}</span></h2></div><div class='media_end_head_info'>"
        "<span>입력</span><span class='_ARTICLE_DATE_TIME' data-date-time='2026-02-25 13:46:10'>2026.02.25. 오후 1:46</span>"
        "<span>수정</span><span class='_ARTICLE_MODIFY_DATE_TIME' data-modify-date-time='2026-02-25 15:02:33'>2026.02.25. "
        "오후 3:02</span></div><em class='media_end_head_journalist_name'>김하나 기자</em><div id='contents'>"
        "<div id='newsct_article'><article id='dic_area' class='go_trans _article_content'><strong class='media_end_summary'>"
        "데이터센터에 3조원 투자<br>9월 누구에게나 공개</strong><br><br><span class='end_photo_org'><div class='nbd_im_w'><img>"
        f"</div><em class='img_desc'>{CAPTION} 누리전자 제공</em></span>{breaks(LINES)}김하나 기자 {MAIL}</article></div>"
        "<div class='byline'><p>김하나 기자 hana@hanbit.example</p></div><div class='ends_addition'><p>기자 프로필</p>"
        "<p>구독 이 기사는 언론사에서 IT 섹션으로 분류했습니다.</p></div></div>"
    ),
    "daum": page(
        f"<div class='head_view'><h3 class='tit_view'>{TITLE}</h3><div class='info_view'><span class='txt_info'>김하나 기자</span>"
        "<span class='txt_info'>입력 <span class='num_date'>2026. 2. 25. 13:46</span></span><span class='txt_info'>수정 "
        "<span class='num_date'>2026. 2. 25. 15:02</span></span></div><div class='layer_summary'><strong>자동요약</strong>"
        f"<p>기사 제목과 주요 문장을 기반으로 자동요약한 결과입니다. 전체 맥락을 이해하기 위해서는 본문 보기를 권장합니다.</p><p>{SUMMARY}</p>"
        "</div></div><div class='news_view fs_type1'><div class='article_view'><section><figure class='figure_frm'><p "
        f"class='link_figure'><img></p><figcaption class='txt_caption'>{CAPTION}</figcaption></figure>"
        f"{block(LINES, named='dmcf-ptype=general')}<p dmcf-ptype='general'>김하나 기자 {MAIL}</p></section></div></div>"
        "<p class='txt_copyright'>Copyright © 한빛일보. 무단전재 및 재배포 금지.</p>"
    ),
    "ytn": page(
        f"<h2 class='news_title'><span>{TITLE}</span></h2><div class='date'>2026.02.25. 오후 1:46.</div>"
        f"<div id='CmAdContent' class='paragraph'><span>{breaks(SPOKEN)}YTN 김하나 ({MAIL})<br><br>※ '당신의 제보가 뉴스가 됩니다'<br>"
        "[카카오톡] YTN 검색해 채널 추가<br>[전화] 02-398-8585<br>[메일] social@hanbit.example<br>"
        "[저작권자(c) YTN 무단전재, 재배포 및 AI 데이터 활용 금지]</span></div>",
        f"{TIMED}<meta name='author' content='김하나'>",
    ),
    "sbs": page(
        f"<h1>{TITLE}</h1><div class='date_area'><span>작성 2026.02.25 13:46</span><span>수정 2026.02.25 15:02</span></div>"
        f"<strong class='reporter'>김하나 기자</strong>{TOOLS}<div class='article_cont_area'><div class='main_text'><div "
        "class='text_area' itemprop='articleBody'><div class='article_image'><div class='ai_box'><img></div><p class='ai_cap'>"
        f"{CAPTION}</p></div>{breaks(SPOKEN)}(사진=누리전자 제공, 한빛통신)</div></div></div><p class='copyright'>Copyright Ⓒ SBS. "
        "All rights reserved. 무단 전재, 재배포 및 AI학습 이용 금지</p>"
    ),
    "kbs": page(
        f"<h4 class='headline-title'>{TITLE}</h4><div class='dates'><em class='input-date'>입력 2026.02.25 (13:46)</em><em "
        "class='update-date'>수정 2026.02.25 (15:02)</em></div><p class='tts-notice'>읽어주기 기능은 크롬기반의 <br>브라우저에서만 "
        f"사용하실 수 있습니다.</p><div class='detail-body font-size' id='cont_newstext'><div class='detail-visual'><img></div>"
        f"{breaks(SPOKEN)}[사진 출처 : 한빛통신 / 누리전자 제공]<br><br><div class='report-box'>■ 제보하기<br>▷ 전화 : 02-781-1234, "
        "4444<br>▷ 카카오톡 : 'KBS제보' 검색, 채널 추가<br>▷ 이메일 : kbs1234@hanbit.example<br>▷ 유튜브, 네이버, 카카오에서도 "
        "KBS뉴스를 구독해주세요!</div></div><div class='reporter-info'><strong>김하나 기자</strong></div>"
    ),
    "mbc": page(
        f"<h2 class='art_title'>{TITLE}</h2><div class='date'><span class='input'>입력 2026-02-25 13:46</span><span class='input'>"
        "수정 2026-02-25 15:02</span></div><div class='news_txt' itemprop='articleBody'><div class='news_img'><img><p "
        f"class='caption'>{CAPTION}</p></div>{breaks(SPOKEN)}MBC뉴스 김하나입니다.<br><br>MBC 뉴스는 24시간 여러분의 제보를 "
        "기다립니다.<br><br>▷ 전화 02-784-4000<br>▷ 이메일 jebo@hanbit.example<br>▷ 카카오톡 @mbc제보</div>",
        "<meta name='author' content='김하나'>",
    ),
    "nocut": page(
        f"<h2>{TITLE}</h2><ul class='bl_b'><li class='email'><a>한빛뉴스 김하나 기자</a></li><li>2026-02-25 13:46</li></ul>"
        "<div id='pnlViewTop'>핵심요약</div><div class='viewbox'><div id='pnlContent' itemprop='articleBody'>"
        f"<span class='fr-img-caption fr-fic'><span class='fr-img-wrap'><img><span class='fr-inner'>{CAPTION} 누리전자 제공</span>"
        f"</span></span>{breaks(LINES)}<div class='reportBox'>※한빛뉴스는 여러분의 제보로 함께 세상을 바꿉니다. 각종 비리와 부당대우, "
        "사건사고와 미담 등 모든 얘깃거리를 알려주세요.<ul><li><strong>이메일 : </strong>jebo@hanbit.example</li>"
        "<li><strong>카카오톡 : </strong>@한빛뉴스</li><li><strong>사이트 : </strong>https://hanbit.example/jebo</li></ul></div>"
        "</div></div>",
        TIMED,
    ),
    "edaily": page(
        f"<div class='news_titles'><h1>{TITLE}</h1><div class='dates'><ul><li><p>등록 2026-02-25 오후 1:46:10</p></li><li><p>수정 "
        f"2026-02-25 오후 3:02:33</p></li></ul></div><div class='reporter_name'>김하나 기자</div></div><div class='newsbody'>"
        "<div class='news_body' itemprop='articleBody'><div>이 기사는 2026년 02월 25일 13시 16분에 마켓인 프리미엄 콘텐츠로 선공개 "
        "되었습니다.</div>"
        f"{breaks(LINES[:2], '[한빛데일리 김하나 기자] ')}<table class='gd_tbl' align='center'><tr><td><img></td></tr><tr><td>{CAPTION}"
        f"(사진=누리전자)</td></tr></table>{breaks(LINES[2:])}</div></div><div class='writer'>김하나 기자 {MAIL}</div>"
    ),
    "mt": page(
        f"<h1 class='subject'>{TITLE}</h1><ul class='info'><li class='name'>김하나 기자</li><li class='date'>2026.02.25 13:46</li>"
        "</ul><div class='view_text' id='textBody'><table class='article_photo center' width='400'><tr><td><img></td></tr><tr>"
        f"<td class='img_cap'>{CAPTION} /사진=누리전자</td></tr></table>{breaks(LINES[:4])}<div class='related_article'><strong>"
        f"[관련기사]</strong>{LIST}</div>{breaks(LINES[4:])}<div class='copyright'>&lt;저작권자 ⓒ '돈이 보이는 뉴스' 한빛투데이, "
        "무단전재 및 재배포 금지&gt;</div></div>",
        TIMED,
    ),
    "fnnews": page(
        f"<h1>{TITLE}</h1><p class='byline'><em><b>한빛뉴스</b>입력 2026.02.25 13:46</em><em>수정 2026.02.25 15:02</em></p>"
        f"<div class='cont_view' id='article_content'><div class='art_con'><figure><img><figcaption>{CAPTION} 누리전자 제공"
        f"</figcaption></figure><p>[한빛뉴스] {LINES[0]}</p>{block(LINES[1:])}<div class='link_txt'><a href='/1'>▶ {OTHERS[0]}</a>"
        f"</div><p class='art_copyright'>{MAIL} 김하나 기자</p><p>※ 저작권자 ⓒ 한빛뉴스, 무단전재-재배포 금지</p></div></div>"
    ),
    "herald": page(
        f"<h1 class='news_title'>{TITLE}</h1><div class='news_date'>2026-02-25 13:46:10</div><article class='article_view' "
        f"id='articleText'><p>[한빛경제=김하나 기자] {LINES[0]}</p><div class='img_box'><img><div class='caption'>{CAPTION} "
        f"[누리전자 제공]</div></div>{block(LINES[1:])}<div class='ad_box'>ADVERTISEMENT</div></article>"
        "<div class='btm'><a>hana@hanbit.example</a></div>",
        TIMED,
    ),
    "ajunews": page(
        f"<h2>{TITLE}</h2><p class='date'><span>입력 2026-02-25 13:46</span><span>수정 2026-02-25 15:02</span></p><div class='name'>"
        "김하나 기자</div><div class='article_con'><div id='articleBody' class='dim' itemprop='articleBody'><div class='imgBox'>"
        f"<img><div class='caption'>{CAPTION} [사진=누리전자]</div></div>{breaks(LINES)}<div class='reporter_box'>김하나 기자 "
        "<em>기자페이지</em> 공유하기 좋아요 0 나빠요 0</div><p class='copyright'>©'5개국어 글로벌 경제신문' 한빛경제. 무단전재·재배포 금지"
        "</p></div></div>"
    ),
    "thebell": page(
        f"<div class='viewHead'><p class='tit'>{TITLE}</p><span class='user'>김하나 기자</span><span class='date'>공개 2026-02-25 "
        "13:46:10</span></div><div class='viewBox'><div class='viewSection' id='article_main'><p class='box'>이 기사는 2026년 02월 "
        f"25일 13:16 더벨 유료페이지에 표출된 기사입니다.</p>{breaks(LINES)}<table><tr><td><img></td></tr></table></div>"
        "<p class='txt'>&lt; 저작권자 ⓒ 자본시장 미디어 '한빛벨', 무단 전재, 재배포 및 AI학습 이용 금지 &gt;</p></div>",
        TIMED,
    ),
    "bloter": page(
        f"<h1 class='entry-title'>{TITLE}</h1><div class='meta'><a rel='author'>김하나</a><time datetime='2026-02-25T13:46:00+09:00'>"
        "2026년 2월 25일</time></div><div class='single-content'><figure class='wp-block-image'><img><figcaption>"
        f"{CAPTION}</figcaption></figure>{block(LINES, subhead='<h2 class=wp-block-heading>%s</h2>')}<div class='sharedaddy'>"
        f"<h3>공유하기:</h3><ul><li>트위터</li><li>페이스북</li></ul></div><div class='jp-relatedposts'><h3>관련</h3>{DATED}</div></div>"
        f"<script type='application/ld+json'>{json.dumps({'@graph': [LD]})}</script>"
    ),
    "donga": page(
        f"<section class='head_group'><h1>{TITLE}</h1><ul class='news_info'><li><strong>김하나 기자</strong></li><li><button>"
        "입력 <span>2026년 2월 25일 13시 46분</span></button></li></ul></section><section class='news_view' id='contents'>"
        f"<h2 class='sub_tit'>데이터센터에 3조원 투자<br>9월 누구에게나 공개</h2><figure class='img_cont'><img><figcaption>{CAPTION} "
        f"뉴시스</figcaption></figure>{breaks(LINES[:4])}<div class='view_m_adA'><div>광고</div></div>{breaks(LINES[4:])}"
        f"<div class='view_series'><h3>이슈 ·칼럼 연재</h3>{LIST}</div>김하나 기자 {MAIL}<div class='article_end'>좋아요 0개 슬퍼요 0개 "
        "화나요 0개</div></section>",
        TIMED,
    ),
}  # fmt: skip
