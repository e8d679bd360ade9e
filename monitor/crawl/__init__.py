"""
Feeds and pages to entries and articles: one polite, guarded client, no store.

    async with Client(settings, recalled=states, now=now) as client:
        found = await poll(client, source, state, now)      # FeedPoll: save entries, then state
        article = await fetch(client, entry, rules, now)    # Article or FetchFailure

State comes in as a value and goes out with the result; who calls keeps it. Expected failure is a value, too.
"""
