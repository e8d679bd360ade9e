"""
Which lines of a page are no text: copyright, buttons, captions, bylines, times, calls to subscribe and to report.

Tables of patterns, each behind words without which it cannot fit: most lines hold none of them and cost little.
"""

from __future__ import annotations

import re
from typing import Final

# Anywhere in a line, by a word that the pattern needs.
_NOTICES: Final = {
    word: re.compile(pattern, re.IGNORECASE)
    for word, pattern in {
        "무단": r"무단\s?(?:전재|복제|배포|사용)",  # copyright
        "재배포": r"재배포\s?금지",
        "저작권자": r"저작권자\s?(?:[ⓒ©:]|\([cC]\))",
        "ights reserved": r"All rights? reserved",
        "이 복사": r"기사\s?URL이 복사",  # copied, read aloud, shared
        "섹션 정보": r"기사의 섹션 정보는",
        "2개 이상": r"언론사는 개별 기사를 2개 이상",
        "기사를 읽": r"기사를 읽어드립니다",
        "동영상": r"동영상 뉴스",
        "공유하기": r"공유하기",
        "글자": r"글자 ?크기",
        "구독": r"구독(?:하기|을 눌러|신청)|네이버에서 .{1,15} 구독|구독자 [\d,]+ ?명",  # subscribe
        "채널": r"채널 추가",
        "카카오톡": r"카카오톡 .{0,10}친구",
        "제보": r"제보하기|기사 ?제보|(?:여러분|당신)의 제보",  # tell us
        "$$": r"\$\$[A-Z]+\$\$",
        "AI": r"AI 학습 (?:및 )?(?:활용|이용) ?금지|AI가 .{0,10}요약",
        "자동": r"자동\s?요약",
        "작성": r"이 기사는 .{0,20}(?:이용해|활용해) 작성",
        "발행인": r"(?:대표전화|등록번호|발행인).{0,80}(?:발행인|편집인|보호책임자)",  # the publisher, at the foot
        "이 기사는": r"^이 기사는 20\d\d.{0,60}(?:표출|공개|게재|출고|송고|노출|보도)",  # shown first elsewhere
    }.items()
}  # fmt: skip
_BUTTON: Final = re.compile(
    r"\s*(?:(?:공감|닫기|인쇄|스크랩|목록|좋아요|독자의견|댓글|광고|더보기|클린뷰|AD|Advertisement|Share|naver|daum)\s*)+[\d,]*\s*$|"
    r"(?:(?:[가-힣]{0,5} ?[가-힣]{1,4}요|쏠쏠정보)\s*[\d,]+개?\s*){2,}$",
    re.IGNORECASE,
)  # also how many readers like it
_DESK: Final = re.compile(
    r"\W*[ⓒ©]|\s*◎?공감언론|\s*제보(?:는|:)|\s*기사\s?제공\s|\s*[A-Z]{2,4}\s?뉴스 [가-힣]{2,4}입니다|"
    r"\W{0,4}(?:전화|메일|이메일|카카오톡|사이트|홈페이지|유튜브|팩스)\s?[\]:]|▷\s?(?:전화|이메일|카카오톡|유튜브)|"
    r"\[?(?:앵커|기자|리포트|VCR|인터뷰)\]?$|◀ ?[가-힣]{2,6} ?▶$|\W?영상\s?(?:취재|편집|촬영|디자인)|"
    r"글\s?[.=:·]\s?[가-힣A-Za-z ]{2,20}$"
)  # how to reach the newsroom, who speaks on air, who filmed
_TAGS: Final = re.compile(r"(?:#[^\s#,]{1,30}[\s,]*)+$")
_ARROW: Final = re.compile(r"\s*(?:[▶☞►▷➤→≫]|>>|\[\s*관련기사|☆|\[바로가기)")
_CAPTION: Final = re.compile(
    r"\s*(?:[▲△▴↑]\s*\S.{0,200}|[\[(<〈【/]?\s*(?:사진|자료사진|그래픽|이미지|그림|일러스트|영상|출처|자료)\s?(?:[=:/ⓒ·]|제공).{0,80}|"
    r".{0,120}[./\s][\[(<〈/]?\s*(?:사진|자료|이미지|그래픽|출처)\s?(?:[=:/]\s?\S.{0,30}|제공\s*[\])>〉]?)|"
    r".{5,120}\S\s*(?:제공|캡처|갈무리)\s*[\])>〉]?)\s*$"
)  # photo, graphic, source
ROLE: Final = r"(?:기자|특파원|선임기자|인턴기자|객원기자|전문기자|논설위원|편집위원|에디터|PD|앵커|통신원)"
BYLINE: Final = re.compile(
    rf"\W{{0,4}}(?:[가-힣A-Za-z·]{{1,15}}\s?[=·/]\s?)?(?:[가-힣]{{2,4}}\s?(?:{ROLE})?\s?[·,/]\s?){{0,5}}[가-힣]{{2,4}}\s?{ROLE}"
    r"(?:\W{0,3}?[(\[<]?\s*[\w.+-]{1,40}@[\w.-]{1,40}\s*[)\]>]?)?\W{0,4}$"
)
_STAMP: Final = re.compile(
    r"\W{0,3}(?:기사)?\s?(?:입력|수정|등록|승인|송고|업데이트|최종수정|발행)\S{0,4}\s?[:|]?\s?(?:19|20)\d\d\s?[-./년].{0,80}$"
)  # entered, changed: the time of an article, not its text
_INFO: Final = re.compile(
    r"[^.]{0,60}(?:입력|등록|승인|송고|발행|작성|수정|업데이트)\S{0,4}\s?[:|]?\s?(?:19|20)\d\d\s?[-./년][^가-힣]{0,30}"
    r"(?:[^.]{0,60}(?:19|20)\d\d\s?[-./년][^가-힣]{0,30})?$"
)  # who wrote it, when entered, when changed, in one line
_DATE_ALONE: Final = re.compile(
    r"\W{0,3}(?:19|20)\d\d\s?[-./년]\s?\d{1,2}\s?[-./월]\s?\d{1,2}\s?[일.]?\s?(?:\(.\))?\s?(?:오전|오후)?[\s\d:시분초]{0,12}"
    r"(?:\s?[가-힣]{2,4}\s?기자)?\W{0,3}$"
)
_ONE_OTHER: Final = re.compile(
    r"\W{0,6}관련\s?(?:기사|뉴스)\s?[\])>:|▶=]+\s?\S.{7,}"
)  # related: one headline, in its line
_MENU: Final = re.compile(r"(?:[^|｜·>]{1,8}\s?[|｜>]\s?){2,30}[^|｜·>]{1,8}$")  # home | politics | economy
# A whole line, by words of which the pattern needs one; no word where its first sign decides.
_WHOLE_LINES: Final = (
    (("입력", "수정", "등록", "승인", "송고", "업데이트", "발행", "작성"), (_STAMP, _INFO)),
    (("기자", "특파원", "위원", "에디터", "PD", "앵커", "통신원"), (BYLINE,)),
    (("▲", "△", "▴", "↑", "사진", "그래픽", "이미지", "그림", "일러"), (_CAPTION,)),
    (("영상", "출처", "자료", "제공", "캡처", "갈무리"), (_CAPTION,)),
    (("관련",), (_ONE_OTHER,)),
    (("|", "｜", ">"), (_MENU,)),
    (("",), (_DESK, _BUTTON, _ARROW, _TAGS, _DATE_ALONE)),
)  # fmt: skip
_OTHERS: Final = re.compile(
    r"\W{0,6}(?:관련\s?(?:기사|뉴스|콘텐츠)|"
    r"함께 (?:보면|읽으면|본)|많이 본|인기 ?(?:기사|뉴스)|추천 ?(?:기사|뉴스|콘텐츠)|"
    r"주요 ?(?:기사|뉴스)|당신이 (?:관심|좋아할)|이런 (?:기사|뉴스)|"
    r"실시간 ?(?:뉴스|랭킹|인기)|"
    r"핫 ?(?:이슈|뉴스|클릭)|이 시각|오늘의 (?:핫|주요)|다른 기사|최신 ?(?:기사|뉴스)|"
    r"[가-힣A-Za-z]{1,12}(?:의|이) 다른 (?:기사|뉴스)|"
    r"이 기자의|관련 ?태그|키워드|에디터 추천|랭킹 ?뉴스|지금 뜨는)(?:\W|$|.{0,12}$)"
)  # related, popular, recommended: headlines of other articles follow
_SUMMARY: Final = re.compile(
    r"\W{0,4}(?:(?:AI|자동|핵심|뉴스|기사|세 ?줄|[3-5]줄|한눈에)[가-힣 ]{0,8})?요약(?:\W|[가-힣]{0,2}$|$)|"
    r"여러분의 (?:생각|의견)"
)  # a summary, a poll
_PLAIN_SENTENCE: Final = re.compile(
    r".{20,}(?<!니)다[.”\"’'\s]{0,3}$"
)  # news speaks plainly, buttons and notices politely
_ENDS_PLAINLY: Final = re.compile(r"(?<!니)다\.[”\"’']?$")
_BEGINS_ODDLY: Final = re.compile(r"[^가-힣A-Za-z0-9“\"‘']")  # a mark, a bracket: perhaps a caption or a link
_LONG_PARAGRAPH: Final = 250  # is more than the boilerplate in it
_HEADING: Final = 40  # the longest that a heading is


def heads_others(line: str) -> bool:
    """Tell whether *line* is a heading such as 관련기사 (related articles): headlines of other articles follow."""
    if len(line) >= _HEADING or _OTHERS.match(line) is None:
        return False
    return _ONE_OTHER.match(line) is None and _ENDS_PLAINLY.search(line) is None


def is_plain_sentence(line: str) -> bool:
    """Tell whether *line* ends as the sentences of newspapers do."""
    return _PLAIN_SENTENCE.match(line) is not None


def heads_a_box(line: str) -> bool:
    """Tell whether *line* is the heading of a box that is no part of the text: a summary, a poll, other articles."""
    return heads_others(line) or (len(line) < _HEADING and _SUMMARY.match(line) is not None)


def without_notices(line: str) -> str:
    """Return *line* as it is, '' when it is no text, or its sentences alone when a notice follows them."""
    if len(line) >= _LONG_PARAGRAPH or (_ENDS_PLAINLY.search(line, len(line) - 3) and not _BEGINS_ODDLY.match(line)):
        return line
    for words, patterns in _WHOLE_LINES:
        if any(word in line for word in words) and any(pattern.match(line) for pattern in patterns):
            return ""
    starts = [found.start() for word, notice in _NOTICES.items() if word in line and (found := notice.search(line))]
    if not starts or is_plain_sentence(line):
        return line
    said = line.rfind("다.", 0, min(starts))
    return line[: said + 2] if said > 0 else ""
