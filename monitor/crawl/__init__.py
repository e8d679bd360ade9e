"""Feeds and pages to entries and articles: one polite, guarded client, no store."""
