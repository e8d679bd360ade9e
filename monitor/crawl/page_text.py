"""
The article's own lines, without captions, tools, copyright and other articles' headlines.

Those lines carry other companies' figures; a figure from one of them would be laid at the wrong door.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_HANGUL = re.compile("[가-힣]")
_WORD = re.compile(r"\w")
SPACES: Final = re.compile(r"[ \t\r\f\v\u00a0\u2002-\u200b\u3000]+")

_NEVER: Final = re.compile(
    r"무단\s?(?:전재|복제|배포|사용)|재배포\s?금지|저작권자\s?(?:[ⓒ©:]|\([cC]\))|"
    r"All rights? reserved|기사\s?URL이 복사|기사의 섹션 정보는|"
    r"언론사는 개별 기사를 2개 이상|구독(?:하기|을 눌러|신청)|"
    r"네이버에서 .{1,15} 구독|채널 추가|"
    r"카카오톡 .{0,10}친구|제보하기|\$\$[A-Z]+\$\$|^\s*좋아요\s*\d*$|"
    r"^\s*◎?공감언론|^\s*제보(?:는|:)|기사 ?제보|AI 학습 (?:및 )?(?:활용|이용) ?금지|공유하기|글자 ?크기|"
    r"기사를 읽어드립니다|동영상 뉴스|"
    r"이 기사는 .{0,20}(?:이용해|활용해) 작성|"
    r"^\s*기사\s?제공\s|^\s*[A-Z]{2,4}\s?뉴스 [가-힣]{2,4}입니다|"
    r"^\s*(?:공감|닫기|인쇄|스크랩|목록|좋아요|댓글|광고|더보기|클린뷰|AD|Advertisement)\s*$",
    re.IGNORECASE,
)  # copyright, buttons, calls to subscribe and to report
_COPYRIGHT: Final = re.compile(
    r"[<\[(〈ⓒ©]\s*(?:Copyrights?|저작권자).{0,80}$|(?:^|\s)(?:Copyrights?|저작권자)\s?[ⓒ©(].{0,80}$|"
    r"[<\[(〈]?\s*[ⓒ©]\s*.{0,80}(?:금지|reserved|기자|신문|뉴스|일보|닷컴|미디어).{0,40}$",
    re.IGNORECASE,
)
_OTHERS: Final = re.compile(
    r"^\W{0,6}(?:관련\s?(?:기사|뉴스|콘텐츠)|"
    r"함께 (?:보면|읽으면|본)|많이 본|인기 ?(?:기사|뉴스)|추천 ?(?:기사|뉴스|콘텐츠)|"
    r"주요 ?(?:기사|뉴스)|당신이 관심|이런 (?:기사|뉴스)|"
    r"실시간 ?(?:뉴스|랭킹|인기)|"
    r"핫 ?(?:이슈|뉴스|클릭)|이 시각|오늘의 (?:핫|주요)|다른 기사|최신 ?(?:기사|뉴스)|"
    r"[가-힣A-Za-z]{1,12}(?:의|이) 다른 (?:기사|뉴스)|"
    r"이 기자의|관련 ?태그|키워드|에디터 추천|랭킹 ?뉴스|지금 뜨는)(?:\W|$|.{0,12}$)"
)  # related, popular, recommended: headlines of other articles follow
_ARROW: Final = re.compile(r"^\s*(?:[▶☞►▷➤→]|\[\s*관련기사|☆|\[바로가기)")
_CAPTION: Final = re.compile(
    r"^\s*(?:[▲△▴↑]\s*\S.{0,200}|[\[(<〈【/]?\s*(?:사진|자료사진|그래픽|이미지|그림|일러스트|영상|출처|자료)\s?(?:[=:/ⓒ·]|제공).{0,80}|"
    r".{0,120}[./\s][\[(<〈/]?\s*(?:사진|자료|이미지|그래픽|출처)\s?(?:[=:/]\s?\S.{0,30}|제공\s*[\])>〉]?)|"
    r".{5,120}\S\s*(?:제공|캡처|갈무리)\s*[\])>〉]?)\s*$"
)  # photo, graphic, source
_ROLE: Final = r"(?:기자|특파원|선임기자|인턴기자|객원기자|전문기자|논설위원|편집위원|에디터|PD|앵커|통신원)"
_BYLINE: Final = re.compile(
    rf"^\W{{0,4}}(?:[가-힣A-Za-z·]{{1,15}}\s?[=·/]\s?)?(?:[가-힣]{{2,4}}\s?(?:{_ROLE})?\s?[·,/]\s?){{0,5}}[가-힣]{{2,4}}\s?{_ROLE}"
    r"(?:\s?[(\[<]?\s*[\w.+-]{1,40}@[\w.-]{1,40}\s*[)\]>]?)?\W{0,4}$"
)
_MAIL_END: Final = re.compile(
    rf"\s*(?:[(\[</]?\s*(?:[가-힣A-Za-z]{{1,10}}\s?=\s?)?(?:[가-힣]{{2,4}}\s?{_ROLE}?\s?[,·/]?\s?){{1,4}})?"
    r"[(\[<]?\s*[\w.+-]{1,40}@[\w-]{1,30}(?:\.[\w-]{1,20}){1,4}\s*[)\]>]?\s*$"
)
_STAMP: Final = re.compile(
    r"^\W{0,3}(?:기사)?\s?(?:입력|수정|등록|승인|송고|업데이트|최종수정|발행)\S{0,4}\s?[:|]?\s?(?:19|20)\d\d\s?[-./년].{0,80}$"
)  # entered, changed: the time of an article, not its text
_INFO: Final = re.compile(
    r"^[^.]{0,60}(?:입력|등록|승인|송고|발행|작성|수정|업데이트)\S{0,4}\s?[:|]?\s?(?:19|20)\d\d\s?[-./년][^가-힣]{0,30}"
    r"(?:[^.]{0,60}(?:19|20)\d\d\s?[-./년][^가-힣]{0,30})?$"
)  # who wrote it, when entered, when changed, in one line
_DATE_ALONE: Final = re.compile(
    r"^\W{0,3}(?:19|20)\d\d\s?[-./년]\s?\d{1,2}\s?[-./월]\s?\d{1,2}\s?[일.]?\s?(?:\(.\))?\s?(?:오전|오후)?[\s\d:시분초]{0,12}"
    r"(?:\s?[가-힣]{2,4}\s?기자)?\W{0,3}$"
)
_MENU: Final = re.compile(r"^(?:[^|｜·>]{1,8}\s?[|｜>]\s?){2,30}[^|｜·>]{1,8}$")  # home | politics | economy
_MARKED: Final = re.compile(r"[▲△]\s*\S")
_PLAIN_SENTENCE: Final = re.compile(
    r"^.{20,}(?<!니)다[.”\"’'\s]{0,3}$"
)  # news speaks plainly, buttons and notices politely
_ENDS_PLAINLY: Final = re.compile(r"(?<![니])다\.[”\"’']?$")
_BEGINS_ODDLY: Final = re.compile(r"[^가-힣A-Za-z0-9“\"‘']")  # a mark, a bracket: perhaps a caption or a link
_LONG_PARAGRAPH: Final = 250  # is more than the boilerplate in it
_SIGNATURE: Final = 160  # the longest that a byline or copyright is
_TAIL_FROM: Final = 0.5
_ABOVE: Final = 3  # so many lines at most stand above a title that is repeated


def split_lines(text: str) -> list[str]:
    """Return the lines of *text* that say something, white space made one space."""
    lines = (SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return [line for line in lines if line]


def clean_lines(lines: Iterable[str], title: str = "") -> list[str]:
    """
    Return *lines* without boilerplate: copyright, buttons, captions, bylines, and the headlines of other articles.

    What follows a heading such as 관련기사 (related articles) in the second half of the text is dropped to its end.
    """
    rows = split_lines("\n".join(lines))
    total, seen = sum(map(len, rows)) or 1, 0
    kept: list[str] = []
    bare_title = _bare(title)
    for number, row in enumerate(rows):
        if _OTHERS.match(row) and len(row) < 40 and seen / total >= _TAIL_FROM:  # noqa: PLR2004 - a heading is short
            break
        seen += len(row)
        if (
            (_is_boilerplate(row) and not _is_listed(rows, number))
            or _WORD.search(row) is None
            or (bare_title and len(kept) < _ABOVE and _bare(row) == bare_title)
        ):
            continue
        if trimmed := _without_signature(row):
            kept.append(trimmed)
    while kept and _BYLINE.match(kept[-1]):
        kept.pop()
    return kept


def _is_listed(rows: list[str], number: int) -> bool:
    """Tell whether a row with a mark in front is one of a list: a caption stands alone."""
    if not _MARKED.match(rows[number]):
        return False
    beside = (*rows[max(0, number - 1) : number], *rows[number + 1 : number + 2])
    return len(_MARKED.findall(rows[number])) > 1 or any(_MARKED.match(row) for row in beside)


def _without_signature(row: str) -> str:
    """Return *row* without the byline with a mail address, or the copyright, at its end."""
    kept = row
    if any(sign in row for sign in ("ⓒ", "©", "opyright", "저작권자")):
        kept = kept[:-_SIGNATURE] + _COPYRIGHT.sub("", kept[-_SIGNATURE:])
    if "@" in row[-_SIGNATURE:]:
        kept = kept[:-_SIGNATURE] + _MAIL_END.sub("", kept[-_SIGNATURE:])
    return kept.strip()


def _is_boilerplate(row: str) -> bool:
    if len(row) >= _LONG_PARAGRAPH or (_ENDS_PLAINLY.search(row) and _BEGINS_ODDLY.match(row) is None):
        return False
    if any(pattern.match(row) for pattern in (_STAMP, _ARROW, _BYLINE, _CAPTION, _INFO, _DATE_ALONE, _MENU)):
        return True
    return _NEVER.search(row) is not None and _PLAIN_SENTENCE.search(row) is None


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text)


def count_hangul(lines: Iterable[str]) -> int:
    """Return how many Hangul syllables *lines* hold."""
    return sum(len(_HANGUL.findall(line)) for line in lines)
