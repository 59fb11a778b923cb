import { browserDevices, type Wish } from "../devices/capture";
import { localShelf, rememberChoice, rememberedChoice } from "../devices/choice";
import type { Arm, ErrorCode, FromServer, MediaState, Participant, ReceivedSignal, Role, Welcome } from "../signalling/messages";
import { fetchPass, type PassDesk } from "../signalling/pass";
import { Line, type LineState } from "../signalling/socket";
import { OwnMedia, type OwnState } from "./media";
import { Peer, type RemoteTracks } from "./peer";
import { first, mayMeet, ownState, type Room, receiveSnapshot, seat } from "./room";

/** Where the page finds the service. */
export interface CallDesk {
  readonly pass: PassDesk;
  /** The socket's address, on the page's own host. */
  readonly signalUrl: string;
  /** Whom this page wants to see: the patient, or the clinician. */
  readonly other: Role;
}

/** All that a page can show of the call. */
export interface CallState {
  readonly line: LineState;
  readonly room: Room | undefined;
  readonly other: Participant | undefined;
  /** Both are in the call: picture and sound may flow. */
  readonly meeting: boolean;
  /** Since when the devices have not been connected, although they should be. Milliseconds of the clock. */
  readonly troubledSince: number | undefined;
  readonly theirMedia: MediaState | null;
  readonly theirTracks: RemoteTracks | undefined;
  readonly own: OwnState;
  /** The other side said over the direct road that the call is over; the service may not have said so yet. */
  readonly endedByOther: boolean;
  /** When the service was heard last. Milliseconds of the clock. */
  readonly heardAt: number | undefined;
}

/** How a command ended. */
export type Outcome = "done" | ErrorCode;

interface Waiting {
  readonly settle: (outcome: Outcome) => void;
  readonly again: () => void;
  readonly tries: number;
}

const TRIES = 3;
const TRY_AGAIN_MS = 1_000;

/** One seat in one call. The only file that knows the line, the room, the devices and the connection between them. */
export class Call {
  readonly #desk: CallDesk;
  readonly #onChange: (state: CallState) => void;
  readonly #line: Line;
  readonly #media: OwnMedia;
  readonly #peers = new Map<string, { readonly peer: Peer; readonly epoch: number }>();
  readonly #waiting = new Map<string, Waiting>();
  #you: string | undefined;
  #iceServers: RTCIceServer[] = [];
  #room: Room | undefined;
  #theirMedia: MediaState | null = null;
  #theirTracks: RemoteTracks | undefined;
  #troubledSince: number | undefined;
  #metAt: number | undefined;
  #connectedMs: number | undefined;
  #firstFrameSeen = false;
  #endedByOther = false;
  #heardAt: number | undefined;
  #saidReady = "";
  #saidMedia = "";

  constructor(desk: CallDesk, onChange: (state: CallState) => void) {
    this.#desk = desk;
    this.#onChange = onChange;
    this.#media = new OwnMedia(browserDevices(), rememberedChoice(localShelf()), () => this.#receiveOwn());
    const address = new URL(desk.signalUrl, location.href);
    address.protocol = address.protocol === "http:" ? "ws:" : "wss:";
    this.#line = new Line({
      open: () => new WebSocket(address),
      fetchPass: () => fetchPass(desk.pass),
      onState: (state) => this.#receiveLine(state),
      onMessage: (message) => this.#receive(message),
      onHeard: () => {
        this.#heardAt = Date.now();
      },
    });
  }

  get state(): CallState {
    const other = first(this.#room, this.#desk.other);
    return {
      line: this.#line.state,
      room: this.#room,
      other,
      meeting: other !== undefined && mayMeet(this.#room, other.id),
      troubledSince: this.#troubledSince,
      theirMedia: this.#theirMedia,
      theirTracks: this.#theirTracks,
      own: this.#media.state,
      endedByOther: this.#endedByOther,
      heardAt: this.#heardAt,
    };
  }

  start(): void {
    window.addEventListener("online", () => this.#receiveNetwork());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState !== "visible") return;
      this.#line.receiveWakeUp();
      void this.#media.receiveVisible();
    });
    this.#line.start();
  }

  /** Asks for camera and microphone, as far as the person agreed. */
  useDevices(wish: Wish): Promise<void> {
    return this.#media.start(wish);
  }

  releaseDevices(): void {
    this.#media.stop();
  }

  /** A patient who was in the call before a reload is armed again only when the devices are known: say that there are none yet. */
  goOnWithoutDevices(): Promise<void> {
    return this.#media.start("nothing");
  }

  toggleMute(): void {
    this.#media.mute(!this.#media.state.muted);
  }

  toggleCamera(): Promise<void> {
    return this.#media.sent.camera ? this.#media.turnCameraOff() : this.#media.turnCameraOn();
  }

  choose(device: "camera" | "microphone", deviceId: string): Promise<void> {
    rememberChoice(localShelf(), { [device]: deviceId });
    return this.#media.choose(device, deviceId);
  }

  receiveSilence(silent: boolean): void {
    this.#media.receiveSilence(silent);
  }

  /** The first picture of the other side is on the screen. */
  receiveFirstFrame(): void {
    if (this.#firstFrameSeen || this.#metAt === undefined) return;
    this.#firstFrameSeen = true;
    performance.mark("anteroom:first-remote-frame");
    this.#line.say({
      t: "stats",
      ...(this.#connectedMs !== undefined && { connectedMs: this.#connectedMs }),
      firstFrameMs: performance.now() - this.#metAt,
    });
  }

  admit(participant: string): Promise<Outcome> {
    return this.#command((cid) => this.#line.send({ t: "admit", cid, participant }));
  }

  /** Ends the call for everybody: directly first, because that road may be open when the service is not. */
  end(): Promise<Outcome> {
    for (const { peer } of this.#peers.values()) peer.tell({ t: "end" });
    this.#disconnect();
    this.#media.stop();
    return this.#command((cid) => this.#line.send({ t: "end", cid }));
  }

  /** Goes, and keeps the place. Nothing is heard or seen from the moment this is called. */
  async leave(): Promise<Outcome> {
    this.#disconnect();
    this.#media.stop();
    const outcome = await this.#command((cid) => this.#line.send({ t: "leave", cid }));
    this.#line.stop();
    return outcome;
  }

  useHere(): void {
    this.#line.useHere();
  }

  #receiveLine(line: LineState): void {
    if (typeof line === "object") {
      if (line.closed === "elsewhere" || line.closed === "over") {
        this.#disconnect();
        this.#media.stop();
      }
      for (const { settle } of this.#waiting.values()) settle("call_over");
      this.#waiting.clear();
    }
    this.#tellPeersWhoIsThere();
    this.#changed();
  }

  #receive(message: FromServer): void {
    switch (message.t) {
      case "welcome":
        this.#receiveWelcome(message);
        break;
      case "snapshot":
        if (this.#you !== undefined) this.#receiveRoom(receiveSnapshot(this.#room, this.#you, message));
        break;
      case "arm":
        this.#receiveArm(message);
        break;
      case "signal":
        this.#receiveSignal(message);
        break;
      case "done":
        this.#waiting.get(message.cid)?.settle("done");
        this.#waiting.delete(message.cid);
        break;
      case "error":
        if (message.cid !== undefined) this.#receiveRefusal(message.cid, message.code, message.retry);
        break;
    }
  }

  #receiveWelcome(welcome: Welcome): void {
    this.#you = welcome.you;
    this.#iceServers = welcome.iceServers;
    for (const { peer } of this.#peers.values()) peer.receiveIceServers(welcome.iceServers);
    if (!welcome.resumed) {
      this.#saidReady = "";
      this.#saidMedia = "";
      this.#sayReady();
    }
  }

  #receiveRoom(room: Room): void {
    const before = this.#room && first(this.#room, this.#desk.other)?.media;
    this.#room = room;
    const after = first(room, this.#desk.other)?.media ?? null;
    // What came over the direct road may be newer than an old word repeated by the service.
    if (JSON.stringify(before ?? null) !== JSON.stringify(after)) this.#theirMedia = after;
    if (room.state === "live") this.#endedByOther = false;
    if (room.state !== "live" && room.state !== "waiting") this.#disconnect();
    for (const id of [...this.#peers.keys()]) {
      if (seat(room, id)?.state === "left" || (room.state === "live" && ownState(room) === "left")) this.#forget(id);
    }
    this.#tellPeersWhoIsThere();
    this.#meet();
    this.#changed();
  }

  #receiveArm({ peer: id, epoch, polite }: Arm): void {
    const known = this.#peers.get(id);
    if (known && known.epoch > epoch) return;
    known?.peer.close();
    const isOther = () => first(this.#room, this.#desk.other)?.id === id;
    const armedAt = performance.now();
    // While it is being made it already announces its tracks.
    let tracks: RemoteTracks | undefined;
    let built: Peer | undefined;
    const isCurrent = () => built !== undefined && this.#peers.get(id)?.peer === built;
    const peer = new Peer(polite, this.#iceServers, {
      send: (signal) => this.#line.send({ t: "signal", to: id, epoch, ...signal }),
      onTracks: (announced) => {
        tracks = announced;
        if (isCurrent()) this.#receiveTracks(id, announced);
      },
      onConnection: (state) => {
        if (isCurrent() && isOther()) this.#receiveConnection(state, armedAt);
      },
      onControl: (message) => {
        if (!isCurrent() || !isOther()) return;
        if (message.t === "media") this.#theirMedia = { microphone: message.microphone, camera: message.camera, screen: message.screen };
        // Only the clinician ends a call for everybody.
        else if (this.#desk.other === "clinician") this.#receiveEndByOther();
        this.#changed();
      },
    });
    built = peer;
    this.#peers.set(id, { peer, epoch });
    if (tracks) this.#receiveTracks(id, tracks);
    this.#tellPeersWhoIsThere();
    this.#meet();
    this.#changed();
  }

  #receiveSignal(signal: ReceivedSignal): void {
    const known = this.#peers.get(signal.from);
    if (known?.epoch === signal.epoch) void known.peer.receiveSignal(signal);
  }

  #receiveTracks(id: string, tracks: RemoteTracks): void {
    if (first(this.#room, this.#desk.other)?.id !== id) return;
    this.#theirTracks = tracks;
    this.#changed();
  }

  #receiveConnection(state: RTCPeerConnectionState, armedAt: number): void {
    if (state === "connected") {
      this.#connectedMs ??= performance.now() - armedAt;
      this.#troubledSince = undefined;
      this.#saidMedia = "";
      this.#sayMedia();
    } else if (state !== "new" && state !== "connecting") {
      this.#troubledSince ??= Date.now();
    }
    this.#changed();
  }

  #receiveEndByOther(): void {
    this.#endedByOther = true;
    this.#disconnect();
  }

  #receiveOwn(): void {
    this.#sayReady();
    this.#meet();
    this.#changed();
  }

  #receiveNetwork(): void {
    this.#line.receiveWakeUp();
    for (const { peer } of this.#peers.values()) peer.restart();
  }

  /** Attaches the own tracks where, and only where, both were let in. */
  #meet(): void {
    const { meeting } = this.state;
    if (meeting && this.#metAt === undefined) {
      this.#metAt = performance.now();
      performance.mark("anteroom:admitted");
      const other = first(this.#room, this.#desk.other);
      if (other && this.#peers.get(other.id)?.peer.connection.connectionState !== "connected") this.#troubledSince ??= Date.now();
    }
    if (!meeting) {
      this.#metAt = undefined;
      this.#firstFrameSeen = false;
      this.#troubledSince = undefined;
      this.#saidMedia = "";
    }
    for (const [id, { peer }] of this.#peers) {
      peer.receiveOwnTracks(mayMeet(this.#room, id) ? this.#media.state.tracks : { microphone: null, camera: null });
    }
    if (meeting) this.#sayMedia();
  }

  #sayReady(): void {
    const devices = this.#media.state.devices;
    if (!devices || this.#you === undefined) return;
    const word = JSON.stringify(devices);
    if (word === this.#saidReady) return;
    this.#saidReady = word;
    this.#line.send({ t: "ready", camera: devices.camera, microphone: devices.microphone });
  }

  #sayMedia(): void {
    if (!this.state.meeting) return;
    const media = this.#media.sent;
    const word = JSON.stringify(media);
    if (word === this.#saidMedia) return;
    this.#saidMedia = word;
    this.#line.send({ t: "media", ...media });
    for (const [id, { peer }] of this.#peers) if (mayMeet(this.#room, id)) peer.tell({ t: "media", ...media });
  }

  #tellPeersWhoIsThere(): void {
    for (const [id, { peer }] of this.#peers)
      peer.receiveReachable(this.#line.state === "open" && seat(this.#room, id)?.presence === "here");
  }

  #disconnect(): void {
    for (const id of [...this.#peers.keys()]) this.#forget(id);
  }

  #forget(id: string): void {
    this.#peers.get(id)?.peer.close();
    this.#peers.delete(id);
    if (first(this.#room, this.#desk.other)?.id === id) {
      this.#theirTracks = undefined;
      this.#theirMedia = null;
    }
  }

  #command(say: (cid: string) => void, tries = 1): Promise<Outcome> {
    return new Promise((settle) => {
      if (typeof this.#line.state === "object") {
        settle("call_over");
        return;
      }
      const cid = crypto.randomUUID();
      this.#waiting.set(cid, { settle, tries, again: () => void this.#command(say, tries + 1).then(settle) });
      say(cid);
    });
  }

  #receiveRefusal(cid: string, code: ErrorCode, retry: boolean): void {
    const waiting = this.#waiting.get(cid);
    this.#waiting.delete(cid);
    if (!waiting) return;
    if (retry && waiting.tries < TRIES) setTimeout(waiting.again, TRY_AGAIN_MS);
    else waiting.settle(code);
  }

  #changed(): void {
    this.#onChange(this.state);
  }
}
