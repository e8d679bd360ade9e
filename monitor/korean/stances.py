"""
Say how sure a clause is of its quantity: planned, actual or estimated; said now or recalled; revised or given up.

Korean puts tense and modality at the end of the clause. What stands between the quantity and that end decides; a clause
that ends in a bare connective (하고, 하며) borrows from the one behind it. Verbs of saying (밝혔다) say nothing of the deed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from monitor.korean.text import Clause
from monitor.model import Cue, Status, Voice

# A guess of others, or of nobody: is estimated, is seen as, the view is that, analysts expect.
_ESTIMATED = re.compile(
    r"추정|추산|관측|전망된|전망이 나|전망도 나|전망했|전망한|전망치|내다봤|내다본|예상된|예상됐|예상되|예상했|예상한|예측|"
    r"것으로 보인|것으로 보고|것으로 점쳐|점쳐|평가받을 수|에 이를 것|컨센서스|추측|거론"
)
_PLANNED = re.compile(
    r"계획|예정|방침|목표|구상|포부|청사진|비전|로드맵|예고|추진|약속|겠다|겠습니다|기로 했|기로 하|기로 결정|기로 합의|키로|"
    r"할 것|될 것|일 것|나선다|나설|나서기|전략|추가로 확보한|협의|검토|의향|모색|논의|제안|요청|준비 중|앞두|눈앞|임박|"
    r"(?:할|될|갈|올|낼|쓸|넣을|들일|늘릴|지을|키울|세울|갖출|이룰|만들|구축할|투입할|투자할|확보할|들어갈|도입할|선보일|도달할)\s?(?:수 있|것|계획|예정|방침|구상|전망|목표)|"
    r"려고|려는|려 한|고자|도록|까지 (?:확대|늘|키|끌어|높|확장|증설)|다짐|도전한|노린다|내건|내걸|진출한다|추진한다"
)
# Present tense of doing verbs: what a company 'does' in the news it will do (투자한다 invests, 짓는다 builds).
_PRESENT = re.compile(
    r"(?:투자한|투입한|지원한|확보한|공급한|들여온|들인|인수한|건설한|구축한|짓는|짓는다|쏟는|쏟아붓는|푼|도입한|유치한|조달한|채용한|뽑는|늘린|키운|"
    r"확대한|확장한|증설한|세운|편성한|집행한|출자한|쓴|넣는|배정한|마련한|갖춘|설치한|조성한|완공한|가동한|양성한|개발한|끌어올린|들여놓는|사들인|매입한|들어간|완성된|품는|품을|깔린|만들어진|집행된|투입된|지원된|배정된|커진|만든|늘어난|조성된)다(?:[.\s”\"’']|$)"
)
_FUTURE_ADNOMINAL = re.compile(
    r"^[^.]{0,40}?(?:할|될|갈|올|낼|쓸|넣을|들일|늘릴|지을|키울|세울|갖출|이룰|둘|살|만들|들어갈)(?=\s[가-힣A-Z'‘“\"])"
)
_ACTUAL = re.compile(
    r"(?:했|됐|였|었|았|졌|렸|냈|왔|갔|섰|컸|켰|췄|쳤|썼|줬|뒀|팔렸|받았|넘겼|됐었)(?:다|습니다|으며|고|지만|는데|던|음)|"
    r"(?:한|된|인|진|받은|넘은|거둔|올린|달한|이른|기록한|돌파한|유치한|조달한|투자한|투입한|완료한|마친|체결한|보유한|운영 중인|갖춘) (?:것으로 나타|것으로 집계|바 있|상태|것으로 알려)|"
    r"보유하고 있|보유 중|보유한|운영하고 있|운영 중|운영한다|확보하고 있|갖추고 있|이용하고 있|사용하고 있|사용 중|가동 중|쓰고 있|두고 있|구성된다|구성되|이뤄졌|이뤄진|완료|기록"
)
_SAYING = re.compile(
    r"(?:라고|다고|라며|다며|며)\s?(?:이같이\s)?(?:[0-9]+일\s?)?(?:\([^)]*\)\s?)?"
    r"(?:밝혔|말했|전했|설명했|강조했|덧붙였|했다|발표했|보도했|알렸|주장했|언급했|소개했|귀띔했|평가했|분석했|지적했|자랑했|밝힌|발표한|설명한)(?:습니다|다|으며|고|지만|는데)?"
    r"|(?:밝혔|발표했|전했|설명했|강조했|보도했)(?:습니다|다)[.\s]*$"
)
_RECALLED = re.compile(
    r"바 있|당시|앞서 [^.]{0,30}(?:했|밝|발표|공개)|(?:예고|약속|발표|공언|제시|공개|언급|밝히|계획)했던|했었다|던 것|던 계획|(?:밝힌|발표한|약속한|예고한|제시한|공개한) (?:바|목표|계획|것)|"
    r"겠다던|다던|작년 제시|착공 당시|고 한 바|처음 밝힌"
)
_SUPERSEDED = re.compile(
    r"당초|애초|기존|종전|원래|본래|이전 목표|지금까지의 목표|최초 계획|처음 계획|예산안\(?$"
)  # originally, until now
_FROM = re.compile(
    r"^\s?(?:[가-힣]{0,6}\s?(?:이상|이하|가량|안팎|수준|규모|정도)?)?\s?(?:\([^)]{1,24}\))?(?:에서|였던|이던|이었던|대신|보다|에 비해|에는 못 미|에 못 미|을 밑도는|에서 물러)"
)
_RAISED = re.compile(
    r"늘[려렸린어었]|늘어|확대|상향|증액|증설|커졌|커진|커지|키[우웠운]|불어|올[려렸랐]|끌어올|높[였여인]|추가 투자|뛰었|껑충|급증"
)
_LOWERED = re.compile(r"줄[었어여였인]|축소|하향|낮[췄춰춘]|삭감|감액|깎|내려|물러|반토막")
_MOVED = re.compile(r"앞당|당긴|당겨|당겼|미뤄|미뤘|미룬|연기|늦[춰췄어]|늦어|순연|지연|연장|미뤄졌")
_CORRECTED = re.compile(r"바로잡|정정|오기|잘못 (?:표기|적|기재|알려)|착오")
_WITHDRAWN = re.compile(r"무산|철회|백지화|취소|포기|접[었은기]|폐기|중단|없던 일|짓지 않기로|하지 않기로|접고")
_DENIED = re.compile(r"사실이 아니|사실무근|부인|아니라고|결정된 바 없|축소 없|검토한 바 없|지 않았|확정된 바 없|미정")


@dataclass(frozen=True, slots=True)
class Stance:
    """How a clause holds its quantity, and the words that say so."""

    status: Status
    voice: Voice
    cue: Cue | None
    why: str


def stance_of(sentence: str, start: int, end: int, clauses: list[Clause], *, doing: bool) -> Stance:
    """
    Return the stance towards the quantity at *start* to *end* of *sentence*.

    *doing* is true for metrics that are deeds (investment, funding, gpus …): their present tense speaks of what is to come.
    """
    own = next((c for c in clauses if c.start <= start < c.end), Clause(0, len(sentence), ""))
    head, tail = sentence[own.start : start], _tail(sentence, end, own, clauses)
    status, why = _status(head, tail, doing=doing)
    voice, cue = _voice_and_cue(sentence, head, tail, start, end, own)
    return Stance(status, voice, cue, why)


def _tail(sentence: str, end: int, own: Clause, clauses: list[Clause]) -> str:
    """Return what follows the quantity up to the end that decides, without verbs of saying."""
    stop = own.end
    for clause in clauses:
        if clause.start >= stop and _borrows(sentence[max(end, own.start) : stop]):
            stop = clause.end
        elif clause.start >= stop:
            break
    return _SAYING.sub("", sentence[end:stop])


_TENSED = re.compile(r"[했됐였었았졌렸냈왔갔섰컸켰췄겠]|할 |될 |이며|이고|으로$|지만")


def _borrows(words: str) -> bool:
    """Tell whether a clause has no tense of its own: 하고, 하며, or a comma of a list."""
    return not _TENSED.search(words[-6:]) and not words.rstrip().endswith((".", "다", "…"))


def _status(head: str, tail: str, *, doing: bool) -> tuple[Status, str]:
    for status, words, where in (
        ("estimated", _ESTIMATED, tail),
        ("planned", _PLANNED, tail),
    ):
        found = words.search(where)
        actual = _ACTUAL.search(where)
        if found and not (actual and actual.start() < found.start() and not _SOFT.search(where[: found.start()])):
            return status, found.group()  # type: ignore[return-value]  # the tuple's literals are Status
    present = _PRESENT.search(tail)
    if doing and present:
        return "planned", present.group()
    future = _FUTURE_ADNOMINAL.match(tail)
    if future:
        return "planned", future.group()[-6:]
    if doing and not tail.strip(" .”\"’'") and re.search(r"까지|향후|앞으로|내년|목표", head):
        return "planned", "headline with a time to come"
    return "actual", "no plan, no guess"


_SOFT = re.compile(r"기로 (?:했|하)|것으로 (?:보인|예상|전망|추정|관측)")


def _voice_and_cue(sentence: str, head: str, tail: str, start: int, end: int, own: Clause) -> tuple[Voice, Cue | None]:
    before = sentence[max(0, start - 26) : start]
    if _CORRECTED.search(sentence):
        return "own", "corrected"
    if _FROM.match(sentence[end:]) or _SUPERSEDED.search(before) and not re.search(r"에서\s", before):
        return "recalled", "superseded"
    clause = sentence[own.start : own.end]
    if _WITHDRAWN.search(tail):
        return "own", "withdrawn"
    if _RECALLED.search(clause):
        return "recalled", None
    if _DENIED.search(tail):
        return "own", "denied"
    for cue, words in (("moved", _MOVED), ("raised", _RAISED), ("lowered", _LOWERED)):
        if words.search(sentence[own.start :]) and (cue != "raised" or re.search(r"에서|보다|[으]?로", clause)):
            return "own", cue  # type: ignore[return-value]  # the tuple's literals are Cue
    return "own", None
