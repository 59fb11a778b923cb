import type { Signal } from "../signalling/messages";
import { ON_A_PHONE, pictureOrder, soundOrder } from "./codecs";
import { type ControlMessage, readControl } from "./control";
import { Gathering, type RelayState } from "./gathering";
import type { Rung } from "./ladder";
import { Negotiation } from "./negotiation";
import { Restarts } from "./restarts";
import { readSample, type Sample } from "./sample";
import { NOTHING, type OwnTracks, type PictureMode, Sending } from "./sending";

/** What comes in. The tracks exist from the start; nothing flows in them before admission. */
export interface RemoteTracks {
  readonly sound: MediaStreamTrack;
  readonly picture: MediaStreamTrack;
  readonly screen: MediaStreamTrack | undefined;
}

/** How a connection finds its way, and what this device is. */
export interface Road {
  readonly iceServers: RTCIceServer[];
  /** Never device to device: neither side learns the other's address. */
  readonly relayOnly: boolean;
  readonly phone: boolean;
}

export interface PeerEnds {
  readonly send: (signal: Signal) => void;
  readonly onTracks: (tracks: RemoteTracks) => void;
  readonly onConnection: (state: RTCPeerConnectionState) => void;
  readonly onControl: (message: ControlMessage) => void;
  readonly onOpen: () => void;
  readonly onRelay: () => void;
  readonly createConnection?: (configuration: RTCConfiguration) => RTCPeerConnection;
}

type Timer = "restart" | "renew";

const DISCONNECTED_RESTART_MS = 2_000;
const RETRY_RESTART_MS = 5_000;
const NEW_CONNECTION_AFTER_MS = 15_000;
const CONTROL_CHANNEL_ID = 0;
// Time for a last word on the control channel to leave before the connection goes.
const LAST_WORD_MS = 250;

/**
 * The connection to one participant in one epoch, and how it is kept alive: restarted when it stands still, built anew when that does not help. Three
 * transceivers are fixed by the first offer of the impolite side: sound, camera, screen. What is attached to them changes without negotiating.
 */
export class Peer {
  readonly #polite: boolean;
  readonly #ends: PeerEnds;
  readonly #restarts = new Restarts();
  #road: Road;
  #own: OwnTracks = NOTHING;
  #rung: Rung = "sd";
  #mode: PictureMode = "talk";
  #reachable = true;
  #closed = false;
  #wantsRestart = false;
  #troubledSince: number | undefined;
  #timers: Partial<Record<Timer, ReturnType<typeof setTimeout>>> = {};
  #counts = { restarts: 0, renewals: 0 };

  // One connection of possibly several in this epoch.
  #connection!: RTCPeerConnection;
  #negotiation!: Negotiation;
  #gathering!: Gathering;
  #sending: Sending | undefined;
  #channel: RTCDataChannel | undefined;
  #connectionNumber = 0;
  #theirConnection: string | undefined;

  constructor(polite: boolean, road: Road, ends: PeerEnds) {
    this.#polite = polite;
    this.#road = road;
    this.#ends = ends;
    this.#build();
  }

  get connectionState(): RTCPeerConnectionState {
    return this.#connection.connectionState;
  }

  /** Whether a relay can be reached; undefined while that is not known yet. */
  get relay(): RelayState | undefined {
    return this.#gathering.state;
  }

  get counts(): { readonly restarts: number; readonly renewals: number } {
    return this.#counts;
  }

  /** Fresh relay credentials, for the next restart. */
  receiveRoad(road: Road): void {
    this.#road = road;
  }

  /** What goes out from now on. Nothing, as long as it was not called. */
  receiveOwnTracks(own: OwnTracks): void {
    this.#own = own;
    this.#sending?.attach(own);
  }

  /** How much picture the network carries. */
  allow(rung: Rung, mode: PictureMode): void {
    this.#rung = rung;
    this.#mode = mode;
    this.#sending?.allow(rung, mode);
  }

  /** Is the other side there, and can it be told? An offer that nobody hears only fills the books. */
  receiveReachable(reachable: boolean): void {
    this.#reachable = reachable;
    if (!reachable) return;
    if (this.#wantsRestart) this.restart();
    else this.#watch();
  }

  async look(): Promise<Sample | undefined> {
    if (this.#closed) return undefined;
    return readSample(await this.#connection.getStats(), Date.now());
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
    this.#counts.restarts++;
    if (this.#polite) {
      this.#ends.send({ restart: true });
    } else {
      this.#connection.setConfiguration({ ...this.#connection.getConfiguration(), iceServers: this.#road.iceServers });
      this.#connection.restartIce();
    }
  }

  /** The person presses for it: a connection of its own, whatever the old one says. The polite side can only ask. */
  refresh(): void {
    if (this.#polite) this.restart();
    else this.#renew();
  }

  async receiveSignal(signal: Signal): Promise<void> {
    if (this.#closed) return;
    if ("restart" in signal) {
      if (!this.#polite) this.restart();
      return;
    }
    if ("offerId" in signal) this.#renewWithThem(signal.offerId);
    if ("desc" in signal) await this.#negotiation.receiveDescription(signal);
    else await this.#negotiation.receiveCandidates(signal.candidates);
  }

  /** Says something past the service. Answers false if the road is closed. */
  tell(message: ControlMessage): boolean {
    if (this.#channel?.readyState !== "open") return false;
    this.#channel.send(JSON.stringify(message));
    return true;
  }

  /** How loud the other side is this very moment, 0 to 1; undefined where the browser does not tell. */
  theirLevel(): number | undefined {
    return this.#transceivers()[0]?.receiver.getSynchronizationSources?.()[0]?.audioLevel;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const timer of Object.values(this.#timers)) clearTimeout(timer);
    const connection = this.#connection;
    this.#release();
    setTimeout(() => connection.close(), LAST_WORD_MS);
  }

  #build(): void {
    this.#connectionNumber++;
    const { iceServers, relayOnly } = this.#road;
    const configuration: RTCConfiguration = { iceServers, bundlePolicy: "max-bundle", iceTransportPolicy: relayOnly ? "relay" : "all" };
    const connection = this.#ends.createConnection?.(configuration) ?? new RTCPeerConnection(configuration);
    this.#connection = connection;
    this.#gathering = new Gathering(connection, iceServers, () => this.#ends.onRelay());
    this.#negotiation = new Negotiation(connection, this.#polite, String(this.#connectionNumber), this.#road.phone ? ON_A_PHONE : [], {
      send: (signal) => this.#ends.send(signal),
      onOffered: () => this.#adoptTransceivers(),
      onWish: () => this.restart(),
      onFault: (error) => this.#report(error),
    });
    connection.onconnectionstatechange = () => {
      this.#ends.onConnection(connection.connectionState);
      this.#watch();
    };
    if (!this.#polite) {
      for (const kind of ["audio", "video", "video"] as const) connection.addTransceiver(kind, { direction: "sendrecv" });
      this.#furnish();
    }
  }

  /** The sections come in a fixed order, so the polite side knows each by its place. */
  #adoptTransceivers(): void {
    if (this.#sending) return;
    for (const transceiver of this.#transceivers()) transceiver.direction = "sendrecv";
    // Only now: made before the first offer is known, the channel would need an offer of its own, which would collide.
    this.#furnish();
  }

  #furnish(): void {
    this.#preferCodecs();
    this.#openChannel();
    this.#sending = new Sending(this.#transceivers(), (error) => this.#report(error));
    this.#sending.allow(this.#rung, this.#mode);
    this.#sending.attach(this.#own);
    const [sound, camera, screen] = this.#transceivers();
    if (sound && camera) {
      this.#ends.onTracks({ sound: sound.receiver.track, picture: camera.receiver.track, screen: screen?.receiver.track });
    }
  }

  #preferCodecs(): void {
    const known = (kind: string) => globalThis.RTCRtpReceiver?.getCapabilities?.(kind)?.codecs ?? [];
    const [sound, ...pictures] = this.#transceivers();
    try {
      sound?.setCodecPreferences?.(soundOrder(known("audio")));
      for (const picture of pictures) picture.setCodecPreferences?.(pictureOrder(known("video"), this.#road.phone));
    } catch (error) {
      // A browser that refuses an order has one of its own.
      this.#report(error);
    }
  }

  #openChannel(): void {
    const channel = this.#connection.createDataChannel("control", { negotiated: true, id: CONTROL_CHANNEL_ID });
    channel.onmessage = ({ data }) => {
      const message = readControl(data);
      if (message && !this.#closed) this.#ends.onControl(message);
    };
    channel.onopen = () => {
      if (!this.#closed) this.#ends.onOpen();
    };
    this.#channel = channel;
  }

  #transceivers(): RTCRtpTransceiver[] {
    return this.#connection.getTransceivers().slice(0, 3);
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
    this.#counts.renewals++;
    this.#troubledSince = Date.now();
    this.#replace();
    this.#later("renew", NEW_CONNECTION_AFTER_MS, () => {
      if (this.#connection.connectionState !== "connected") this.#renew();
    });
  }

  /** An offer names the connection it is for. Another one than before cannot be answered by the connection we have. */
  #renewWithThem(offerId: string): void {
    const theirs = offerId.split(".")[0];
    const known = this.#theirConnection;
    this.#theirConnection = theirs;
    if (this.#polite && known !== undefined && known !== theirs) this.#replace();
  }

  #replace(): void {
    const old = this.#connection;
    this.#release();
    old.close();
    this.#clear("restart");
    this.#build();
  }

  #release(): void {
    this.#connection.onconnectionstatechange = null;
    this.#negotiation.close();
    this.#gathering.close();
    this.#sending?.close();
    this.#sending = undefined;
    if (this.#channel) this.#channel.onmessage = this.#channel.onopen = null;
    // The last word may still be leaving.
    if (!this.#closed) this.#channel = undefined;
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
