"""Migrations: appended to, never edited once released."""
