"""Receive alerts. MONITOR_WEBHOOK_SECRET=whsec_… uvicorn --app-dir examples receiver:app --port 8080."""

import os

from fastapi import FastAPI, HTTPException, Request
from standardwebhooks import Webhook, WebhookVerificationError

app, seen = FastAPI(), set[str]()


@app.post("/alerts", status_code=204)
async def receive(request: Request) -> None:
    """Check the signature, then say what changed. An alert may come twice: its id is the same."""
    try:
        event = Webhook(os.environ["MONITOR_WEBHOOK_SECRET"]).verify(await request.body(), dict(request.headers))
    except WebhookVerificationError as err:
        raise HTTPException(400) from err
    if request.headers["webhook-id"] not in seen:
        seen.add(request.headers["webhook-id"])
        print(event["type"], event["data"].get("sentence", {}).get("ko", ""), flush=True)
