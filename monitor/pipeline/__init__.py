"""
The four verbs on stored nouns: poll, fetch, read, tell. Each takes what is due, computes, and saves one item at a time.

This is the only room that knows both the store and those who think, crawl or notify. Time arrives as *now*.
"""
