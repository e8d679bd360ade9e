"""
People's own words: a channel's Jinja2 template, rendered in a sandbox. A broken one falls back to ours and says so.

The template sees `event` (what a webhook would get) and, ready for use, `heading`, `sentence`, `before`, `after`,
`percent`, `quote`, `sources` (outlet, url), `lines` (a digest's sentences) and `link`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from monitor.ledger.amounts import amount_of
from monitor.ledger.wording import percent_of

if TYPE_CHECKING:
    from monitor.model import Alert
    from monitor.notify.cards import Card
    from monitor.notify.payloads import Object

MOST = 4000  # code points of a rendered text; every service's limit is applied after


def own_words(template: str, alert: Alert, card: Card, event: Object) -> tuple[str, str]:
    """Return the rendered text and '', or '' and what is wrong with the template."""
    try:
        text = _compiled(template).render(_known(alert, card, event)).strip()
    except TemplateError as err:
        return "", f"template: {err.message or type(err).__name__}"
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError) as err:
        return "", f"template: {type(err).__name__}: {err}"
    return text[:MOST], "" if text else "template: it gives an empty text"


@cache
def _compiled(template: str) -> Template:
    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False).from_string(template)


def _known(alert: Alert, card: Card, event: Object) -> dict[str, object]:
    change = alert.changes[0] if alert.changes else None
    before, after = (change.before, change.after) if change else (None, None)
    return {
        "event": event,
        "heading": card.heading,
        "sentence": card.text,
        "before": amount_of(before, alert.language) if before else "",
        "after": amount_of(after, alert.language) if after else "",
        "percent": percent_of(before, after),
        "quote": card.quote,
        "sources": card.sources,
        "lines": card.lines,
        "link": card.link,
    }
