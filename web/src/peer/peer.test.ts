import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Signal } from "../signalling/messages";
import { Peer, type Road } from "./peer";

/** As much of a connection as negotiating needs, with the states of the standard. */
class FakeConnection {
  onnegotiationneeded: (() => void) | null = null;
  onicecandidate: ((event: { candidate: object | null }) => void) | null = null;
  onconnectionstatechange: (() => void) | null = null;
  constructor(readonly configuration: RTCConfiguration) {}
  connectionState = "new";
  signalingState = "stable";
  localDescription: { type: string; sdp: string } | null = null;
  closed = false;
  iceRestarts = 0;
  readonly transceivers: FakeTransceiver[] = [];
  readonly channel = {
    readyState: "open",
    sent: [] as string[],
    onmessage: null,
    onopen: null as (() => void) | null,
    send: (text: string) => this.channel.sent.push(text),
  };

  iceGatheringState = "new";
  readonly #listeners = new Map<string, (event: object) => void>();

  addEventListener(kind: string, listener: (event: object) => void): void {
    this.#listeners.set(kind, listener);
  }

  happens(kind: string, event: object = {}): void {
    this.#listeners.get(kind)?.(event);
  }

  addTransceiver(kind: string): void {
    this.transceivers.push(new FakeTransceiver(kind));
  }

  getTransceivers(): FakeTransceiver[] {
    return this.transceivers;
  }

  createDataChannel(): object {
    return this.channel;
  }

  async setLocalDescription(): Promise<void> {
    const type = this.signalingState === "have-remote-offer" ? "answer" : "offer";
    this.signalingState = type === "answer" ? "stable" : "have-local-offer";
    this.localDescription = { type, sdp: `${type} ${this.iceRestarts}` };
  }

  async setRemoteDescription({ type }: { type: string }): Promise<void> {
    this.signalingState = type === "offer" ? "have-remote-offer" : "stable";
    if (type === "offer" && this.transceivers.length === 0) for (const kind of ["audio", "video", "video"]) this.addTransceiver(kind);
  }

  async addIceCandidate(): Promise<void> {
    throw new Error("does not fit");
  }

  getConfiguration(): RTCConfiguration {
    return this.configuration;
  }

  setConfiguration(configuration: RTCConfiguration): void {
    Object.assign(this.configuration, configuration);
  }

  restartIce(): void {
    this.iceRestarts++;
    this.onnegotiationneeded?.();
  }

  close(): void {
    this.closed = true;
  }

  becomes(state: string): void {
    this.connectionState = state;
    this.onconnectionstatechange?.();
  }
}

class FakeTransceiver {
  direction = "recvonly";
  readonly receiver: { readonly track: object };
  readonly sender = {
    track: null as object | null,
    parameters: { encodings: [{}] } as { encodings: Record<string, unknown>[]; degradationPreference?: string },
    getParameters: () => structuredClone(this.sender.parameters),
    setParameters: async (parameters: { encodings: Record<string, unknown>[] }) => {
      this.sender.parameters = parameters;
    },
    replaceTrack: async (track: object | null) => {
      this.sender.track = track;
    },
  };

  constructor(readonly kind: string) {
    this.receiver = { track: { kind } };
  }
}

let connections: FakeConnection[];
let sent: Signal[];
const offer = (offerId: string): Signal => ({ desc: { type: "offer", sdp: "theirs" }, offerId });
const kinds = () => sent.map((signal) => ("desc" in signal ? signal.desc.type : Object.keys(signal)[0]));
const newest = (): FakeConnection => {
  const connection = connections.at(-1);
  if (!connection) throw new Error("no connection was built");
  return connection;
};

const ROAD: Road = { iceServers: [], relayOnly: false, phone: false };
const RELAY: RTCIceServer = { urls: ["stun:relay.example", "turn:relay.example"] };

function peer(polite: boolean, road = ROAD): Peer {
  return new Peer(polite, road, {
    send: (signal) => sent.push(signal),
    onTracks: () => undefined,
    onConnection: () => undefined,
    onControl: () => undefined,
    onOpen: () => undefined,
    onRelay: () => undefined,
    createConnection: (configuration) => {
      const connection = new FakeConnection(configuration);
      connections.push(connection);
      return connection as unknown as RTCPeerConnection;
    },
  });
}

const track = () => ({ getSettings: () => ({ width: 1280, height: 720 }) }) as MediaStreamTrack;
const cameraOf = (connection: FakeConnection) => connection.transceivers[1]?.sender.parameters;

async function offering(): Promise<Peer> {
  const it = peer(false);
  newest().onnegotiationneeded?.();
  await vi.advanceTimersByTimeAsync(0);
  return it;
}

describe("Peer", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    connections = [];
    sent = [];
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it("offersSoundCameraAndScreenWithoutATrack", async () => {
    await offering();
    expect(newest().transceivers.map(({ kind }) => kind)).toEqual(["audio", "video", "video"]);
    expect(newest().transceivers.map(({ sender }) => sender.track)).toEqual([null, null, null]);
    expect(sent).toEqual([{ desc: { type: "offer", sdp: "offer 0" }, offerId: "1.1" }]);
  });

  it("answersWithTheSameThreePlaces", async () => {
    const it = peer(true);
    await it.receiveSignal(offer("1.1"));
    expect(newest().transceivers.map(({ direction }) => direction)).toEqual(["sendrecv", "sendrecv", "sendrecv"]);
    expect(sent).toEqual([{ desc: { type: "answer", sdp: "answer 0" }, inReplyTo: "1.1" }]);
  });

  it("attachesTracksWithoutNegotiating", async () => {
    const it = await offering();
    const [microphone, camera, screen] = [track(), track(), track()];
    it.receiveOwnTracks({ microphone, camera, screen });
    expect(newest().transceivers.map(({ sender }) => sender.track)).toEqual([microphone, camera, screen]);
    expect(kinds()).toEqual(["offer"]);
  });

  it("takesNoOfferWhereItIsTheSideThatOffers", async () => {
    const it = await offering();
    await it.receiveSignal(offer("1.1"));
    expect(newest().signalingState).toBe("have-local-offer");
    expect(kinds()).toEqual(["offer"]);
  });

  it("asksInsteadOfOfferingWhereItIsTheSideThatAnswers", async () => {
    const it = peer(true);
    await it.receiveSignal(offer("1.1"));
    newest().onnegotiationneeded?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(kinds()).toEqual(["answer", "restart"]);
    await it.receiveSignal({ desc: { type: "answer", sdp: "theirs" }, inReplyTo: "1.0" });
    expect(newest().signalingState).toBe("stable");
  });

  it("ignoresTheAnswerToAnOlderOffer", async () => {
    const it = await offering();
    newest().onnegotiationneeded?.();
    await vi.advanceTimersByTimeAsync(0);
    await it.receiveSignal({ desc: { type: "answer", sdp: "theirs" }, inReplyTo: "1.1" });
    expect(newest().signalingState).toBe("have-local-offer");
    await it.receiveSignal({ desc: { type: "answer", sdp: "theirs" }, inReplyTo: "1.2" });
    expect(newest().signalingState).toBe("stable");
  });

  it("sendsCandidatesInBatchesOfTwentyAtMost", async () => {
    await offering();
    for (let i = 0; i < 21; i++)
      newest().onicecandidate?.({ candidate: { candidate: `c${i}`, sdpMid: "0", sdpMLineIndex: 0, usernameFragment: "u" } });
    newest().onicecandidate?.({ candidate: null });
    await vi.advanceTimersByTimeAsync(49);
    expect(kinds()).toEqual(["offer"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent.slice(1).map((signal) => ("candidates" in signal ? signal.candidates.length : 0))).toEqual([20, 2]);
  });

  it("survivesCandidatesThatFitNowhere", async () => {
    const it = await offering();
    await it.receiveSignal({ candidates: [{ candidate: "c", sdpMid: "0", sdpMLineIndex: 0, usernameFragment: null }] });
    expect(newest().closed).toBe(false);
  });

  it("restartsAfterTwoSecondsDisconnected", async () => {
    await offering();
    newest().becomes("disconnected");
    await vi.advanceTimersByTimeAsync(1_999);
    expect(newest().iceRestarts).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(newest().iceRestarts).toBe(1);
  });

  it("leavesAShortLossAlone", async () => {
    await offering();
    newest().becomes("disconnected");
    await vi.advanceTimersByTimeAsync(1_000);
    newest().becomes("connected");
    await vi.advanceTimersByTimeAsync(20_000);
    expect(newest().iceRestarts).toBe(0);
    expect(connections).toHaveLength(1);
  });

  it("asksForARestartWhenPolite", async () => {
    const it = peer(true);
    await it.receiveSignal(offer("1.1"));
    newest().becomes("failed");
    await vi.advanceTimersByTimeAsync(0);
    expect(kinds()).toEqual(["answer", "restart"]);
  });

  it("waitsWithTheRestartUntilTheOtherSideCanHearOfIt", async () => {
    const it = await offering();
    it.receiveReachable(false);
    newest().becomes("disconnected");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(newest().iceRestarts).toBe(0);
    it.receiveReachable(true);
    expect(newest().iceRestarts).toBe(1);
  });

  it("buildsAnewWhatDoesNotComeBackWithinFifteenSeconds", async () => {
    await offering();
    newest().becomes("failed");
    await vi.advanceTimersByTimeAsync(15_000);
    expect(connections.map(({ closed }) => closed)).toEqual([true, false]);
    newest().onnegotiationneeded?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent.at(-1)).toMatchObject({ offerId: "2.1" });
  });

  it("buildsAnewWithTheOtherSide", async () => {
    const it = peer(true);
    await it.receiveSignal(offer("1.1"));
    await it.receiveSignal(offer("2.1"));
    expect(connections.map(({ closed }) => closed)).toEqual([true, false]);
    expect(sent.at(-1)).toMatchObject({ inReplyTo: "2.1" });
  });

  it("sendsNothingFromTheMomentItIsClosed", async () => {
    const it = await offering();
    it.receiveOwnTracks({ microphone: track(), camera: track(), screen: null });
    it.tell({ t: "end" });
    it.close();
    await vi.advanceTimersByTimeAsync(0);
    expect(newest().transceivers.map(({ sender }) => sender.track)).toEqual([null, null, null]);
    expect(newest().channel.sent).toEqual(['{"t":"end"}']);
    expect(newest().closed).toBe(false);
    await vi.advanceTimersByTimeAsync(250);
    expect(newest().closed).toBe(true);
  });

  it("beginsSmallAndGrowsToWhatIsAllowed", async () => {
    const it = await offering();
    it.receiveOwnTracks({ microphone: track(), camera: track(), screen: null });
    await vi.advanceTimersByTimeAsync(0);
    expect(cameraOf(newest())).toMatchObject({ encodings: [{ active: true, scaleResolutionDownBy: 4, priority: "low" }] });
    await vi.advanceTimersByTimeAsync(1_500);
    expect(cameraOf(newest())?.encodings[0]?.scaleResolutionDownBy).toBeCloseTo(720 / 540);
    expect(newest().transceivers[0]?.sender.parameters.encodings[0]).toMatchObject({ priority: "high", networkPriority: "high" });
  });

  it("sendsNoPictureWhileItIsPausedAndSharpOnesWhileSomethingIsShown", async () => {
    const it = await offering();
    it.receiveOwnTracks({ microphone: track(), camera: track(), screen: null });
    await vi.advanceTimersByTimeAsync(1_500);
    it.allow("paused", "show");
    await vi.advanceTimersByTimeAsync(0);
    expect(cameraOf(newest())?.encodings[0]).toMatchObject({ active: false });
    it.allow("sd", "show");
    await vi.advanceTimersByTimeAsync(0);
    expect(cameraOf(newest())).toMatchObject({
      encodings: [{ active: true, scaleResolutionDownBy: 1, maxFramerate: 10 }],
      degradationPreference: "maintain-resolution",
    });
    expect(kinds()).toEqual(["offer"]);
  });

  it("connectsThroughTheRelayOnlyWhereThePracticeWantsThat", () => {
    peer(false, { ...ROAD, relayOnly: true });
    expect(newest().configuration.iceTransportPolicy).toBe("relay");
    peer(false);
    expect(newest().configuration.iceTransportPolicy).toBe("all");
  });

  it("restartsWithTheNewestCredentials", async () => {
    const it = await offering();
    it.receiveRoad({ ...ROAD, iceServers: [RELAY] });
    it.restart();
    expect(newest().configuration.iceServers).toEqual([RELAY]);
    expect(it.counts).toEqual({ restarts: 1, renewals: 0 });
  });

  it("knowsWhetherTheRelayAnswers", async () => {
    expect(peer(false).relay).toBe("none");
    const reached = peer(false, { ...ROAD, iceServers: [RELAY] });
    expect(reached.relay).toBeUndefined();
    newest().happens("icecandidate", { candidate: { candidate: "candidate:1 1 udp 1 192.0.2.1 5 typ relay raddr 0.0.0.0 rport 0" } });
    expect(reached.relay).toBe("reached");
    const away = peer(false, { ...ROAD, iceServers: [RELAY] });
    newest().iceGatheringState = "gathering";
    newest().happens("icegatheringstatechange");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(away.relay).toBe("away");
    const direct = peer(false, { ...ROAD, iceServers: [RELAY] });
    newest().becomes("connected");
    newest().iceGatheringState = "complete";
    newest().happens("icegatheringstatechange");
    expect(direct.relay).toBeUndefined();
  });

  it("buildsAnewWhenThePersonAsksForIt", async () => {
    const it = await offering();
    it.refresh();
    expect(connections.map(({ closed }) => closed)).toEqual([true, false]);
    expect(it.counts.renewals).toBe(1);
  });
});
