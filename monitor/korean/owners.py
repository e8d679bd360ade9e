"""
Say whose a quantity is, and of which thing: named rules in order, the first that fits binds.

Each rule looks at one `Case` (a quantity in its sentence, with the names there and what the sentences before were about)
and returns the owners it sees, or none. Korean drops what is known: the last rules go back to the sentence before and
to the headline.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from monitor.korean.names import Name
from monitor.korean.text import Clause
from monitor.model import Quantity

MODEL_METRICS = frozenset(
    {"parameters", "active_parameters", "training_tokens", "training_data", "context_length", "downloads"}
)
MONEY_METRICS = frozenset({"investment", "funding", "valuation", "revenue", "contract"})
NOMINATIVE = frozenset({"은", "는", "이", "가", "께서", "측은", "도", "에서는", "에서도", "이며", "측"})
_HOLDER = frozenset({"에는", "에", "에도", "에만", "에서"})
# than, against, like, beyond, twice: what stands behind the name that a thing is only compared with
_COMPARED = re.compile(
    r"^\s?(?:보다|대비|에 비해|와 비교|과 비교|에 비하면|처럼|만큼|[를을] (?:뛰어넘|넘어서|능가|앞지|제치|웃도)|의 (?:약 )?\d+(?:\.\d+)?\s?배|의 [두세네] 배|의 절반|"
    r"\s?출신|에 따르면|와 달리|과 달리)"
)


_NEXT_WORD = re.compile(r"\s?\S+")
_COMPARED_WORD = re.compile(r"(?:보다|처럼|만큼|대비)$")  # "오픈AI의 GPT-3보다": whose it is, is compared as well


def _is_compared(sentence: str, name: Name) -> bool:
    """Tell whether a name is only what something else is compared with."""
    if name.particle == "의" and (after := _NEXT_WORD.match(sentence, name.tail)) and _COMPARED_WORD.search(after.group()):
        return True
    return bool(_COMPARED.match(sentence[name.tail - len(name.particle) :])) or name.particle in {
        "보다",
        "보다는",
        "처럼",
        "만큼",
    }


@dataclass(frozen=True, slots=True)
class Memory:
    """What the text has been about so far: carried from the headline through the sentences."""

    company: str = ""
    thing: Name | None = None
    headline: str = ""
    by_company: dict[str, Name] = field(default_factory=dict)
    last: tuple[tuple[str, str], ...] = ()  # the metric last spoken of, by kind: count, money, person
    ai: bool = False  # whether a sentence beside this one speaks of AI, and whether the headline does
    ai_title: bool = False
    site: Name | None = None  # the facility or programme last named, and how many sentences ago
    site_age: int = 0


@dataclass(frozen=True, slots=True)
class Case:
    """One quantity to be bound. *names* are known ones and strangers; *undertakings* are unnamed programmes and sites."""

    sentence: str
    quantity: Quantity
    metric: str
    names: tuple[Name, ...]
    undertakings: tuple[Name, ...]
    others: tuple[Quantity, ...]
    clause: Clause
    memory: Memory
    headline: bool = False
    planned: bool = False

    @property
    def companies(self) -> list[Name]:
        """The names that can own something by themselves."""
        return [name for name in self.names if name.kind != "thing"]

    def left(self, names: list[Name]) -> list[Name]:
        """Return those of *names* that end before the quantity, nearest first."""
        return [name for name in reversed(names) if name.end <= self.quantity.start]


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a quantity is: *company* '' for a stranger without an id (the figure is then refused)."""

    company: str
    subject: Name | None = None


Rule = Callable[[Case], list[Owner]]


# ── the rules ───────────────────────────────────────────────────────────────────────────────────────────────────────
def _carries(metric: str, name: Name) -> bool:
    """Tell whether a thing of this sort can have such a figure: a programme has no parameters, a chip no owner."""
    if name.kind != "thing":
        return True
    if metric in MODEL_METRICS:
        return name.sort in {"model", "service", ""}
    if metric in MONEY_METRICS:
        return True
    return name.sort != "programme" or name.particle in NOMINATIVE | {"의"}


def size_in_name(case: Case) -> list[Owner]:
    """'솔라 오픈 100B': the quantity is part of a model's name."""
    quantity = case.quantity
    name = next(
        (n for n in case.names if n.kind == "thing" and n.start <= quantity.start and quantity.end <= n.end), None
    )
    return [Owner(name.company, name)] if name else []


def bracket_behind_name(case: Case) -> list[Owner]:
    """'GPT-3(1750억 개)', '메타(22만4000개)': the bracket belongs to the name before it."""
    opening = case.sentence.rfind("(", 0, case.quantity.start)
    if opening < 0 or ")" in case.sentence[opening : case.quantity.start]:
        return []
    closing = case.sentence.find(")", opening)
    if opening + _IN_BRACKET < case.quantity.start or closing < case.quantity.end:
        return []
    before = case.sentence[:opening].rstrip("'\"’” ")
    name = next((n for n in reversed(case.names) if n.end <= opening and len(before) - n.end <= 1), None)
    return [_owner(case, name)] if name else []


_IN_BRACKET = 14


def each_of_a_list(case: Case) -> list[Owner]:
    """'정부와 삼성전자, SK그룹이 각각 5만장', 'A·B에 5만장씩': every name of the list has as much."""
    around = case.sentence[_start_of_run(case) : case.quantity.end + 4]
    if "각각" not in around and not re.search(r"각\s?\d|씩", around):
        return []
    chain = _list_before(case, case.quantity.start)
    following = [case.quantity, *[o for o in case.others if o.start > case.quantity.start]]
    if len(chain) < 2:
        return []
    preceding = [o for o in case.others if chain[-1].end <= o.start < case.quantity.start]
    listed = [q for q in (*preceding, *following) if q.unit == case.quantity.unit]
    if (
        len(listed) == len(chain)
        and len(listed) > 1
        and not re.search(r"[은는이가] ", case.sentence[listed[0].end : listed[-1].start])
    ):
        name = chain[listed.index(case.quantity)]
        return [_owner(case, name)]
    return [_owner(case, name) for name in chain]


def _start_of_run(case: Case) -> int:
    """Return where to look for 각각 (each): eight characters before the first of the quantities listed here."""
    start = case.quantity.start
    for other in reversed([o for o in case.others if o.end <= start]):
        if not re.fullmatch(r"[\s,·와과및]{1,4}", case.sentence[other.end : start]):
            break
        start = other.start
    return max(0, start - 8)


def _list_before(case: Case, end: int) -> list[Name]:
    """Return the names of the list that is the subject before *end*: 'A와 B, C가' → A, B, C."""
    names = [n for n in case.names if n.tail <= end]
    chain: list[Name] = []
    for name in reversed(names):
        if chain:
            between = case.sentence[name.tail : chain[0].start]
            if not re.fullmatch(r"\s?(?:[,·ㆍ/]|와|과|및|그리고)?\s?(?:등\s)?['‘“\"]?", between):
                break
        chain.insert(0, name)
    seen: dict[str, Name] = {}
    for name in chain:
        seen.setdefault(name.company or name.text, name)
    return list(seen.values())


def head_of_relative_clause(case: Case) -> list[Owner]:
    """'2040억개 매개변수를 지닌 하이퍼클로바X', '500B 규모의 초거대 모델 A.X K1': the noun behind carries it."""
    quantity = case.quantity
    stop = min(
        [o.start for o in case.others if o.start >= quantity.end] + [case.clause.end, quantity.end + _HEAD_WITHIN]
    )
    if case.metric in {"investment", "funding", "contract"}:
        return []
    for name in case.names:
        if name.start < quantity.end or name.start >= stop:
            continue
        between = case.sentence[quantity.end : name.start]
        if not _leads_to(between):
            return []
        if not _carries(case.metric, name):
            continue
        last = _end_of_chain(case, name)
        if case.metric in MODEL_METRICS and last.kind != "thing":
            return [Owner(last.company)] if not case.planned else []
        return [_owner(case, last)]
    return []


_HEAD_WITHIN = 60
_SUBJECT_BETWEEN = re.compile(r"[가-힣A-Za-z0-9)'’”](?:은|는|이|가)\s(?!넘는|넘은|되는|된|많은|큰|있는)")
_ADNOMINAL = re.compile(
    r"(?:의|[은는ㄴ한된춘진인난낸둔든린긴킨찬룬큰갖은받은넘은달한이른거느린쓴온선준할될]|급|규모|짜리|크기|이상|대형|수준)\s?(?:[가-힣A-Za-z()0-9·\- ]{0,34}?)?['‘“\"]?$"
)
_STOPPER = re.compile(
    r"^\s?으?로\s(?!구성|이뤄|이루어|만들|학습|훈련|채워)|(?:하며|이며|으며|지만|으나|는데|면서|했고|하고|이고|됐고|다고|라고|다는|라는|까지|에서|대비|보다)[\s,]|다\.|[\"”]"
)


def _leads_to(between: str) -> bool:
    """Tell whether the words between a quantity and a name modify the name."""
    if _STOPPER.search(between) or _SUBJECT_BETWEEN.search(re.sub(r"\([^)]*\)", "", between)):
        return False
    return bool(_ADNOMINAL.search(re.sub(r"\([^)]*\)", "", between))) or len(between.strip("'‘“\" ")) <= _NEXT_TO


_NEXT_TO = 12


def _end_of_chain(case: Case, name: Name) -> Name:
    """Follow 'SKT의 AI 서비스 에이닷' to its last name; a thing outranks the company that holds it."""
    for follower in case.names:
        if follower.start >= name.end and follower.company == name.company and follower.kind == "thing":
            between = case.sentence[name.tail : follower.start]
            if len(between) <= 16 and not _STOPPER.search(between) and (name.particle in {"의", ""}):
                return follower
    return name


def nearest_thing_before(case: Case) -> list[Owner]:
    """'콜로서스 2에는 GPU 55만개가', '엑사원의 파라미터는 3000억개': the last thing named in the clause."""
    if case.metric in MONEY_METRICS | {"headcount"}:
        return []
    floor = case.clause.start
    for name in case.left([n for n in case.names if n.kind == "thing"]):
        if not _carries(case.metric, name):
            continue
        if name.start < floor or _is_compared(case.sentence, name):
            continue
        if name.particle in {"보다", "처럼", "만큼", "로", "으로", "과", "와"} and case.metric in MODEL_METRICS:
            continue
        rival = [c for c in case.companies if name.end <= c.start < case.quantity.start and c.particle in NOMINATIVE]
        if rival and all(c.company != name.company for c in rival):
            return []
        return [_owner(case, name)]
    return []


def worth_of_a_name(case: Case) -> list[Owner]:
    """'오픈AI 기업가치를 2600억달러로', '마누스의 기업가치가 5억 달러': the name right before the word is the one valued."""
    if case.metric not in {"valuation", "revenue", "users", "headcount"}:
        return []
    for found in _WORTH.finditer(case.sentence):
        if found.start() >= case.quantity.start:
            break
        between = case.sentence[found.end() : case.quantity.start]
        if len(between) > _WORTH_REACH or any(
            o.start >= found.end() and o.end <= case.quantity.start for o in case.others
        ):
            continue
        name = next((n for n in case.names if 0 <= found.start() - n.tail <= 1 and n.particle in {"의", ""}), None)
        if name:
            return [_owner(case, name)]
    return []


_WORTH = re.compile(
    r"(?:기업\s?가치|몸값|시가총액|시총|(?:연간\s?|연환산\s?|연\s?)?(?:반복\s?)?매출|(?:주간|월간)?\s?(?:활성\s?)?이용자|가입자|직원)"
)
_WORTH_REACH = 34


def buyer(case: Case) -> list[Owner]:
    """'소프트뱅크, 디지털브릿지 40억 달러에 인수': the first subject buys, the name with 를, 의 or nothing is bought."""
    if case.metric != "investment" or not _BUYS.search(case.sentence, case.clause.start):
        return []
    subjects = [
        n
        for n in case.companies
        if n.end <= case.quantity.start and (n.particle in {"은", "는", "이", "가"} or _topic_comma(case, n))
    ]
    for name in reversed(subjects):
        if not _TELLS.match(case.sentence[name.tail :]):
            return [_owner(case, name)]
    return []


_BUYS = re.compile(r"인수|매입|사들|지분[^.]{0,14}(?:확보|취득|투자|샀)")
_TELLS = re.compile(r"\s?(?:보도|전했|따르면)")


def _topic_comma(case: Case, name: Name) -> bool:
    """Tell whether a bare name is the topic of a headline or a bullet: at its start, or before a comma."""
    starts = case.headline and not case.sentence[: name.start].strip(" '‘“\"[]")
    return name.particle == "" and (starts or bool(re.match(r"\s?,", case.sentence[name.tail :])))


def subject_of_clause(case: Case) -> list[Owner]:
    """'업스테이지는 … 100B 모델을', '오픈AI의 기업가치는 5000억 달러': the nearest subject before the quantity."""
    for name in case.left(case.companies if case.metric in MONEY_METRICS | {"headcount"} else list(case.names)):
        if _in_brackets(case.sentence, name.start) and not _in_brackets(case.sentence, case.quantity.start):
            continue
        if _is_compared(case.sentence, name):
            continue
        if name.particle in NOMINATIVE or _holds(case, name):
            return [_leader(case, name)]
    return []


_TOTAL = re.compile(r"(?:총|모두|합산|전체)\s?$")
_MANY = 3


def site_of_sentence(case: Case) -> list[Owner]:
    """'스타게이트는 … 등이 5000억 달러를 투자하는': with no subject that is known, the project's own company pays."""
    if case.metric not in MONEY_METRICS:
        return []
    site = next((n for n in case.names if n.kind == "thing" and n.company and n.particle in {"은", "는", "이", "가"}), None)
    return [Owner(site.company, site)] if site and site.sort in {"facility", "programme"} else []


def _leader(case: Case, name: Name) -> Owner:
    """Return who leads joint subjects: the owner of the project they share, else the first one named."""
    chain = _list_before(case, name.tail)
    if len(chain) >= _MANY and _TOTAL.search(case.sentence[: case.quantity.start + 2].rstrip("0123456789. ")):
        return Owner("")  # seven firms' total belongs to none of them
    site = next((n for n in case.names if n.sort in {"facility", "programme"} and n.particle in {"은", "는"}), None)
    if site and len(chain) > 1 and any(n.company == site.company for n in chain):
        return Owner(site.company, site)
    return _owner(case, _first_of_list(case, name))


def _first_of_list(case: Case, name: Name) -> Name:
    """Return who is named first of joint subjects: '오픈AI와 오라클은' is led by 오픈AI."""
    chain = _list_before(case, name.tail)
    return chain[0] if len(chain) > 1 and chain[0].company and chain[0].kind == name.kind else name


def _holds(case: Case, name: Name) -> bool:
    """Tell whether a name without a subject particle still owns what follows it."""
    between = case.sentence[name.tail : case.quantity.start]
    if _is_bought(case, name):
        return False
    if any(name.tail <= o.start < case.quantity.start for o in case.others) and name.particle == "의":
        return False
    if name.particle == "의":
        return len(between) <= _GENITIVE_REACH and not _SUBJECT_BETWEEN.search(between[:-6])
    if name.particle == "":
        if name.start == 0 and between.startswith(","):
            return True
        return bool(re.match(r"\s?[,:;\"“‘'…·|]|\s?\(|\s?$", between)) and (
            case.headline or between[:2].strip() in {":", ""}
        )
    return name.particle in _HOLDER and case.metric in {"gpus", "power", "compute"}


def _is_bought(case: Case, name: Name) -> bool:
    """Tell whether a bare name right before a price is what is bought: '디지털브리지 40억달러에 인수'."""
    next_to = not case.sentence[name.tail : case.quantity.start].strip()
    return case.metric == "investment" and name.particle == "" and next_to and bool(_BUYS.search(case.sentence, case.quantity.end))


_GENITIVE_REACH = 30


def subject_behind(case: Case) -> list[Owner]:
    """'400억 달러를 소프트뱅크가 투자했다': the subject stands behind, in the same clause."""
    for name in case.companies:
        if case.quantity.end <= name.start < case.clause.end and name.particle in {"이", "가", "은", "는"}:
            between = case.sentence[case.quantity.end : name.start]
            if not _STOPPER.search(between):
                return [_owner(case, name)]
    return []


def only_company_of_sentence(case: Case) -> list[Owner]:
    """Take the one company that a sentence names, in whatever role but that of the compared."""
    companies = {n.company for n in case.names if not _is_compared(case.sentence, n) and _carries(case.metric, n)}
    if len(companies) != 1:
        return []
    name = next(n for n in case.names if n.company in companies)
    if name.particle not in NOMINATIVE and _foreign_subject(case):
        return []
    if _is_bought(case, name):
        return []
    if name.particle in _OTHER_SIDE and case.metric not in MODEL_METRICS:
        return []
    if name.sort == "service" and case.metric in MODEL_METRICS:
        return [Owner(name.company)]  # a service runs on a model: 클로바X is none
    return [_owner(case, name)]


_OTHER_SIDE = frozenset({"에", "에게", "로부터", "으로부터", "에서", "와", "과", "와도", "과도", "와의", "과의", "에도"})  # to, from, with
_NOUN = re.compile(r"(?<![가-힣A-Za-z0-9])([가-힣A-Za-z0-9·]{2,})([은는이가])(?=\s)")
# what may stand as a subject of its own and still speak of the company before: the firm, the model, its size, worth, sales …
_OF_THE_SAME = re.compile(
    r"(?:회사|업체|기업|측|모델|이번|해당|변수|파라미터|가치|매출|이용자|사용자|가입자|고객|투자|투자액|규모|금액|자금|수|스타트업|직원|인력|임직원|GPU|전력|용량|학습|"
    r"데이터|토큰|크기|인수|거래|계약|예산|사업|센터|목표|대표|회장|원장|사장|관계자|CEO|그|이|이들|성능|서비스|시설|물량|연구원|연구진|팀|단계|실제|현재|몸값|"
    r"누적|수익|평가|값|비용|숫자|다운로드|연산|능력|여기|올해|내년|지난해|이후|이날|다음|이것|플랫폼|제품|칩|버전|개수|기간|총액|전체|절반|라운드|시장|인프라|수주|잔고|입력창|지출|계획|돈|민간|클러스터|장비|모델들|투자금|조직|규격|기본형|비|비용)$"
)
_LEAST_TOPIC = 3  # 끝나는, 받는: a short stem with 는 is a verb as often as a noun
_COUNTRIES = frozenset("미국 중국 일본 한국 유럽 영국 독일 프랑스 인도 대만 러시아 캐나다 이스라엘 싱가포르 사우디 유럽연합 우리나라".split())  # whose totals are nobody's
_CASED = re.compile(
    r"(?:에|에서|로|까지|만|라|다|고|때|중|부터|보다|처럼|께|등)$"
)  # 분야에는 (in the field): no subject
_VERBAL = re.compile(
    r"(?:하|되|있|없|받|갖추|이르|넘|달하|쓰|짓|만들|늘리|키우|들어가|나오|오르|보이|이끄|앞두|잇|맞|밝히|운영하|개발하)$"
)


def _foreign_subject(case: Case) -> bool:
    """Tell whether the clause has a subject of its own that is neither a known name nor a word for the one before."""
    words = case.sentence[case.clause.start : case.quantity.start]
    for noun in _NOUN.finditer(words):
        stem, particle = noun.groups()
        if stem in _COUNTRIES:
            return True
        at = case.clause.start + noun.start(1)
        if (
            (particle == "는" and len(stem) < _LEAST_TOPIC)
            or _OF_THE_SAME.search(stem)
            or _CASED.search(stem)
            or (particle == "는" and _VERBAL.search(stem))
            or (particle == "은" and len(stem) < _LEAST_TOPIC)
        ):
            continue
        if not any(n.start <= at < n.tail or at <= n.start < at + len(stem) for n in case.names):
            return True
    return False


def carried_from_before(case: Case) -> list[Owner]:
    """Give a dropped subject back: it is that of the sentence before."""
    if _foreign_subject(case) or any(n.particle in NOMINATIVE for n in case.companies if n.end <= case.quantity.start):
        return []
    return [Owner(case.memory.company)] if case.memory.company else []


def said_in_headline(case: Case) -> list[Owner]:
    """With nothing nearer, the headline's company."""
    return (
        [Owner(case.memory.headline)] if case.memory.headline and not case.names and not _foreign_subject(case) else []
    )


RULES: tuple[tuple[str, Rule, float], ...] = (
    ("size-in-name", size_in_name, 0.9),
    ("bracket-behind-name", bracket_behind_name, 0.95),
    ("each-of-a-list", each_of_a_list, 0.9),
    ("worth-of-a-name", worth_of_a_name, 0.92),
    ("buyer", buyer, 0.9),
    ("head-of-relative-clause", head_of_relative_clause, 0.92),
    ("nearest-thing-before", nearest_thing_before, 0.92),
    ("subject-of-clause", subject_of_clause, 0.9),
    ("subject-behind", subject_behind, 0.8),
    ("only-company-of-sentence", only_company_of_sentence, 0.75),
    ("site-of-sentence", site_of_sentence, 0.75),
    ("carried-from-before", carried_from_before, 0.7),
    ("said-in-headline", said_in_headline, 0.6),
)


def owners_of(case: Case) -> tuple[list[Owner], str, float]:
    """Return the owners, the name of the rule that saw them, and its confidence; no owner and '' when none did."""
    for name, rule, confidence in RULES:
        owners = rule(case)
        if owners:
            return owners, name, confidence
    return [], "", 0.0


def _owner(case: Case, name: Name) -> Owner:
    return Owner(name.company, name if name.kind == "thing" else None)


def _in_brackets(sentence: str, at: int) -> bool:
    return sentence.rfind("(", 0, at) > sentence.rfind(")", 0, at)
