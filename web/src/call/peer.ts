import type { Candidate, Signal } from "../signalling/messages";
import { type ControlMessage, readControl } from "./control";
import { Restarts } from "./restarts";

/** What goes out to one participant. The screen is a place kept for later: it never carries a track yet. */
export interface OwnTracks {
  readonly microphone: MediaStreamTrack | null;
  readonly camera: MediaStreamTrack | null;
}

/** What comes in. The tracks exist from the start; nothing flows in them before admission. */
export interface RemoteTracks {
  readonly sound: MediaStreamTrack;
  readonly picture: MediaStreamTrack;
}

export interface PeerEnds {
  readonly send: (signal: Signal) => void;
  readonly onTracks: (tracks: RemoteTracks) => void;
  readonly onConnection: (state: RTCPeerConnectionState) => void;
  readonly onControl: (message: ControlMessage) => void;
  readonly createConnection?: (configuration: RTCConfiguration) => RTCPeerConnection;
}

type Timer = "candidates" | "restart" | "renew" | "full-size";

const CANDIDATE_BATCH_MS = 50;
const CANDIDATES_A_MESSAGE = 20;
const DISCONNECTED_RESTART_MS = 2_000;
const RETRY_RESTART_MS = 5_000;
const NEW_CONNECTION_AFTER_MS = 15_000;
// A connection that carried nothing yet is taken for slow (300 kbit/s). Browsers then drop the first frames of a full-size picture, for
// up to two seconds, until they have found a size that fits: begin with one that does.
const FIRST_SCALE = 4;
const FIRST_SCALE_FOR_MS = 1_500;
const CONTROL_CHANNEL_ID = 0;
// Time for a last word on the control channel to leave before the connection goes.
const LAST_WORD_MS = 250;

/**
 * The connection to one participant in one epoch: negotiated perfectly, as W3C WebRTC 1.0 section 10.7 has it, and kept alive. Three
 * transceivers are fixed by the first offer of the impolite side: sound, camera, screen. What is attached to them changes without
 * negotiating.
 */
export class Peer {
  readonly #polite: boolean;
  readonly #ends: PeerEnds;
  readonly #restarts = new Restarts();
  #iceServers: RTCIceServer[];
  #own: OwnTracks = { microphone: null, camera: null };
  #reachable = true;
  #closed = false;
  #wantsRestart = false;
  #troubledSince: number | undefined;
  #timers: Partial<Record<Timer, ReturnType<typeof setTimeout>>> = {};

  // One connection of possibly several in this epoch.
  #connection!: RTCPeerConnection;
  #channel: RTCDataChannel | undefined;
  #connectionNumber = 0;
  #theirConnection: string | undefined;
  #offerNumber = 0;
  #makingOffer = false;
  #ignoreOffer = false;
  #isSettingRemoteAnswerPending = false;
  #candidates: Candidate[] = [];
  #small = false;

  constructor(polite: boolean, iceServers: RTCIceServer[], ends: PeerEnds) {
    this.#polite = polite;
    this.#iceServers = iceServers;
    this.#ends = ends;
    this.#build();
  }

  get connection(): RTCPeerConnection {
    return this.#connection;
  }

  /** Fresh relay credentials, for the next restart. */
  receiveIceServers(iceServers: RTCIceServer[]): void {
    this.#iceServers = iceServers;
  }

  /** What goes out from now on. Nothing, as long as it was not called. */
  receiveOwnTracks(own: OwnTracks): void {
    this.#own = own;
    this.#attach();
  }

  /** Is the other side there, and can it be told? An offer that nobody hears only fills the books. */
  receiveReachable(reachable: boolean): void {
    this.#reachable = reachable;
    if (!reachable) return;
    if (this.#wantsRestart) this.restart();
    else this.#watch();
  }

  /** Finds the way anew: after a change of network, or when the picture stands still. */
  restart(): void {
    this.#wantsRestart = true;
    if (this.#closed || !this.#reachable) return;
    if (!this.#restarts.take(Date.now())) {
      this.#later("restart", RETRY_RESTART_MS, () => this.restart());
      return;
    }
    this.#wantsRestart = false;
    if (this.#polite) {
      this.#ends.send({ restart: true });
    } else {
      this.#connection.setConfiguration({ ...this.#connection.getConfiguration(), iceServers: this.#iceServers });
      this.#connection.restartIce();
    }
  }

  async receiveSignal(signal: Signal): Promise<void> {
    if (this.#closed) return;
    if ("restart" in signal) {
      if (!this.#polite) this.restart();
      return;
    }
    if ("desc" in signal) await this.#receiveDescription(signal);
    else await this.#receiveCandidates(signal.candidates);
  }

  /** Says something past the service. Answers false if the road is closed. */
  tell(message: ControlMessage): boolean {
    if (this.#channel?.readyState !== "open") return false;
    this.#channel.send(JSON.stringify(message));
    return true;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const timer of Object.values(this.#timers)) clearTimeout(timer);
    void this.#sendNothing();
    const connection = this.#connection;
    this.#release(connection);
    setTimeout(() => connection.close(), LAST_WORD_MS);
  }

  #build(): void {
    this.#connectionNumber++;
    this.#offerNumber = 0;
    this.#makingOffer = false;
    this.#ignoreOffer = false;
    this.#isSettingRemoteAnswerPending = false;
    this.#candidates = [];
    const configuration: RTCConfiguration = { iceServers: this.#iceServers, bundlePolicy: "max-bundle" };
    const connection = this.#ends.createConnection?.(configuration) ?? new RTCPeerConnection(configuration);
    this.#connection = connection;
    connection.onnegotiationneeded = () => void this.#offer();
    connection.onicecandidate = ({ candidate }) => this.#collect(candidate);
    connection.onconnectionstatechange = () => {
      this.#ends.onConnection(connection.connectionState);
      this.#watch();
    };
    if (!this.#polite) {
      for (const kind of ["audio", "video", "video"] as const) connection.addTransceiver(kind, { direction: "sendrecv" });
      this.#scalePicture(FIRST_SCALE);
      this.#openChannel();
      this.#attach();
      this.#announceTracks();
    }
  }

  #openChannel(): void {
    const channel = this.#connection.createDataChannel("control", { negotiated: true, id: CONTROL_CHANNEL_ID });
    channel.onmessage = ({ data }) => {
      const message = readControl(data);
      if (message && !this.#closed) this.#ends.onControl(message);
    };
    this.#channel = channel;
  }

  async #offer(): Promise<void> {
    const connection = this.#connection;
    try {
      this.#makingOffer = true;
      await connection.setLocalDescription();
      const description = connection.localDescription;
      // An offer from the other side may have overtaken this one.
      if (this.#closed || connection !== this.#connection || description?.type !== "offer") return;
      this.#offerNumber++;
      this.#ends.send({ desc: { type: "offer", sdp: description.sdp }, offerId: this.#offerId() });
    } catch (error) {
      this.#report(error);
    } finally {
      if (connection === this.#connection) this.#makingOffer = false;
    }
  }

  async #receiveDescription(signal: Extract<Signal, { desc: unknown }>): Promise<void> {
    if ("offerId" in signal) this.#renewWithThem(signal.offerId);
    const connection = this.#connection;
    const { desc } = signal;
    try {
      const readyForOffer = !this.#makingOffer && (connection.signalingState === "stable" || this.#isSettingRemoteAnswerPending);
      const offerCollision = desc.type === "offer" && !readyForOffer;
      this.#ignoreOffer = !this.#polite && offerCollision;
      if (this.#ignoreOffer) return;
      if ("inReplyTo" in signal && signal.inReplyTo !== this.#offerId()) return;

      this.#isSettingRemoteAnswerPending = desc.type === "answer";
      await connection.setRemoteDescription(desc);
      if (connection !== this.#connection) return;
      this.#isSettingRemoteAnswerPending = false;

      if ("offerId" in signal) {
        this.#adoptTransceivers();
        await connection.setLocalDescription();
        const answer = connection.localDescription;
        if (this.#closed || connection !== this.#connection || answer?.type !== "answer") return;
        this.#ends.send({ desc: { type: "answer", sdp: answer.sdp }, inReplyTo: signal.offerId });
      }
    } catch (error) {
      if (connection === this.#connection) this.#isSettingRemoteAnswerPending = false;
      this.#report(error);
    }
  }

  async #receiveCandidates(candidates: readonly Candidate[]): Promise<void> {
    for (const candidate of candidates) {
      try {
        await this.#connection.addIceCandidate(candidate);
      } catch (error) {
        // Candidates of an offer that was ignored, or of a connection that is gone, are expected to fit nowhere.
        if (!this.#ignoreOffer) this.#report(error);
      }
    }
  }

  /** The sections come in a fixed order, so the polite side knows each by its place. */
  #adoptTransceivers(): void {
    if (this.#channel) return;
    for (const transceiver of this.#transceivers()) transceiver.direction = "sendrecv";
    this.#scalePicture(FIRST_SCALE);
    // Only now: made before the first offer is known, the channel would need an offer of its own, which would collide.
    this.#openChannel();
    this.#attach();
    this.#announceTracks();
  }

  #transceivers(): RTCRtpTransceiver[] {
    return this.#connection.getTransceivers().slice(0, 3);
  }

  #announceTracks(): void {
    const [sound, camera] = this.#transceivers();
    if (sound && camera) this.#ends.onTracks({ sound: sound.receiver.track, picture: camera.receiver.track });
  }

  #attach(): void {
    const [sound, camera] = this.#transceivers();
    if (this.#closed || !sound || !camera) return;
    this.#put(sound, this.#own.microphone);
    this.#put(camera, this.#own.camera);
    if (this.#own.camera && this.#small) {
      this.#small = false;
      this.#later("full-size", FIRST_SCALE_FOR_MS, () => this.#scalePicture(1));
    }
  }

  #put(transceiver: RTCRtpTransceiver, track: MediaStreamTrack | null): void {
    if (transceiver.sender.track !== track) transceiver.sender.replaceTrack(track).catch((error) => this.#report(error));
  }

  #scalePicture(scaleResolutionDownBy: number): void {
    const sender = this.#transceivers()[1]?.sender;
    const parameters = sender?.getParameters();
    // Before the first description some browsers know no encoding yet; they begin at full size.
    if (this.#closed || !sender || !parameters?.encodings?.[0]) return;
    this.#small = scaleResolutionDownBy > 1;
    parameters.encodings[0].scaleResolutionDownBy = scaleResolutionDownBy;
    sender.setParameters(parameters).catch((error) => this.#report(error));
  }

  async #sendNothing(): Promise<void> {
    await Promise.allSettled(this.#transceivers().map((transceiver) => transceiver.sender.replaceTrack(null)));
  }

  #collect(candidate: RTCIceCandidate | null): void {
    const {
      candidate: line,
      sdpMid,
      sdpMLineIndex,
      usernameFragment,
    } = candidate ?? { candidate: "", sdpMid: null, sdpMLineIndex: null, usernameFragment: null };
    this.#candidates.push({ candidate: line, sdpMid, sdpMLineIndex, usernameFragment });
    if (this.#timers.candidates === undefined) this.#later("candidates", CANDIDATE_BATCH_MS, () => this.#flushCandidates());
  }

  #flushCandidates(): void {
    delete this.#timers.candidates;
    while (this.#candidates.length > 0) this.#ends.send({ candidates: this.#candidates.splice(0, CANDIDATES_A_MESSAGE) });
  }

  /** Restarts what is disconnected for 2 s or has failed; builds anew what did not come back within 15 s. */
  #watch(): void {
    const state = this.#connection.connectionState;
    if (state === "connected" || state === "closed") {
      this.#troubledSince = undefined;
      this.#wantsRestart = false;
      this.#clear("restart", "renew");
      return;
    }
    if (state !== "disconnected" && state !== "failed") return;
    this.#troubledSince ??= Date.now();
    this.#later("restart", state === "failed" ? 0 : DISCONNECTED_RESTART_MS, () => this.restart());
    const left = this.#troubledSince + NEW_CONNECTION_AFTER_MS - Date.now();
    if (!this.#polite) this.#later("renew", Math.max(0, left), () => this.#renew());
  }

  #renew(): void {
    if (this.#closed || !this.#reachable) return;
    this.#release(this.#connection);
    this.#connection.close();
    this.#clear("candidates", "restart");
    this.#troubledSince = Date.now();
    this.#build();
    this.#later("renew", NEW_CONNECTION_AFTER_MS, () => {
      if (this.#connection.connectionState !== "connected") this.#renew();
    });
  }

  /** An offer names the connection it is for. Another one than before cannot be answered by the connection we have. */
  #renewWithThem(offerId: string): void {
    const theirs = offerId.split(".")[0];
    const known = this.#theirConnection;
    this.#theirConnection = theirs;
    if (!this.#polite || known === undefined || known === theirs) return;
    this.#release(this.#connection);
    this.#connection.close();
    this.#clear("candidates", "restart");
    this.#build();
  }

  #release(connection: RTCPeerConnection): void {
    connection.onnegotiationneeded = null;
    connection.onicecandidate = null;
    connection.onconnectionstatechange = null;
    if (this.#channel) this.#channel.onmessage = null;
    if (connection === this.#connection && !this.#closed) this.#channel = undefined;
  }

  #offerId(): string {
    return `${this.#connectionNumber}.${this.#offerNumber}`;
  }

  #report(error: unknown): void {
    if (!this.#closed) console.warn("Negotiating failed", error);
  }

  #later(name: Timer, ms: number, act: () => void): void {
    this.#clear(name);
    this.#timers[name] = setTimeout(act, ms);
  }

  #clear(...names: readonly Timer[]): void {
    for (const name of names) {
      clearTimeout(this.#timers[name]);
      delete this.#timers[name];
    }
  }
}
