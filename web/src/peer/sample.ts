/** One look at a connection: totals since it began. What a browser does not tell is undefined. */
export interface Sample {
  /** Milliseconds of the clock. */
  readonly at: number;
  readonly soundIn: Incoming | undefined;
  readonly pictureIn: Incoming | undefined;
  readonly soundOut: Outgoing | undefined;
  readonly pictureOut: Outgoing | undefined;
  readonly roundTripMs: number | undefined;
  readonly availableKbps: number | undefined;
  readonly path: "direct" | "relay" | undefined;
  readonly transport: "udp" | "tcp" | "tls" | undefined;
  readonly codec: string | undefined;
}

export interface Incoming {
  readonly packets: number;
  readonly lost: number;
  readonly jitterMs: number;
  readonly frames: number;
  /** Of the decoded sound; grows by the square of its loudness, and not at all in digital silence. */
  readonly energy: number | undefined;
}

export interface Outgoing {
  readonly packets: number;
  /** Of the last report of the other side, 0 to 1. */
  readonly lostShare: number | undefined;
  readonly limitedBy: string | undefined;
}

type Row = Readonly<Record<string, unknown>>;

/** Reads what `RTCPeerConnection.getStats()` gives, in whichever browser. */
export function readSample(report: Iterable<readonly [string, unknown]>, at: number): Sample {
  const rows = new Map([...report].map(([id, row]) => [id, row as Row]));
  const find = (type: string, kind?: string) =>
    [...rows.values()].find((row) => row.type === type && (kind === undefined || row.kind === kind) && !row.isRemote);
  const pair = selectedPair(rows);
  const local = rows.get(String(pair?.localCandidateId));
  const far = rows.get(String(pair?.remoteCandidateId));
  const relayed = local?.candidateType === "relay" || far?.candidateType === "relay";
  const pictureOut = find("outbound-rtp", "video");
  const remote = (kind: string) => [...rows.values()].find((row) => row.type === "remote-inbound-rtp" && row.kind === kind);
  const roundTrip = number(pair?.currentRoundTripTime) ?? number(remote("audio")?.roundTripTime);
  const codec = rows.get(String(pictureOut?.codecId ?? find("inbound-rtp", "video")?.codecId))?.mimeType;
  return {
    at,
    soundIn: incoming(find("inbound-rtp", "audio")),
    pictureIn: incoming(find("inbound-rtp", "video")),
    soundOut: outgoing(find("outbound-rtp", "audio"), remote("audio")),
    pictureOut: outgoing(pictureOut, remote("video")),
    roundTripMs: roundTrip === undefined ? undefined : roundTrip * 1_000,
    availableKbps: divided(number(pair?.availableOutgoingBitrate), 1_000),
    path: pair === undefined ? undefined : relayed ? "relay" : "direct",
    transport: transport(local),
    codec: typeof codec === "string" ? codec.replace(/^\w+\//, "").slice(0, 32) : undefined,
  };
}

function selectedPair(rows: ReadonlyMap<string, Row>): Row | undefined {
  for (const row of rows.values()) {
    if (row.type === "transport" && typeof row.selectedCandidatePairId === "string") return rows.get(row.selectedCandidatePairId);
  }
  // Firefox marks the pair itself.
  return [...rows.values()].find(
    (row) => row.type === "candidate-pair" && (row.selected === true || (row.nominated === true && row.state === "succeeded")),
  );
}

function transport(local: Row | undefined): Sample["transport"] {
  const word = local?.candidateType === "relay" ? (local.relayProtocol ?? local.protocol) : local?.protocol;
  return word === "udp" || word === "tcp" || word === "tls" ? word : undefined;
}

function incoming(row: Row | undefined): Incoming | undefined {
  if (row === undefined) return undefined;
  return {
    packets: number(row.packetsReceived) ?? 0,
    lost: number(row.packetsLost) ?? 0,
    jitterMs: (number(row.jitter) ?? 0) * 1_000,
    frames: number(row.framesDecoded) ?? 0,
    energy: number(row.totalAudioEnergy),
  };
}

function outgoing(row: Row | undefined, remote: Row | undefined): Outgoing | undefined {
  if (row === undefined) return undefined;
  return {
    packets: number(row.packetsSent) ?? 0,
    lostShare: number(remote?.fractionLost),
    limitedBy: typeof row.qualityLimitationReason === "string" ? row.qualityLimitationReason : undefined,
  };
}

function number(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

function divided(value: number | undefined, by: number): number | undefined {
  return value === undefined ? undefined : value / by;
}
