"""Find programmes and facilities that the catalogue does not know, by the shape of their names: '구미 AI 데이터센터 클러스터'."""

from __future__ import annotations

import re

from monitor.korean.names import PARTICLES, Name

# project, centre, data centre, supercomputer, cluster, fund, phase …: heads of names of what costs money or holds chips
_HEAD = re.compile(
    r"(?:사업|프로젝트|연구센터|컴퓨팅센터|컴퓨팅\s센터|데이터센터|데이터\s센터|AIDC|슈퍼컴퓨터(?:\s?\d호기)?|슈퍼컴(?:\s?\d호기)?|"
    r"클러스터|산업단지|산단|추경|캠퍼스|(?<=\s)시티|(?<!실리콘)밸리|허브|파크|펀드|팩토리|혁신(?:성장)?거점|(?<=\s)계정|단지|(?<=\s)팜|\d단계(?:\s?사업)?)"
    r"(?=[을를이가은는의에도로와과만,\s'’”\"]|으로|$)"
)
# '미래 신사업을 키우기 위해': what money is meant to further, and no undertaking that it is spent on
_ITS_AIM = re.compile(r"[을를]\s(?:[가-힣]+\s)?(?:키우|육성하|살리|뒷받침하|강화하)(?:기 위|고자|려고)")
_CLOSING = frozenset("'’”\"")
_OPENING = re.compile(r"['‘“\"]([^'’”\"‘“]{0,40})$")
_TITLED = re.compile(r"['‘“\"]([^'’”\"‘“]{3,29}[^'’”\"‘“는은한된할던을를])['’”\"]\s?$")  # '전국민 AI 일상화' 사업
_WORDS = re.compile(r"(?:[가-힣A-Za-z0-9·()-]+\s){0,5}[가-힣A-Za-z0-9·-]*$")  # what the head may have before it
# '사카이 AI 데이터센터 전체를': its 이 is no particle, for what follows is no object
NAME_GOES_ON = re.compile(r"\s(?:AI|인공지능)\s(?:데이터\s?센터|DC|캠퍼스|클러스터)(?![를을])")
_REACH = 48  # characters
_LEAST_NAME = 4
# what ends a word that is no part of a name: particles, verb endings, and words such as 'about', 'this year', 'new'
_BREAK = re.compile(
    r"(?:[은는을를의에도와과며]|(?<!최)고|이|가|에서|으로|로|한|된|하는|되는|할|인|위해|통해|까지|부터|\d년|\d월|\d분기|[상하]반기|달간|있는|등|및|개|등의|총|약|올해|내년|현재|지금|그해|이듬해|향후|이번|이날|이달|오늘|"
    r"해당|우선|먼저|일단|당장|가운데|중|중에서|맞춰|관련|신규|각종|추진하는|추진한|따르면|[가-힣]해|짜리|면서|반면|한편|다만|특히|걸린|들일|들인|벌일|벌인|찾아|모아|담아|세워|만들어|키워|묶어|맡을|맡은|갖춘|지닌|들어간|드러난|알려진|생긴|세워진|들어갈|투입될|이끌|꾸릴|이어|이은|잇는|세울|세운|[가-힣](?<!런)(?<!든)던|연|켠|마친|돌린|돌릴|굴릴|늘릴|넘길|옮길|키울|채울|갖출|커질|열릴|다룰|큰|작은|넓은|높은|\))$"
)
# heads with nothing of their own before them name no particular thing
_BARE = re.compile(
    r"(?:(?:초대형|대규모|자체|첫|신규|새|다른|대표|대표적인|핵심|간판|주력|역점|별개|별도|(?:첫|두|세|네)\s번째)\s){0,2}(?:AI\s?|GPU\s?|인공지능\s?)?(?:데이터\s?센터|연구센터|클러스터|슈퍼컴퓨터|프로젝트|사업|컴퓨팅\s?센터|신사업|파운데이션)"
)


def find_undertakings(sentence: str) -> list[Name]:
    """Return the undertakings in *sentence*, left to right, quoted names whole."""
    found: list[Name] = []
    for head in _HEAD.finditer(sentence):
        start = _start_of_name(sentence, head.start(), head.end())
        text = sentence[start : head.end()]
        if titled := _TITLED.search(sentence, max(0, head.start() - _REACH), head.start()):
            start, text = titled.start(1), f"{titled[1]} {head.group()}"
        if _ITS_AIM.match(sentence, head.end()):
            continue
        if len(text) < _LEAST_NAME or is_plain(text) or (found and start < found[-1].end):
            continue
        closed = head.end() + (sentence[head.end() : head.end() + 1] in _CLOSING)
        particle = _particle(sentence[closed : closed + 4])
        found.append(Name("thing", "", "", text, start, head.end(), closed + len(particle), particle))
    return found


# to secure, support, try out, foster, rent, spread: '첨단 GPU 확보 사업의 물량은'
_OF_A_MINISTRY = re.compile(r"(?:확보|지원|실증|육성|임차|보급)\s?사업['’]?$")


def is_of_a_ministry(text: str) -> bool:
    """Tell whether *text* is called as what a ministry runs, whoever is named beside it."""
    return bool(_OF_A_MINISTRY.search(text))


def is_plain(text: str) -> bool:
    """Tell whether *text* is only what such things are called: 'AI 데이터센터', '사업'."""
    return bool(_BARE.fullmatch(text))


def _start_of_name(sentence: str, start: int, end: int) -> int:
    """Return where the name begins whose head is at *start* to *end*: at its opening quote, or words before."""
    left = sentence[max(0, start - _REACH) : start]
    quoted = _OPENING.search(left)
    if quoted and sentence[end : end + 1] in _CLOSING:
        return start - len(quoted[1])
    words = _WORDS.search(left)
    first = start - len(words.group()) if words else start
    breaks = [
        word.end() for word in re.finditer(r"\S+\s", sentence[first:start]) if _ends_a_name(word, sentence, first)
    ]
    return first + (breaks[-1] if breaks else 0)


def _ends_a_name(word: re.Match[str], sentence: str, first: int) -> bool:
    """Tell whether a word is no part of the name behind it: 사카이 is one, for nothing is done to its data centre."""
    text = word.group().rstrip()
    goes_on = len(text) > 1 and text.endswith("이") and NAME_GOES_ON.match(sentence, first + word.end() - 1)
    return bool(_BREAK.search(text)) and not goes_on


def _particle(words: str) -> str:
    return next((p for p in sorted(PARTICLES, key=len, reverse=True) if words.startswith(p)), "")
