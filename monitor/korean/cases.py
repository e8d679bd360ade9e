"""What the rules of binding look at: one quantity in its sentence, the names there, and what the sentences before were about."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from monitor.korean.deals import Deal
from monitor.korean.names import Name
from monitor.korean.releases import Release
from monitor.korean.text import Clause
from monitor.model import Quantity

STATE = "gov-kr"  # the government that counts as a company; provinces and cities do not put an article on topic
MODEL_METRICS = frozenset(
    {"parameters", "active_parameters", "training_tokens", "training_data", "context_length", "downloads"}
)
MONEY_METRICS = frozenset({"investment", "funding", "valuation", "revenue", "contract"})
NOMINATIVE = frozenset({"은", "는", "이", "가", "께서", "측은", "도", "에서는", "에서도", "이며", "측"})


@dataclass(frozen=True, slots=True)
class Memory:
    """What the text has been about so far: carried from the headline through the sentences."""

    company: str = ""
    thing: Name | None = None
    by_company: dict[str, Name] = field(default_factory=dict)
    last: tuple[tuple[str, str], ...] = ()  # the metric last spoken of, by kind: count, money, person
    ai: bool = False  # whether a sentence beside this one speaks of AI, and whether the headline does
    ai_title: bool = False
    site: Name | None = None  # the facility or programme last named, and how many sentences ago
    site_age: int = 0
    programme: Name | None = None  # of a ministry, named first
    about: Name | None = None  # the thing that the sentence before was about
    sites: tuple[Name, ...] = ()  # all that the text has named
    told_of: tuple[Name, ...] = ()  # undertakings of the sentence before, whatever was said of them
    models: tuple[Name, ...] = ()  # those that the last sentence named that named any
    deal: Deal | None = None  # who bought or funded whom, last told
    run_rate: bool = False  # whether its sales were a run rate
    mood: str = ""  # the status of the figures of the sentence before: plans go on being plans
    titled: str = ""  # the company that the headline is about
    corrects: bool = False  # whether the article has said that it corrects what was printed
    headed: frozenset[str] = frozenset()  # the companies that the headline names
    latest: str = ""  # the company that the sentence before named last, if none was its topic
    to_come: frozenset[tuple[str, str | None]] = frozenset()  # the models that the text tells of as awaited
    of_state: bool = False  # whether a brief text names the government
    release: Release | None = None  # what the text has said to come out or to open, and when
    brief: bool = False  # whether the text is so short that it has no second topic

    def model_of(self, company: str) -> Name | None:
        """Return the model of *company* that the text named last, unless it named a service since."""
        thing = self.by_company.get(company)
        return thing if thing is not None and thing.sort == "model" else None


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


def owner_of_name(name: Name) -> Owner:
    """Return the owner that a name stands for; a thing is its subject as well."""
    return Owner(name.company, name if name.kind == "thing" else None)


def carries(metric: str, name: Name) -> bool:
    """Tell whether a thing of this sort can have such a figure: a programme has no parameters, a chip no owner."""
    if name.kind != "thing":
        return True
    if metric in MODEL_METRICS:
        return name.sort in {"model", "service", ""}
    if metric in MONEY_METRICS:
        return True
    return name.sort != "programme" or name.particle in NOMINATIVE | {"의"}


# than, against, like, beyond, twice: what stands behind the name that a thing is only compared with
_THAN = (
    r"\s?(?:보다|대비|에 견주|에 견줘|에 맞먹|와 맞먹|에 비해|와 비교|과 비교|에 비하면|처럼|만큼|[를을] (?:눌|꺾|앞질|따돌|뛰어넘|넘어서|능가|앞지|앞서|앞선|제치|웃도|웃돈)|의 (?:약 )?\d+(?:\.\d+)?\s?배|의 [두세네] 배|의 절반|의 (?:맏형|형|동생|아우)\s?(?:격|뻘)|"
    r"\s?다음(?:이|으로|가는)|에 (?:이어|이은)|\s?출신|에 따르면|[와과](?:는)?\s(?:달리|별개|별도|같은\s|마찬가지|똑같|동일|비슷))"
)
_COMPARED = re.compile(_THAN)
_ITS_IS_COMPARED = re.compile(
    rf"\s[^\s(]+?(?:\([^)]*\))?{_THAN}"
)  # '오픈AI의 GPT-3(1750억 개)보다': so is whose it is, 의 or not


_ITS_NUMBER_IS = re.compile(
    r"\s(?:약\s)?\d[\d,.천백십만억조]*\s?(?:개|B|장|명|원|달러)?보다\s"
)  # 'GPT-3의 1750억 개보다'


def is_compared(sentence: str, name: Name) -> bool:
    """Tell whether a name is only what something else is compared with."""
    if name.particle == "의" and _ITS_NUMBER_IS.match(sentence, name.tail):
        return True
    if name.particle in {"의", ""} and _ITS_IS_COMPARED.match(sentence, name.tail):
        return True
    return bool(_COMPARED.match(sentence[name.tail - len(name.particle) :])) or name.particle in {
        "보다",
        "보다는",
        "처럼",
        "만큼",
    }


SUBJECT_BETWEEN = re.compile(
    r"[가-힣A-Za-z0-9)'’”](?:은|는|이|가)(?<!하는)(?<!되는)(?<!있는)(?<!없는)(?<!이르는)(?<!나드는)(?<!만드는)(?<!넘는)(?<!받는)(?<!갖춘)(?<!쓰는)(?<!추는)(?<!웃도는)(?<!이끄는)(?<!세우는)(?<!거느리는)(?<!누리는)(?<!키우는)(?<!돌리는)(?<!내는)\s(?!넘는|넘은|되는|된|많은|큰|있는)"
)
STOPPER = re.compile(
    r"^\s?으?로\s(?!돌아가|움직이|가동|출발|문을|세우|세운|짓|지은|지으|조성|건설|들어서|완공|시작|구성|이뤄|이루어|만들|학습|훈련|채워|몸집|덩치|규모를|판을|키운|늘린|넓힌|확대한|증설한|불어난|커진|줄인|낮춘)|(?:하며|이며|으며|지만|으나|는데|면서|했고|하고|이고|됐고|다고|라고|다는|라는|까지|에서|대비|보다)[\s,]|다\.|[\"”]"
)


BUYS = re.compile(r"인수|매입|(?<![가-힣])사들|지분[^.]{0,14}(?:확보|취득|투자|샀)")


_LED = re.compile(r"\s(?:주도|투자|참여|출자|리드)(?:한|하는|했던|하고)|\s이끈\s|\s이끄는\s")


def only_invests(case: Case, name: Name) -> bool:
    """Tell whether a name is the subject of a clause about a round: '알리바바가 주도한 라운드에서 10억 달러를 유치해'."""
    return (
        case.metric in {"funding", "valuation"}
        and name.particle in {"이", "가"}
        and bool(_LED.match(case.sentence, name.tail))
    )


# what a quantity says of itself that it is no more, or never was: '4732억원이 아니라', '298억원에서 (752억원으로)'
NO_MORE = re.compile(r"\s?['’”\"]?(?:\([^)]*\))?(?:→|->|➔|⇒|에서(?=[\s,])|(?:[이가]\s)?(?:아니라|아닌|아니고)[\s,])")
# '8억 달러 인수 제안': a bid, whoever is told of first
BID = re.compile(
    r"\s?(?:규모|상당|안팎|대|짜리)?(?:의)?\s(?:지분\s|경영권\s)?(?:인수|매입|투자)\s?(?:제안|제의|협상|논의)"
)
_STAKE = re.compile(r"의?\s지분")


def is_bought(case: Case, name: Name) -> bool:
    """Tell whether a name is what is bought: bare before a price ('디지털브리지 40억달러에 인수'), 'X 지분 49%를', 'X를'."""
    if case.metric != "investment" or not BUYS.search(case.sentence, case.clause.start):
        return False
    stake = _STAKE.match(case.sentence, name.end)
    next_to = name.particle == "" and not case.sentence[name.tail : case.quantity.start].strip()
    return bool(stake) or next_to or name.particle in {"을", "를"}
