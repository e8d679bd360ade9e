"""
Measure the reader: characters a second by stage, memory, and its worst sentences.

usage: python benchmarks/reading.py [ARTICLES.jsonl]      (a made-up article, repeated, without a file)
"""

from __future__ import annotations

import os
import resource
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from monitor.cli.lines import open_lines
from monitor.config import load
from monitor.korean.periods import find_periods
from monitor.korean.quantities import find_quantities
from monitor.korean.reading import Reader
from monitor.korean.text import cut_sentences
from monitor.model import KST, Article

if TYPE_CHECKING:
    from collections.abc import Callable

WHEN = datetime(2025, 5, 25, tzinfo=KST)
TEXT = (
    "네이버는 25일 초거대 AI '하이퍼클로바'를 공개했다. 매개변수는 2040억 개로 오픈AI의 GPT-3(1750억 개)보다 많다. "
    "회사는 내년까지 AI 인프라에 1조원 이상을 투자할 계획이다. 이용자는 3000만 명을 넘었다. 시장은 반기는 분위기다. "
)
# News as it mostly is: of ten sentences, one or two hold a figure.
PLAIN = (
    "이번 모델은 한국어를 자연스럽게 이해하고 긴 글도 무리 없이 요약한다는 평가를 받았다. "
    "회사 관계자는 여러 산업에서 쓰임새를 넓히겠다고 말했다. "
    "업계에서는 국내 기업들의 기술 경쟁이 한층 뜨거워질 것으로 내다보고 있다. "
    "다만 서비스가 안착하려면 품질과 안전을 함께 챙겨야 한다는 지적도 나온다. "
    "연구진은 학습에 쓴 자료를 직접 고르고 다듬었으며 저작권 문제도 꼼꼼히 살폈다고 설명했다. "
    "정부도 관련 제도를 손질하기로 했다. "
)
HOSTILE = {
    "200 numerals in a row": "네이버는 " + " ".join(f"{n}억원" for n in range(1, 201)) + "을 투자한다.",
    "a 5,000-digit number": "네이버는 " + "1" * 5000 + "원을 투자한다.",
    "nested brackets": "네이버는 " + "(" * 400 + "1조원" + ")" * 400 + "을 투자한다.",
    "2,000 characters of names": "네이버와 카카오는 " * 200 + "1조원을 투자한다.",
    "2,000 characters of hedges": "약 최대 최소 " * 280 + "1조원 이상을 투자한다.",
}


def article(text: str) -> Article:
    """Return a text as an article on topic."""
    return Article("a", "", "", "초거대 AI 파라미터 거대언어모델 LLM", text, WHEN)


def timed(work: Callable[[], object], least_s: float = 1.0) -> float:
    """Return the seconds of one core that *work* takes, the best of as many runs as fit into *least_s*."""
    best, until = float("inf"), time.perf_counter() + least_s
    while time.perf_counter() < until:
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    """Print the figures."""
    reader = Reader(load(None, os.environ).catalogue)
    articles = list(open_lines(Path(sys.argv[1]))) if len(sys.argv) > 1 else [article((TEXT + PLAIN * 3) * 4)] * 40
    size = sum(len(one.text) for one in articles)
    dense = [article(TEXT * 12)] * 40
    stages: dict[str, Callable[[], object]] = {
        "sentences": lambda: [list(cut_sentences(a.text)) for a in articles],
        "topic": lambda: [reader.relevance(a.title, a.text) for a in articles],
        "quantities": lambda: [list(find_quantities(a.text)) for a in articles],
        "periods": lambda: [list(find_periods(a.text, WHEN.date())) for a in articles],
        "all of it": lambda: [reader.read(a) for a in articles],
    }
    whole = timed(stages["all of it"])
    print(f"{len(articles)} articles, {size:,} characters")
    for name, work in stages.items():
        took = timed(work)
        print(f"{name:12} {size / took:12,.0f} characters/s  {took / whole:6.0%} of the whole")
    took = timed(lambda: [reader.read(a) for a in dense])
    print(f"a figure in every sentence: {sum(len(one.text) for one in dense) / took:,.0f} characters/s")
    for name, text in HOSTILE.items():
        print(f"{name:26} {timed(lambda text=text: reader.read(article(text)), 0.3) * 1000:8.1f} ms")
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
