/** The shape of every message, and the limits the service closes the socket for. Unknown fields are ignored. */

type Rule = (value: unknown) => boolean;
type Fields = Readonly<Record<string, Rule>>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const DEEPEST = 8;
const LONGEST_SDP_BYTES = 48 * 1024;
const MOST_CANDIDATES = 20;
const LONGEST_STATS_BYTES = 2 * 1024;

const text: Rule = (value) => typeof value === "string" && value !== "";
const anyText: Rule = (value) => typeof value === "string";
const short: Rule = (value) => typeof value === "string" && value.length >= 1 && value.length <= 64;
const uuid: Rule = (value) => typeof value === "string" && UUID.test(value);
const yesNo: Rule = (value) => typeof value === "boolean";
const numeric: Rule = (value) => typeof value === "number" && Number.isFinite(value);
const positive: Rule = (value) => numeric(value) && (value as number) >= 0;
const whole =
  (least: number): Rule =>
  (value) =>
    Number.isSafeInteger(value) && (value as number) >= least;
const exactly =
  (...words: readonly unknown[]): Rule =>
  (value) =>
    words.includes(value);
const optional =
  (rule: Rule): Rule =>
  (value) =>
    value === undefined || rule(value);
const orNull =
  (rule: Rule): Rule =>
  (value) =>
    value === null || rule(value);
const list =
  (rule: Rule, least: number, most: number): Rule =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.length <= most && value.every(rule);
const record =
  (fields: Fields): Rule =>
  (value) =>
    isObject(value) && Object.entries(fields).every(([name, rule]) => rule(value[name]));

const device = exactly("works", "off", "denied", "blocked", "busy", "none", "silent");
const problem = exactly("asking", "dismissed", "denied", "system", "busy", "none", "silent", "dark", "insecure", "in-app", "old");
const check: Fields = {
  problem: optional(problem),
  browser: optional(exactly("chrome", "safari", "firefox", "edge", "samsung", "in-app", "other")),
  system: optional(exactly("ios", "android", "windows", "mac", "chromeos", "linux", "other")),
  speaker: optional(exactly("heard", "unheard")),
  network: optional(exactly("relay", "direct", "none")),
};
const role = exactly("clinician", "patient", "guest");
const media: Fields = { microphone: yesNo, camera: yesNo, screen: yesNo };
const candidate = record({
  candidate: anyText,
  sdpMid: orNull(anyText),
  sdpMLineIndex: orNull(whole(0)),
  usernameFragment: orNull(anyText),
});
const sdp: Rule = (value) =>
  typeof value === "string" &&
  new TextEncoder().encode(value).length <= LONGEST_SDP_BYTES &&
  value.includes("a=fingerprint:sha-256") &&
  !value.includes("a=crypto:");

const fromClient: Readonly<Record<string, Fields>> = {
  hello: { pass: text, proto: exactly(1) },
  resume: { session: text, token: text, lastSeq: whole(0) },
  ping: { time: numeric },
  ack: { a: whole(0) },
  sync: { rev: whole(0) },
  ready: { s: whole(1), camera: device, microphone: device },
  check: { s: whole(1), ...check },
  "card-done": { s: whole(1) },
  signal: { s: whole(1), to: text, epoch: whole(0) },
  media: { s: whole(1), ...media },
  admit: { s: whole(1), cid: uuid, participant: text },
  hold: { s: whole(1), cid: uuid, participant: text, on: yesNo },
  remove: { s: whole(1), cid: uuid, participant: text },
  pin: { s: whole(1), cid: uuid, participant: orNull(text) },
  end: { s: whole(1), cid: uuid },
  leave: { s: whole(1), cid: uuid },
  phone: { s: whole(1), cid: uuid, on: yesNo },
  card: { s: whole(1), cid: uuid, participant: text, card: orNull(problem) },
  stats: {
    connectedMs: optional(positive),
    firstFrameMs: optional(positive),
    path: optional(exactly("direct", "relay")),
    transport: optional(exactly("udp", "tcp", "tls")),
    codec: optional((value) => typeof value === "string" && /^[\w./+-]{1,32}$/.test(value)),
    score: optional((value) => whole(0)(value) && (value as number) <= 4),
    restarts: optional(whole(0)),
    renewals: optional(whole(0)),
    lostMs: optional(positive),
    weakMs: optional(positive),
    pausedMs: optional(positive),
    relay: optional(exactly("none", "reached", "away")),
  },
};

const fromServer: Readonly<Record<string, Fields>> = {
  welcome: {
    session: text,
    token: text,
    you: text,
    role,
    gen: whole(0),
    resumed: yesNo,
    iceServers: list(isObject, 0, Number.POSITIVE_INFINITY),
    relayOnly: yesNo,
    pingEvery: whole(1),
  },
  snapshot: {
    s: whole(1),
    rev: whole(0),
    call: record({
      id: text,
      state: exactly("waiting", "live", "ended", "closed"),
      epoch: whole(0),
      liveAt: orNull(text),
      phoneSince: orNull(text),
      pinned: orNull(text),
    }),
    participants: list(
      record({
        id: text,
        role,
        state: exactly("lobby", "admitted", "left", "removed"),
        held: yesNo,
        presence: exactly("here", "away", "gone"),
        camera: orNull(device),
        microphone: orNull(device),
        media: orNull(record(media)),
        check: orNull(record(check)),
        card: orNull(problem),
      }),
      0,
      Number.POSITIVE_INFINITY,
    ),
  },
  arm: { s: whole(1), peer: text, epoch: whole(0), polite: yesNo },
  signal: { s: whole(1), from: text, epoch: whole(0) },
  done: { s: whole(1), cid: uuid, rev: whole(0) },
  error: {
    s: whole(1),
    cid: optional(uuid),
    code: exactly("not_allowed", "participant_gone", "call_over", "bad_message", "try_again"),
    retry: yesNo,
  },
  ice: { iceServers: list(isObject, 0, Number.POSITIVE_INFINITY) },
  news: { s: whole(1), of: (value) => typeof value === "string" && /^[a-z-]{1,32}$/.test(value) },
  reconnect: { afterMs: whole(0) },
  pong: { time: numeric },
  ack: { a: whole(0) },
};

/** `unknown` is a kind of a later version: the page ignores it, the service refuses it. */
export type Verdict = "sound" | "broken" | "unknown";

export function judgeFromClient(message: unknown): Verdict {
  return judge(message, fromClient);
}

export function judgeFromServer(message: unknown): Verdict {
  return judge(message, fromServer);
}

function judge(message: unknown, kinds: Readonly<Record<string, Fields>>): Verdict {
  if (!isObject(message) || typeof message.t !== "string" || depth(message) > DEEPEST) return "broken";
  const fields = Object.hasOwn(kinds, message.t) ? kinds[message.t] : undefined;
  if (fields === undefined) return "unknown";
  const sound =
    record(fields)(message) &&
    optional(whole(0))(message.a) &&
    (message.t !== "signal" || hasOneContent(message)) &&
    (message.t !== "stats" || bytes(message) <= LONGEST_STATS_BYTES);
  return sound ? "sound" : "broken";
}

function bytes(message: unknown): number {
  return new TextEncoder().encode(JSON.stringify(message)).length;
}

function hasOneContent(signal: Record<string, unknown>): boolean {
  const { desc, candidates, restart } = signal;
  if ([desc, candidates, restart].filter((content) => content !== undefined).length !== 1) return false;
  if (candidates !== undefined) return list(candidate, 1, MOST_CANDIDATES)(candidates);
  if (restart !== undefined) return restart === true;
  if (!isObject(desc) || !sdp(desc.sdp)) return false;
  return (desc.type === "offer" && short(signal.offerId)) || (desc.type === "answer" && short(signal.inReplyTo));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function depth(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depth));
}
