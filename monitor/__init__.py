"""
Read Korean news on hyperscale AI, write down every figure that a company announces, tell people when one changes.

Four verbs move one noun at a time down a straight line:

     poll               fetch             read                                       tell
    Source ─▶ FeedPoll ─▶ Entry ─▶ Article ─▶ Reading ─▶ Figure ─▶ Report ─▶ Change ─▶ Alert ─▶ Delivery
    └── config ──┘└───── crawl ────┘└─────── korean ──────┘└────── ledger ─────┘└──── notify ───┘

Floors. A module imports its own room or a lower floor; two rooms on one floor never import each other.

    4   cli/  schedule.py  demo/                      what people start (later: web/, fleet.py)
    3   pipeline/                                     poll, fetch, read, tell: take what is due, compute, save
    2   config/  guard/  crawl/  store/  notify/      what touches files, network and database
    1   korean/  ledger/                              what thinks: pure, no clock, no log, no input or output
    0   model/  catalogue.py                          the nouns, and what the configuration knows

`tests/test_floors.py` proves both rules on every module.
"""

__version__ = "0.1.0"
