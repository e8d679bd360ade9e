"""The command line: tables for people, JSON for programs."""


def main() -> None:
    """Run the command line."""
