"""The demonstration, `monitor run --demo`: a newsstand and a receiver on loopback, and the daemon between them."""

from monitor.demo.history import History, Scene, Story, bundled
from monitor.demo.newsrooms import NEWSROOMS, Newsroom
from monitor.demo.newsstand import Newsstand
from monitor.demo.receiver import Received, Receiver
from monitor.demo.showing import Outcome, Patience, play, show

__all__ = [
    "NEWSROOMS",
    "History",
    "Newsroom",
    "Newsstand",
    "Outcome",
    "Patience",
    "Received",
    "Receiver",
    "Scene",
    "Story",
    "bundled",
    "play",
    "show",
]
