"""
What a brief text, which has no second topic, says of all its figures: their time moved, they are exact, they are there.

    메타가 가동을 늦춘다. 1GW급 센터는 2027년 문을 연다.   (Meta delays it. The 1 GW centre opens in 2027.)
    투자액이 구체화됐다. 이사회는 6512억원을 의결했다.     (The outlay has become concrete. The board resolved on …)
    집행을 모두 마쳤다. 들어간 돈은 850억 달러다.          (All of it is spent. It took 85 billion dollars.)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from monitor.korean.binding import Marked
from monitor.korean.cases import NOMINATIVE
from monitor.korean.moods import PUT_OFF
from monitor.model import Figure

# '완공을 1년 늦춘다', '당초 내년 1월에서 늦춘 것이다', '애초 상반기보다 이르다', '공기 단축': a time was another one
_OF_A_TIME = (
    r"\d년|\d월|내년|올해|분기|반기|연내|연말|연초|중순|하순|[한두석넉]\s(?:달|해)|개월|시점|일정|시한|시기|시간표|시계|기한|기간|준공|완공|가동|개소|공개|출시|투자|"
    "집행|조성|공사|구축|도입|구매|확보|건립|등판|데뷔|계획|반입|목표"
)
# 'may be delayed', 'some say that it is': no move
_HEARSAY = r"[가-힣]{0,3}(?:(?:는|ㄴ|은)?\s(?:것|게)\s아니|다는\s(?:말|지적|소문|관측)|\s(?:수\s|가능성|전망))"
_MOVES = re.compile(
    rf"(?:{_OF_A_TIME})[^.]{{0,18}}?(?<!차례 )(?<!거듭 )(?<!끌어)(?<!뒷전으로 )(?<!경쟁에서 ){PUT_OFF}(?!도\s|지\s않)(?!{_HEARSAY})"
    r"|(?:예정|당초|계획|일정|반기|분기|월|년)보다\s[^.]{0,10}(?:이른|이르|일찍|빨리|빠르|빠른|빨라|늦은|늦다|늦게)|(?:공기|일정|기간)[을를]?\s(?:[가-힣\d]{1,3}\s){0,2}단축"
    r"|(?:당초|애초|원래|기존)[^.]{0,24}?(?:에서|보다)\s[^.]{0,12}?(?:늦어|순연|이르|이른)"
    r"|^(?:당초|애초|원래|기존)(?:의)?\s[^.]{0,16}(?:목표|일정|계획|예정|시한|시점|시기)(?:\s?(?:시점|시한|시기|일정))?[은는]\s[^.]{0,16}(?:이었|였)"
    r"|(?:기간|시한|기한|일정|시점|시기)[을를]\s[^.]{0,16}(?:늘[린렸]|줄[인였]|바[꾼꿨])"
)


# becomes concrete, more distinct, exactly, in detail, down to the last digit, is narrowed; only known as, roughly
_SETTLES = re.compile(
    r"구체화|구체적으로\s(?:밝|적|공개|제시|드러)|구체적인\s(?:숫자|수치|액수|규모)[를가]\s|또렷|정확(?:한|히)|세부\s?(?:내역|액수|사양|설계|명세)|상세\s?(?:제원|내역|사양)|최종\s?(?:제원|사양)|명세서?[가이를은,\s]|끝자리|단위까지|세밀|실시설계|설계[도안]"
    r"|이?라고만\s|으?로만\s(?:알려|제시|발표)|뭉뚱그|어림|숫자로\s드러|숫자\s나온|숫자로\s나왔|윤곽|좁[혀혔히힌]"
)
# the outlay, the round, the fund, the building is finished; it opened, it runs; the goal is reached, the pledge kept
_FINISHES = re.compile(
    r"(?:투자(?:하는\s일)?|집행|조성|모금|조달|유치|공사|반입|도입|설치|구매|확보|시리즈\s?[A-H])(?:[을를이가])?\s[^.,]{0,16}?(?:마쳤|끝마쳤|끝냈|끝났|완료했|완료됐|마무리했|마무리됐|매듭)"
    r"|(?:준공|완공|개소|개관|완성)(?:했|됐|식을)|문(?:을)?\s열었(?!다는)|(?:센터|캠퍼스|단지|허브|시설)[을를]\s열었|돌아가기\s시작|가동(?:을\s시작했|에\s들어갔|됐다)|전면\s가동|불\s켜졌|(?:약속|목표액?|목표치)[을를]?\s(?:[가-힣]{1,5}\s)?(?:지켰|채웠|달성했|다\s모았)"
    r"|조기\s(?:완료|완성|달성)|(?:집행|투자|조성|조달)\s(?:완료|끝)(?=[\s…,.]|$)"
)
_NOT_YET = re.compile(
    r"아직|소식이\s없|다는\s(?:소식|말|소문)|(?:첫|\d)\s?(?:단계|차)"
)  # not yet, no news of it; a first phase
# 'is so much', 'boasts so much', 'spent so much': no verb of a plan
_IS = re.compile(
    r"(?:[이가]\s(?:들어간|쓰인|투입된)|[을를]\s(?:들인|쏟은|투입한|쓴|들여\s(?:지은|세운)))\s|\s?(?:규모|급)?(?:이?다(?:\.|$)|입니다|의\s(?:전력\s)?용량을\s자랑|[을를]\s[^,.\d]{0,10}(?:지출해|투자해|집행해|썼|들였)|[을를]\s(?:온전히|모두|다|이제)\s(?:쓴다|갖췄|가동))"
)
_DELIVERED = frozenset({"investment", "funding", "gpus", "power", "compute", "headcount"})
_Told = frozenset[str]  # the companies that act in a sentence, or that it names


@dataclass(frozen=True, slots=True)
class Brief:
    """Of whom the sentences tell that say that a time moved, that a value is exact, that a thing is finished."""

    on: date
    moves: tuple[_Told, ...] = ()
    settles: tuple[_Told, ...] = ()
    finishes: tuple[_Told, ...] = ()

    def of(self, figure: Figure, behind: str) -> Figure:
        """
        Return *figure*, of which nothing is told yet, as a sentence of the text on its company tells it.

        It is finished, moved or settled. *behind* is what its own sentence says behind it.
        """
        if figure.voice != "own" or figure.cue not in {None, "done"}:
            return figure
        if figure.metric in _DELIVERED and _on(figure, self.finishes) and self._can_be_there(figure, behind):
            scope = " ".join(word for word in figure.scope.split() if word != "cumulative")
            return replace(figure, status="actual", cue="done", scope=scope)
        if figure.cue == "done":
            return figure
        if figure.status == "planned" and figure.target is not None and _on(figure, self.moves):
            return replace(figure, cue="moved")
        return replace(figure, cue="settled") if _on(figure, self.settles) else figure

    def _can_be_there(self, figure: Figure, behind: str) -> bool:
        """Tell whether nothing says that *figure* is still to come: no verb of a plan behind it, no time ahead."""
        ahead = figure.target is not None and (figure.target[1] or date.max) > self.on + _YEAR
        return not ahead and (figure.status == "actual" or bool(_IS.match(behind)))


_YEAR = timedelta(days=365)  # 'of this year', said in it, is no time ahead


def brief_of(marks: Sequence[Marked], on: date) -> Brief:
    """Return what the sentences of a brief text of the day *on*, its headline first, say of all that it tells."""
    done = [marked for marked in marks if not _NOT_YET.search(marked.sentence.text)]
    return Brief(on, _told_in(marks, _MOVES), _told_in(marks, _SETTLES), _told_in(done, _FINISHES))


def _told_in(marks: Sequence[Marked], words: re.Pattern[str]) -> tuple[_Told, ...]:
    return tuple(_actors(marked) for marked in marks if words.search(marked.sentence.text))


def _actors(marked: Marked) -> _Told:
    acting = [name for name in marked.names if name.particle in NOMINATIVE]
    return frozenset(name.company for name in acting or marked.names)


def _on(figure: Figure, told: Iterable[_Told]) -> bool:
    return any(companies <= {figure.company, ""} for companies in told)
