"""
What a figure changes, and who should know. Pure: no clock, no log, no input or output.

    Report ─▶ Item ─────▶ Series ────▶ Case ──────▶ Rule ─────▶ Line ─▶ Change ─▶ Alert
              intervals   subjects     cases.py     changes.py  writing.py        alerts.py
              windows     series.py                  doubts.py  lines.py          alert_*.py
                          families.py                           stories.py
                          placing.py
                          naming.py

`changes.fold` makes the log of a set of reports, in whichever order they came; `folding` sorts them and goes through
them once. `news.news` tells what of a new fold people should hear of, `reviews.reviewed` applies what they decided
before it, `lineage.lineage` follows a line across its versions, `wording` says a change in a sentence.
"""
