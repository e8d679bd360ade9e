"""
Print how fast amounts and times are read, and the worst hostile sentence of 2,000 characters.

    python benchmarks/quantities.py [ARTICLES.jsonl]

Without a file it reads news-like sentences of its own. Figures are process time on one core.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from monitor.korean.numbers import find_numbers
from monitor.korean.periods import find_periods
from monitor.korean.quantities import find_quantities

ON = date(2021, 5, 25)
LENGTH = 2000
PLAIN = (
    "한국의 한 연구원은 지난해 상반기에 매개변수 1,750억 개를 갖춘 초거대 언어모델을 공개했다고 25일 밝혔다. "
    "회사 측은 새 모델이 한국어를 더 깊이 이해하며, 여러 계열사의 서비스에 차례로 적용될 예정이라고 설명했다. "
    "업계에서는 이 같은 움직임이 국내 인공지능 생태계에 어떤 변화를 가져올지 주목하고 있다. "
    "정부도 2027년까지 GPU 3만 장을 확보하고 약 2조 원을 투자하겠다는 계획을 내놓은 바 있다. "
)
HOSTILE = {
    "200 numerals in a row": "1조2000억 " * 200,
    "numerals in a list": "60억, " * 400,
    "numerals in ranges": "1~" * 1000,
    "5,000 digits": "7" * 5000,
    "digits and commas": "1,234" * 400,
    "digits and dots": "1.2." * 500,
    "scales only": "만억조경" * 500,
    "spoken numerals": "일이삼사오육칠팔구십백천만" * 154,
    "vague numerals": "수백억 " * 500,
    "nested brackets": "1억(" * 500 + ")" * 500,
    "glosses in glosses": "1억 달러(약 1100억원" * 150,
    "hedges": "약 최대 최소 " * 250,
    "hedges behind": "1억원 이상 규모 수준 가량 정도 " * 100,
    "signs": "$" * 2000,
    "letters": "A" * 2000,
    "letters and digits": "A1-" * 667,
    "blanks": " " * 2000,
    "years": "2021년 " * 330,
    "dates": "5월 25일 " * 330,
    "dates joined": "25일부터 " * 400,
    "tildes": "2021~" * 400,
    "fractions": "3분의 " * 500,
    "durations": "향후 3년간 " * 280,
    "coming and past": "오는 지난 " * 330,
    "first weeks": "7월의 첫 번째 " * 220,
}


def read_all(text: str) -> int:
    """Read everything that a text holds; return how much that was."""
    return sum(1 for _ in find_numbers(text)) + len(find_quantities(text)) + len(find_periods(text, ON))


def seconds(action: Callable[[str], object], text: str) -> float:
    """Return the least process time of three runs."""
    return min(_once(action, text) for _ in range(3))


def _once(action: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    action(text)
    return time.process_time() - start


def main() -> None:
    """Print characters a second by step, then the hostile sentences, worst first."""
    if len(sys.argv) > 1:
        with Path(sys.argv[1]).open(encoding="utf-8") as lines:
            texts = [json.loads(line)["text"] for line in lines]
    else:
        texts = [PLAIN] * 500
    size = sum(len(text) for text in texts)
    steps: dict[str, Callable[[str], object]] = {
        "numbers": lambda text: list(find_numbers(text)),
        "quantities": find_quantities,
        "periods": lambda text: find_periods(text, ON),
        "all": read_all,
    }
    for name, step in steps.items():
        spent = sum(_once(step, text) for text in texts)
        print(f"{name:11}{size / spent:>12,.0f} characters a second")
    worst = {
        name: seconds(read_all, text[: max(LENGTH, 5000 if name == "5,000 digits" else 0)])
        for name, text in HOSTILE.items()
    }
    for name, spent in sorted(worst.items(), key=lambda pair: -pair[1]):
        print(f"{name:24}{spent * 1000:>9.2f} ms")


if __name__ == "__main__":
    main()
