"""
People's own words: a channel's Jinja2 template, rendered in a sandbox. A broken one falls back to ours and says so.

The template sees `event` (what a webhook would get) and, ready for use, `heading`, `sentence`, `before`, `after`,
`percent`, `quote`, `sources` (outlet, url), `lines` (a digest's sentences) and `link`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jinja2 import StrictUndefined, Template, TemplateError, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from monitor.ledger.amounts import amount_of
from monitor.ledger.wording import percent_of

if TYPE_CHECKING:
    from jinja2.runtime import Context

    from monitor.model import Alert
    from monitor.notify.cards import Card
    from monitor.notify.payloads import Object

MOST = 4000  # code points of a rendered text; every service's limit is applied after
ROUNDS, DEEP = 1000, 2  # of a loop, and loops within loops: rendering must end soon, alerts wait behind it


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja2's sandbox, without what makes a small template run for hours or fill the memory."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, _context: Context, operator: str, left: object, right: object) -> object:
        """Multiply numbers; refuse powers, and texts or lists times a number."""
        if operator == "**" or not (isinstance(left, int | float) and isinstance(right, int | float)):
            message = f"{operator} is for numbers only" if operator == "*" else "there are no powers here"
            raise SecurityError(message)
        return left * right


def few(*limits: int) -> range:
    """Return a range of at most `ROUNDS`, in place of Jinja2's."""
    rounds = range(*limits)
    if len(rounds) > ROUNDS:
        message = f"a range has at most {ROUNDS} numbers"
        raise OverflowError(message)
    return rounds


def own_words(template: str, alert: Alert, card: Card, event: Object) -> tuple[str, str]:
    """Return the rendered text and '', or '' and what is wrong with the template."""
    try:
        text = _compiled(template).render(_known(alert, card, event)).strip()
    except TemplateError as err:
        return "", f"template: {err.message or type(err).__name__}"
    except (ArithmeticError, AttributeError, LookupError, MemoryError, TypeError, ValueError, RecursionError) as err:
        return "", f"template: {type(err).__name__}: {err}"
    return text[:MOST], "" if text else "template: it gives an empty text"


@cache
def _compiled(template: str) -> Template:
    sandbox = Sandbox(undefined=StrictUndefined, autoescape=False)
    sandbox.globals["range"] = few
    if _depth(sandbox.parse(template)) > DEEP:
        message = f"more than {DEEP} loops within each other"
        raise SecurityError(message)
    return sandbox.from_string(template)


def _depth(node: nodes.Node) -> int:
    """Return how many loops lie within each other."""
    inner = max((_depth(child) for child in node.iter_child_nodes()), default=0)
    return inner + isinstance(node, nodes.For)


def _known(alert: Alert, card: Card, event: Object) -> dict[str, object]:
    change = alert.changes[0] if alert.changes else None
    before, after = (change.before, change.after) if change else (None, None)
    return {
        "event": event,
        "heading": card.heading,
        "sentence": card.sentence,
        "before": amount_of(before, alert.language) if before else "",
        "after": amount_of(after, alert.language) if after else "",
        "percent": percent_of(before, after),
        "quote": card.quote,
        "sources": card.sources,
        "lines": card.lines,
        "link": card.link,
    }
