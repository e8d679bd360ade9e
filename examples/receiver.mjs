// Receive alerts. MONITOR_WEBHOOK_SECRET=whsec_… PORT=8080 node examples/receiver.mjs
import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";

const key = Buffer.from(process.env.MONITOR_WEBHOOK_SECRET.replace("whsec_", ""), "base64"), seen = new Set();
createServer(async (request, response) => {
  const body = Buffer.concat(await request.toArray()), headers = request.headers, id = headers["webhook-id"];
  const ours = createHmac("sha256", key).update(`${id}.${headers["webhook-timestamp"]}.`).update(body).digest();
  const theirs = (headers["webhook-signature"] ?? "").split(" ").map((s) => Buffer.from(s.replace(/^v1,/, ""), "base64"));
  const signed = theirs.some((one) => one.length === ours.length && timingSafeEqual(one, ours));
  const fresh = Math.abs(Date.now() / 1000 - headers["webhook-timestamp"]) < 300;
  if (!signed || !fresh) return response.writeHead(400).end();
  const event = JSON.parse(body); // an alert may come twice: its id is the same
  if (!seen.has(id)) console.log(event.type, event.data.sentence?.ko ?? "");
  response.writeHead(seen.add(id) && 204).end();
}).listen(process.env.PORT ?? 8080, "127.0.0.1");
