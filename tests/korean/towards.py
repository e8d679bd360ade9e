"""What a sentence says of one of its quantities, for the tests of stances and revisions."""

from monitor.korean.quantities import find_quantities
from monitor.korean.stances import Stance, stance_of
from monitor.korean.text import cut_clauses


def stance(sentence: str, metric: str, nth: int = 0, before: str = "") -> Stance:
    """Return the stance towards the *nth* quantity of *sentence*."""
    quantity = find_quantities(sentence)[nth]
    return stance_of(sentence, quantity.start, quantity.end, cut_clauses(sentence), metric, before)
