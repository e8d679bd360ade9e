"""
The article's own lines: blocks of a tree as lines, without captions, tools, copyright and other articles' headlines.

Those lines carry other companies' figures; a figure from one of them would be laid at the wrong door.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import html

_BLOCKS: Final = frozenset(
    ("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "fieldset", "figure", "footer", "form",
     "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table",
     "tbody", "td", "th", "thead", "tr", "ul")
)  # fmt: skip
_NO_TEXT: Final = frozenset(
    ("script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "video", "audio",
     "button", "select", "textarea", "input", "figure", "figcaption", "caption", "form", "nav", "footer", "head", "map")
)  # fmt: skip
_FOREIGN: Final = re.compile(
    r"(?i)(?:^|[\s_-])(?:caption|img_?desc|image-?(?:desc|caption|source)|photo_?(?:desc|caption|txt|info)|"
    r"relat\w*|rel_?(?:news|article|list)|recommend\w*|ranking|popular|most_?view\w*|hot_?news|article_relation|"
    r"copy_?right\w*|reporter\w*|journalist\w*|writer|byline|author_?box|sns\w*|share\w*|"
    r"ad|ads|advert\w*|banner\w*|google_?ad\w*|adsbygoogle|subscribe\w*|newsletter|comment\w*|reply\w*|"
    r"tag_?list|keyword\w*|hashtag\w*|breadcrumb\w*|article-?(?:copy|tools?)|tts\w*|font-?size\w*|sound_only|blind|"
    r"vod_?player\w*|editor-img-box|end_photo_org|articlephoto\w*|img_?(?:box|wrap|area|center))(?=$|[\s_-])"
)
_HANGUL = re.compile("[가-힣]")
_SPACES = re.compile(r"[ \t\r\f\v\u00a0\u2002-\u200b\u3000]+")

_NEVER: Final = re.compile(
    r"무단\s?(?:전재|복제|배포|사용)|재배포\s?금지|저작권자\s?(?:[ⓒ©:]|\([cC]\))|"
    r"All rights? reserved|기사\s?URL이 복사|기사의 섹션 정보는|"
    r"언론사는 개별 기사를 2개 이상|구독(?:하기|을 눌러|신청)|"
    r"네이버에서 .{1,15} 구독|채널 추가|"
    r"카카오톡 .{0,10}친구|제보하기|\$\$[A-Z]+\$\$|^\s*좋아요\s*\d*$|"
    r"기사 ?제보|AI 학습 (?:및 )?(?:활용|이용) ?금지|공유하기|글자 ?크기|기사를 읽어드립니다|동영상 뉴스|"
    r"이 기사는 .{0,20}(?:이용해|활용해) 작성|"
    r"^\s*(?:닫기|인쇄|스크랩|목록|좋아요|댓글|광고|더보기|클린뷰|AD|Advertisement)\s*$",
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
_LONG_PARAGRAPH: Final = 250  # is more than the boilerplate in it
_SIGNATURE: Final = 160  # the longest that a byline or copyright is
_TAIL_FROM: Final = 0.5
_DEEPEST: Final = 200  # Python's stack


def text_of_blocks(element: html.HtmlElement) -> list[str]:
    """Return the lines of *element*, one a block, without captions, tools, and what is hidden."""
    parts: list[str] = []
    _collect(element, parts, top=True)
    return _split("".join(parts))


def _collect(element: html.HtmlElement, parts: list[str], *, top: bool = False, depth: int = 0) -> None:
    if not isinstance(element.tag, str) or depth > _DEEPEST or (not top and _is_foreign(element)):
        return
    is_block = element.tag in _BLOCKS
    if is_block:
        parts.append("\n")
    parts.append(_SPACES.sub(" ", (element.text or "").replace("\n", " ")))
    for child in element:
        _collect(child, parts, depth=depth + 1)
        parts.append(_SPACES.sub(" ", (child.tail or "").replace("\n", " ")))
    if is_block:
        parts.append("\n")


def _is_foreign(element: html.HtmlElement) -> bool:
    """Tell whether *element* is no part of the text: a caption, an advertisement, a box of other articles."""
    if element.tag in _NO_TEXT:
        return True
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    if named.strip() and _FOREIGN.search(named):
        return True
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or element.get("aria-hidden") == "true" or element.get("hidden") is not None


def _split(text: str) -> list[str]:
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return [line for line in lines if line]


def clean_lines(lines: Iterable[str], title: str = "") -> list[str]:
    """
    Return *lines* without boilerplate: copyright, buttons, captions, bylines, and the headlines of other articles.

    What follows a heading such as 관련기사 (related articles) in the second half of the text is dropped to its end.
    """
    rows = _split("\n".join(lines))
    total, seen = sum(map(len, rows)) or 1, 0
    kept: list[str] = []
    bare_title = _bare(title)
    for row in rows:
        if _OTHERS.match(row) and len(row) < 40 and seen / total >= _TAIL_FROM:  # noqa: PLR2004 - a heading is short
            break
        seen += len(row)
        if _is_boilerplate(row) or (bare_title and not kept and _bare(row) == bare_title):
            continue
        if trimmed := _without_signature(row):
            kept.append(trimmed)
    while kept and _BYLINE.match(kept[-1]):
        kept.pop()
    return kept


def _without_signature(row: str) -> str:
    """Return *row* without the byline with a mail address, or the copyright, at its end."""
    kept = row
    if any(sign in row for sign in ("ⓒ", "©", "opyright", "저작권자")):
        kept = kept[:-_SIGNATURE] + _COPYRIGHT.sub("", kept[-_SIGNATURE:])
    if "@" in row[-_SIGNATURE:]:
        kept = kept[:-_SIGNATURE] + _MAIL_END.sub("", kept[-_SIGNATURE:])
    return kept.strip()


def _is_boilerplate(row: str) -> bool:
    if len(row) >= _LONG_PARAGRAPH:
        return False
    if _STAMP.match(row) or _ARROW.match(row) or _BYLINE.match(row) or _CAPTION.match(row):
        return True
    return _NEVER.search(row) is not None


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text)


def count_hangul(lines: Iterable[str]) -> int:
    """Return how many Hangul syllables *lines* hold."""
    return sum(len(_HANGUL.findall(line)) for line in lines)
