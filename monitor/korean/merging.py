"""Keep one figure where an article says the same thing twice: the most precise saying of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from monitor.korean.plans import SITED
from monitor.model import Days, Figure

_SITE = re.compile(r"데이터\s?센터|캠퍼스|AIDC|단지|허브|거점|클러스터|밸리")
_OF_A_YEAR = frozenset({"investment", "revenue"})
_YEARS = {(1, 1, 364), (1, 1, 365)}  # month and day on which it begins, days to its last
_ABOUT = Decimal("0.05")  # 약 and its kin: five percent either way
_APART = Decimal("1.15")  # 500B is 5190억 said otherwise, and 800만 is not 1000만
_BEYOND = Decimal("0.3")  # 20억 이상 (or more) may be 25억 said otherwise, and is not 143억
_WIDEST = Decimal("0.2")  # a lone digit says little: 1조 would reach from 5000억 to 1조5000억


def merge(figures: Iterable[Figure]) -> list[Figure]:
    """Return *figures* without those that another says as well or better, in order of the text."""
    kept: list[Figure] = []
    for figure in figures:
        same = next((k for k in kept if _same_thing(k, figure) and _agree(k, figure)), None)
        if same is None:
            kept.append(figure)
        else:
            better, other = (figure, same) if _precision(figure) > _precision(same) else (same, figure)
            kept[kept.index(same)] = _as_told(better, other)
    told = [k for k in kept if not _converted(k, kept) and not _is_anothers(k, kept)]
    return sorted(told, key=lambda figure: figure.start)


def _as_told(figure: Figure, other: Figure) -> Figure:
    """Return *figure* as raised or cut, where the other saying of its plan tells so: '모금 목표 200억달러로 높였다'."""
    lent = other.cue in {"raised", "lowered"} and (figure.low, figure.high) == (other.low, other.high)
    plan = figure.status == "planned" and figure.cue is None and figure.voice == other.voice == "own"
    return replace(figure, cue=other.cue) if lent and plan else figure


def _is_anothers(figure: Figure, kept: list[Figure]) -> bool:
    """Tell whether a headline gives to one what its text tells of another: '최태원 "용인에만 600조"' is SK하이닉스's."""
    if figure.start >= 0 or figure.subject is not None:
        return False
    told = [k for k in kept if k.start >= 0 and (k.metric, k.low, k.high) == (figure.metric, figure.low, figure.high)]
    return bool(told) and all(k.company != figure.company for k in told)


def _converted(figure: Figure, kept: list[Figure]) -> bool:
    """Tell whether a figure is only another one's amount in won: 2.9조원 in the headline of a deal over 20억 달러."""
    if figure.unit != "KRW" or figure.low is None:
        return False
    foreign = [k for k in kept if k.unit != "KRW" and k.gloss and k.gloss[1] == "KRW"]
    slack = max(figure.low * _ABOUT, figure.grain if figure.start < 0 else Decimal(0))
    return any(abs(k.gloss[0] - figure.low) <= slack for k in foreign if k.gloss)


def _same_thing(a: Figure, b: Figure) -> bool:
    if (a.company, a.metric, a.unit) != (b.company, b.metric, b.unit):
        return False
    if a.start == b.start and a.subject != b.subject:
        return False  # each of a list has as much
    short = (a.low, a.high) == (b.low, b.high) or (a.start < 0) != (b.start < 0)
    if a.scope != b.scope and not (short and (not a.scope or not b.scope)):
        return False  # 165억 and '3년간 총 165억' are one sum; a headline leaves out whose it is, too
    if (a.cue == "superseded") != (b.cue == "superseded") or _are_for_two_times(a, b):
        return False
    if (a.status == "estimated") != (b.status == "estimated") and not (
        _is_its_headline(a, b) or _is_its_headline(b, a)
    ):
        return False
    if a.status != b.status and _are_apart(a, b):
        return False
    if a.subject is None or b.subject is None or (a.thing == b.thing and (a.thing or _alike(a.subject, b.subject))):
        return True
    # a headline shortens names: 'AI센터에 5.8조'
    return any(one.start < 0 and (one.thing is None or _shortens(one, other)) for one, other in ((a, b), (b, a)))


def _shortens(headline: Figure, told: Figure) -> bool:
    """Tell whether a headline gives a number of its text by a shorter name ('K-클라우드 366억'), or by that of a site's or a deal's firm."""
    same = (headline.low, headline.high) == (told.low, told.high)
    name, part = told.subject or "", headline.subject or ""
    bought = headline.metric == "investment" and told.status == headline.status  # '구글 크롬에 345억달러'
    return same and (bought or headline.metric in SITED or name.startswith(part) or name.endswith(part))


def _alike(one: str, other: str) -> bool:
    """Tell whether two names that the catalogue lacks can be one: not where both are of sites, here and there."""
    sites = all(_SITE.search(name) for name in (one, other))
    first, second = (name.split(maxsplit=1)[0] for name in (one, other))
    return not sites or first == second or one in other or other in one


def _is_its_headline(headline: Figure, told: Figure) -> bool:
    """Tell whether a headline doubts what its text tells ('560만 달러 사실일까', is it true?), or leaves out who guesses."""
    same = (headline.low, headline.high) == (told.low, told.high)
    one_end = headline.low == headline.high and headline.low is not None and headline.low in {told.low, told.high}
    cut = told.status == "estimated" and None not in (headline.low, told.low) and headline.grain > told.grain
    return headline.start < 0 and (same or one_end or cut)


def _are_apart(a: Figure, b: Figure) -> bool:
    """Tell whether what is planned and what is there are two numbers: 1000만 by March, and 800만 as of now."""
    in_text = a.start >= 0 <= b.start
    return in_text and bool(a.low and b.low) and max(a.low or 0, b.low or 0) > _APART * min(a.low or 0, b.low or 0)


def _are_for_two_times(a: Figure, b: Figure) -> bool:
    """Tell whether they are sums of two years: '올해 AI 인프라에 1조원 이상을, 내년에는 GPU에만 1조원을'."""
    if a.metric not in _OF_A_YEAR or a.start < 0 or b.start < 0 or a.target is None or b.target is None:
        return False
    return all(map(_is_a_year, (a.target, b.target))) and a.target != b.target


def _is_a_year(target: Days) -> bool:
    first, last = target
    return first is not None and last is not None and (first.month, first.day, (last - first).days) in _YEARS


def _agree(a: Figure, b: Figure) -> bool:
    (low_a, high_a), (low_b, high_b) = interval(a), interval(b)
    return not (
        (high_a is not None and low_b is not None and high_a <= low_b and a.low != b.low)
        or (high_b is not None and low_a is not None and high_b <= low_a and a.low != b.low)
    )


def interval(figure: Figure) -> tuple[Decimal | None, Decimal | None]:
    """Return what a figure claims: half its grain either way, more when it is hedged, a little way beyond a bound; headlines cut short."""
    half = figure.grain / 2
    if figure.low is not None:
        half = min(half, figure.low * _WIDEST)
    if figure.qualifier == "about" and figure.low is not None:
        half = max(half, figure.low * _ABOUT)
    low = None if figure.low is None else figure.low - half
    high = None if figure.high is None else figure.high + (figure.grain if figure.start < 0 else half)
    if low is None and figure.high is not None:
        low = figure.high * (1 - _BEYOND)
    if high is None and figure.low is not None and figure.qualifier != "order":
        high = figure.low * (1 + _BEYOND)
    return low, high


def _precision(figure: Figure) -> tuple[bool, bool, bool, Decimal]:
    """Order sayings of one figure: prose before headline, points before bounds, named before nameless, fine grain last."""
    point = figure.low is not None and figure.low == figure.high
    return (figure.start >= 0, point, figure.subject is not None, -figure.grain)
