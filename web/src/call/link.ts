import type { ControlMessage, PictureState } from "../peer/control";
import type { RelayState } from "../peer/gathering";
import { Peer, type RemoteTracks, type Road } from "../peer/peer";
import type { Bars } from "../peer/quality";
import type { Sample } from "../peer/sample";
import type { OwnTracks, PictureMode } from "../peer/sending";
import type { MediaState, Signal } from "../signalling/messages";
import { type Expected, type Vital, Vitals } from "./vitals";

export interface LinkEnds {
  readonly send: (signal: Signal) => void;
  readonly onChange: () => void;
  /** Milliseconds from arming. */
  readonly onConnected: (ms: number) => void;
  readonly onMedia: (media: MediaState) => void;
  readonly onEnd: () => void;
}

/** What the other device said of itself, directly. */
export interface Said {
  readonly picture: PictureState;
  readonly bars: Bars | undefined;
  readonly shown: boolean;
  /** They hear nothing from here, and asked to look why. */
  readonly asksForSound: boolean;
}

const NOTHING_SAID = { picture: { size: "full", facing: "user" } as PictureState, bars: undefined as Bars | undefined, shown: true };
// Who asked says so again while it is so.
const ASKED_FOR_MS = 30_000;

/** One armed pair: the connection to another participant, how it does, and what came over it directly. */
export class Link {
  readonly epoch: number;
  /** Milliseconds of the clock. */
  readonly armedAt = Date.now();
  readonly #ends: LinkEnds;
  readonly #peer: Peer;
  readonly #vitals = new Vitals();
  #mode: PictureMode = "talk";
  #tracks: RemoteTracks | undefined;
  #said = NOTHING_SAID;
  #askedAt: number | undefined;
  #telling: Partial<Record<ControlMessage["t"], ControlMessage>> = {};

  constructor(epoch: number, polite: boolean, road: Road, ends: LinkEnds) {
    this.epoch = epoch;
    this.#ends = ends;
    this.#peer = new Peer(polite, road, {
      send: (signal) => ends.send(signal),
      onTracks: (tracks) => {
        this.#tracks = tracks;
        ends.onChange();
      },
      onConnection: (state) => {
        if (state === "connected") ends.onConnected(Date.now() - this.armedAt);
        ends.onChange();
      },
      onOpen: () => {
        for (const message of Object.values(this.#telling)) this.#peer.tell(message);
      },
      onControl: (message) => this.#receive(message),
      onRelay: () => ends.onChange(),
    });
  }

  get tracks(): RemoteTracks | undefined {
    return this.#tracks;
  }

  get said(): Said {
    return { ...this.#said, asksForSound: this.#askedAt !== undefined && Date.now() - this.#askedAt < ASKED_FOR_MS };
  }

  get vital(): Vital {
    return this.#vitals.state;
  }

  /** Picture and sound can flow, and do. */
  get flows(): boolean {
    return this.#peer.connectionState === "connected" && !this.vital.stuck;
  }

  get relay(): RelayState | undefined {
    return this.#peer.relay;
  }

  get counts(): { readonly restarts: number; readonly renewals: number } {
    return this.#peer.counts;
  }

  receiveRoad(road: Road): void {
    this.#peer.receiveRoad(road);
  }

  receiveReachable(reachable: boolean): void {
    this.#peer.receiveReachable(reachable);
  }

  receiveSignal(signal: Signal): void {
    void this.#peer.receiveSignal(signal);
  }

  receiveOwnTracks(own: OwnTracks, mode: PictureMode): void {
    this.#mode = mode;
    this.#peer.receiveOwnTracks(own);
    this.#shape();
  }

  /** Says what is so now, and again to every new connection. */
  keepTelling(message: ControlMessage): void {
    if (JSON.stringify(this.#telling[message.t]) === JSON.stringify(message)) return;
    this.#telling[message.t] = message;
    this.#peer.tell(message);
  }

  /** Says something once. */
  tell(message: ControlMessage): void {
    this.#peer.tell(message);
  }

  restart(): void {
    this.#peer.restart();
  }

  refresh(): void {
    this.#peer.refresh();
  }

  theirLevel(): number {
    return this.#peer.theirLevel() ?? 0;
  }

  /** Takes a look. Answers what was seen, or nothing once it is closed. */
  async look(expected: Expected): Promise<Sample | undefined> {
    const sample = await this.#peer.look();
    if (!sample) return undefined;
    const { stuck } = this.#vitals.receive(sample, expected);
    if (stuck && this.#peer.connectionState === "connected") this.#peer.restart();
    this.#shape();
    return sample;
  }

  close(): void {
    this.#peer.close();
  }

  #shape(): void {
    this.#peer.allow(this.vital.rung, this.#mode);
  }

  #receive(message: ControlMessage): void {
    switch (message.t) {
      case "end":
        this.#ends.onEnd();
        break;
      case "media":
        this.#ends.onMedia({ microphone: message.microphone, camera: message.camera, screen: message.screen });
        break;
      case "picture":
        this.#said = { ...this.#said, picture: { size: message.size, facing: message.facing } };
        break;
      case "network":
        this.#said = { ...this.#said, bars: message.bars };
        break;
      case "view":
        this.#said = { ...this.#said, shown: message.shown };
        break;
      case "ask":
        if (message.what === "sound") this.#askedAt = Date.now();
        else {
          this.#vitals.tryPicture(Date.now());
          this.#shape();
        }
        break;
    }
    this.#ends.onChange();
  }

  /** The person has looked at their microphone. */
  receiveSoundChecked(): void {
    this.#askedAt = undefined;
  }
}
