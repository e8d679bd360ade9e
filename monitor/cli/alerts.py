"""`monitor alerts`: what was told to whom, why not, and how to mend it."""

from __future__ import annotations

import asyncio
import json
import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from monitor.cli.alert_lines import (
    became_of,
    channel_line,
    print_alerts,
    print_json,
    print_table,
    silence_cells,
    silence_line,
    standing_of,
    try_cells,
    try_line,
    verdict_line,
)
from monitor.cli.lines import korean_time
from monitor.cli.options import AsJson, ConfigDir, DatabaseUrl, configuration, database_of
from monitor.ledger.alerts import Audience, alert_id, explain
from monitor.ledger.wording import sentence
from monitor.model import Silence
from monitor.notify.payloads import schema
from monitor.notify.signing import new_secret
from monitor.pipeline.tell import Post, try_channel
from monitor.store import told
from monitor.store.changes import find_change, void_since

if TYPE_CHECKING:
    from sqlmodel import Session

    from monitor.config import Config

app = typer.Typer(help="What was told to whom, why not, and how to mend it.", no_args_is_help=True)
ChannelName = Annotated[str, typer.Argument(metavar="CHANNEL", help="A channel's id in alerts.toml.")]
OnlyChannel = Annotated[str | None, typer.Option("--channel", help="Only this channel's.")]
STATES = ("waiting", "delivered", "dead", "absorbed", "cancelled")


@app.command("list")
def list_alerts(
    *,
    channel: OnlyChannel = None,
    state: Annotated[str | None, typer.Option(help="Only these: " + ", ".join(STATES) + ".")] = None,
    limit: Annotated[int, typer.Option(min=1, help="Only the latest so many.")] = 50,
    as_json: AsJson = False,
    db: DatabaseUrl = None,
    config: ConfigDir = None,
) -> None:
    """List alerts with their tries and the last answer, the latest last."""
    settings = configuration(config)
    if state is not None and state not in STATES:
        msg = f'"{state}" is none of: {", ".join(STATES)}'
        raise typer.BadParameter(msg, param_hint="--state")
    with database_of(settings, db) as database, database.reading() as session:
        found = told.find_alerts(session, channel=channel, state=state, limit=limit)
    print_alerts(found, settings.catalogue, as_json=as_json)


@app.command("dead")
def list_dead(
    *, channel: OnlyChannel = None, as_json: AsJson = False, db: DatabaseUrl = None, config: ConfigDir = None
) -> None:
    """List the alerts that were given up after the last try."""
    settings = configuration(config)
    with database_of(settings, db) as database, database.reading() as session:
        found = told.find_alerts(session, channel=channel, state="dead", limit=1000)
    print_alerts(found, settings.catalogue, as_json=as_json)


@app.command("tries")
def list_tries(
    alert: Annotated[str, typer.Argument(metavar="ALERT", help="An alert's id, or how it begins.")],
    *,
    as_json: AsJson = False,
    db: DatabaseUrl = None,
    config: ConfigDir = None,
) -> None:
    """List every try to hand one alert over, with its answer."""
    with database_of(configuration(config), db) as database, database.reading() as session:
        found = told.tries_of(session, alert)
    if len(found) != 1:
        _fail(f"{len(found) or 'no'} alerts begin with {alert}")
    tries = found[0][1]
    if as_json:
        print_json(try_line(tried) for tried in tries)
        return
    print_table(("try", "at", "outcome", "code", "ms", "answer", "next"), (try_cells(tried) for tried in tries))


@app.command("resend")
def resend_alerts(
    alerts: Annotated[
        list[str] | None, typer.Argument(metavar="[ALERT]…", help="Alerts' ids, or how they begin.")
    ] = None,
    *,
    channel: Annotated[str | None, typer.Option("--channel", help="All dead ones of this channel.")] = None,
    db: DatabaseUrl = None,
    config: ConfigDir = None,
) -> None:
    """Send alerts again, under their old ids; the daemon does it at its next look."""
    if bool(alerts) == bool(channel):
        msg = "name alerts, or --channel for all that were given up there"
        raise typer.BadParameter(msg)
    with database_of(configuration(config), db) as database, database.writing() as session:
        sent = told.resend(session, _now(), alerts=[_sendable(session, one) for one in alerts or ()], channel=channel)
    typer.echo(f"{len(sent)} to be sent again")


@app.command("test")
def try_out(
    name: Annotated[
        str | None, typer.Argument(metavar="[CHANNEL]", help="A channel's id; all of them without.")
    ] = None,
    *,
    db: DatabaseUrl = None,
    config: ConfigDir = None,
) -> None:
    """Send a sample on a channel now, by the same path as every alert, and print the answer."""
    settings = configuration(config)
    names = [name] if name else [channel.id for channel in settings.channels]
    if not names:
        _fail("no channel is set up: set MONITOR_WEBHOOK_URL, or add one to alerts.toml")
    _known_channel(settings, names[0])
    audience = Audience(settings.subscriptions, settings.channels, settings.silences)
    with database_of(settings, db) as database:
        post = Post(database, audience, os.environ, settings.catalogue, settings.settings.public_url)
        made = [asyncio.run(try_channel(post, each, _now())) for each in names]
    for tried in made:
        answer = tried.error or str(tried.code or "accepted")
        if tried.outcome == "delivered":
            typer.echo(f"{tried.channel}: delivered in {tried.took_ms} ms ({answer})")
        else:
            typer.echo(f"monitor alerts: {tried.channel}: not delivered: {answer}", err=True)
    if any(tried.outcome != "delivered" for tried in made):
        raise typer.Exit(1)


@app.command("channels")
def list_channels(*, as_json: AsJson = False, db: DatabaseUrl = None, config: ConfigDir = None) -> None:
    """List the channels: what waits, what was given up, whether one is shut, paused or at rest, and why."""
    settings, now = configuration(config), _now()
    with database_of(settings, db) as database, database.reading() as session:
        states = told.channel_states(session, [channel.id for channel in settings.channels])
    if as_json:
        print_json(channel_line(state, now) for state in states)
        return
    heads = ("channel", "waiting", "delivered", "dead", "stands", "why")
    counts = ((str(state.waiting), str(state.delivered), str(state.dead)) for state in states)
    rows = ((s.id, *count, standing_of(s, now), s.reason) for s, count in zip(states, counts, strict=True))
    print_table(heads, rows)


@app.command("pause")
def pause_channel(
    name: ChannelName,
    *,
    hours: Annotated[float, typer.Option(min=0.01, help="For so long.")] = 24.0,
    reason: Annotated[str, typer.Option(help="Why.")] = "paused by hand",
    db: DatabaseUrl = None,
    config: ConfigDir = None,
) -> None:
    """Send nothing on a channel for a while; what is made meanwhile waits."""
    settings, until = configuration(config), _now() + timedelta(hours=hours)
    _known_channel(settings, name)
    with database_of(settings, db) as database, database.writing() as session:
        told.pause(session, name, until, reason)
    typer.echo(f"{name}: paused until {korean_time(until)}; monitor alerts resume {name} ends it")


@app.command("resume")
def resume_channel(name: ChannelName, *, db: DatabaseUrl = None, config: ConfigDir = None) -> None:
    """Send on a channel again, whether it was paused or answered 410 Gone."""
    settings = configuration(config)
    _known_channel(settings, name)
    with database_of(settings, db) as database, database.writing() as session:
        waiting = told.reopen(session, name, _now())
    typer.echo(f"{name}: open, {waiting} waiting")


@app.command("explain")
def explain_change(
    name: Annotated[str, typer.Argument(metavar="CHANGE", help="A change's id, or how it begins.")],
    *,
    as_json: AsJson = False,
    db: DatabaseUrl = None,
    config: ConfigDir = None,
) -> None:
    """Say for each subscription why it was or was not told of a change."""
    settings = configuration(config)
    with database_of(settings, db) as database, database.reading() as session:
        found = find_change(session, name)
        if len(found) != 1:
            _fail(f"{len(found) or 'no'} changes begin with {name}")
        decided = told.verdicts_of(session, found[0].id)
        void = void_since(session, found[0].id)
        took_back = {who.subscription: alert_id(who.subscription, found[0].id, "retracted") for who in decided}
        states = told.states_of(session, [*(who.alert for who in decided if who.alert), *took_back.values()])
    audience = Audience(settings.subscriptions, settings.channels, settings.silences)
    verdicts = explain(found[0], audience, decided, "was void before it was asked" if void else None)
    became = [became_of(verdict, states, took_back.get(verdict.subscription)) for verdict in verdicts]
    if as_json:
        print_json(verdict_line(verdict, word) for verdict, word in zip(verdicts, became, strict=True))
        return
    typer.echo(sentence(found[0], "ko", settings.catalogue))
    rows = ((v.subscription, word, v.reason, v.alert or "") for v, word in zip(verdicts, became, strict=True))
    print_table(("subscription", "", "why", "alert"), rows)


@app.command("silence")
def silence_alerts(
    *,
    reason: Annotated[str, typer.Option(help="Why, for whoever wonders.")],
    author: Annotated[str, typer.Option(envvar="USER", help="Who asks for it.")] = "someone",
    hours: Annotated[float, typer.Option(min=0.01, help="For so long.")] = 24.0,
    subscription: Annotated[list[str] | None, typer.Option(help="Only for these subscriptions.")] = None,
    company: Annotated[list[str] | None, typer.Option(help="Only these companies' changes.")] = None,
    metric: Annotated[list[str] | None, typer.Option(help="Only these metrics'.")] = None,
    series: Annotated[list[str] | None, typer.Option(help="Only these series.")] = None,
    db: DatabaseUrl = None,
    config: ConfigDir = None,
) -> None:
    """Keep quiet about some changes until an end; they stay in the log, and `explain` says why nobody was told."""
    now = _now()
    name = alert_id(author, reason, now.isoformat()).removeprefix("msg_")[:8]
    silence = Silence(
        id=name,
        author=author,
        reason=reason,
        until=now + timedelta(hours=hours),
        since=now,
        subscriptions=tuple(subscription or ()),
        companies=tuple(company or ()),
        metrics=tuple(metric or ()),
        series=tuple(series or ()),
    )
    with database_of(configuration(config), db) as database, database.writing() as session:
        told.add_silence(session, silence)
    typer.echo(f"{name}: silent until {korean_time(silence.until)}; monitor alerts unsilence {name} ends it")


@app.command("silences")
def list_silences(*, as_json: AsJson = False, db: DatabaseUrl = None, config: ConfigDir = None) -> None:
    """List the silences that go on, those of alerts.toml first."""
    settings, now = configuration(config), _now()
    with database_of(settings, db) as database, database.reading() as session:
        found = (*(silence for silence in settings.silences if silence.until > now), *told.silences_at(session, now))
    if as_json:
        print_json(silence_line(silence) for silence in found)
        return
    print_table(("id", "until", "author", "reason", "about"), (silence_cells(silence) for silence in found))


@app.command("unsilence")
def end_silence(
    name: Annotated[str, typer.Argument(metavar="ID")], *, db: DatabaseUrl = None, config: ConfigDir = None
) -> None:
    """End a silence now."""
    with database_of(configuration(config), db) as database, database.writing() as session:
        ended = told.end_silence(session, name, _now())
    if not ended:
        _fail(f"no silence {name} goes on")
    typer.echo(f"{name}: ended")


@app.command("secret")
def make_secret() -> None:
    """Print a new signing secret for a webhook. Put it into the environment or a file, never into alerts.toml."""
    typer.echo(new_secret())


@app.command("schema")
def print_schema() -> None:
    """Print the JSON Schema of what webhooks get."""
    typer.echo(json.dumps(schema(), indent=2, ensure_ascii=False))


def _sendable(session: Session, start: str) -> str:
    """Return the id of the alert that begins with *start*; fail when there is none, or it is not to be sent alone."""
    found = told.tries_of(session, start)
    if len(found) != 1:
        _fail(f"{len(found) or 'no'} alerts begin with {start}")
    alert, state = found[0][0].alert, found[0][0].state
    if state == "absorbed":
        _fail(f"{alert.id} left within a message of several: send that one again")
    if state == "cancelled":
        _fail(f"{alert.id} was cancelled: what it says was taken back, or holds no more")
    return alert.id


def _known_channel(settings: Config, name: str) -> None:
    known = [channel.id for channel in settings.channels]
    if name not in known:
        msg = f'"{name}" is no channel of alerts.toml; known: {", ".join(known) or "none that is set up"}'
        raise typer.BadParameter(msg)


def _fail(message: str) -> NoReturn:
    typer.echo(f"monitor alerts: {message}", err=True)
    raise typer.Exit(1)


def _now() -> datetime:
    return datetime.now(UTC)
