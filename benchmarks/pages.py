"""
Print how well saved pages are read: token F1 of the text against the values stored beside them, title, author, time.

    python benchmarks/pages.py --corpus ../shared/corpus/html [--floor 0.98]

A folder of pages with JSON of fundus's form (outlet: {version: {title, authors, publishing_date, body}}) or goose's.
Exits 1 when a page with an expected text stays below the floor.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from pathlib import Path

from monitor.crawl.pages import Page, read_page


def token_f1(expected: str, actual: str) -> float:
    """Return the harmonic mean of precision and recall over words, each counted as often as it comes."""
    wanted, got = Counter(re.findall(r"\w+", expected)), Counter(re.findall(r"\w+", actual))
    shared = sum((wanted & got).values())
    return 2 * shared / max(1, sum(wanted.values()) + sum(got.values()))


def expected_values(corpus: Path) -> list[dict[str, str]]:
    """Return what is expected of articles, from every JSON file in *corpus*: title, text, text without its lead."""
    found = []
    for path in sorted(corpus.glob("*.json")):
        data = json.loads(path.read_text("utf-8"))
        if "expected" in data:
            found.append(
                {"title": data["expected"].get("title", ""), "text": data["expected"]["cleaned_text"], "lead": ""}
            )
            continue
        for version in data.values():
            body = version["body"]
            sections = [line for part in body["sections"] for line in [*part["headline"], *part["paragraphs"]]]
            found.append(
                {
                    "title": version["title"],
                    "text": "\n".join(sections),
                    "lead": "\n".join(body["summary"]),
                    "author": ", ".join(version["authors"]),
                    "published": str(version["publishing_date"]),
                }
            )
    return found


def best_f1(page: Page, expected: dict[str, str]) -> float:
    """Return the F1 of the page's text against the expected one, with its lead or without, whichever was meant."""
    return max(token_f1(expected["text"], page.text), token_f1(f"{expected['lead']}\n{expected['text']}", page.text))


def main() -> int:
    """Read every page of the corpus and print a line for each."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--corpus", type=Path, required=True)
    arguments.add_argument("--floor", type=float, default=0.98)
    arguments.add_argument("--text", action="store_true", help="print the text that was read")
    chosen = arguments.parse_args()
    expected, failed = expected_values(chosen.corpus), 0
    for path in sorted(chosen.corpus.glob("*.html")):
        started = time.perf_counter()
        page = read_page(path.read_bytes(), "text/html")
        took_ms = (time.perf_counter() - started) * 1000
        if page is None:
            print(f"{path.name}: nothing")
            failed += 1
            continue
        score, wanted = max(((best_f1(page, row), row) for row in expected), key=lambda pair: pair[0])
        is_known = score > 0.5  # noqa: PLR2004 - else the values are of another page
        failed += is_known and score < chosen.floor
        shown = f"F1={score:.4f}" if is_known else "F1=  -   "
        print(f"{path.name[-34:]:34} {shown} {page.way:11} {took_ms:6.1f} ms {len(page.text)} chars")
        print(f"    {page.title!r} by {page.author!r} at {page.published!r} changed {page.modified!r} {page.canonical}")
        if is_known:
            print(f"    {wanted['title']!r} by {wanted.get('author')!r} at {wanted.get('published')!r}")
        if chosen.text:
            print(page.text)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
