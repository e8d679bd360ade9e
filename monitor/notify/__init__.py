"""Alerts to payloads, payloads to deliveries: no store, no judgement."""
