/** What the page and the service say to each other, as protocol/README.md has it. `rules.ts` checks it at the edge. */

export type Role = "clinician" | "patient" | "guest";
export type DeviceState = "works" | "off" | "denied" | "blocked" | "busy" | "none" | "silent";
export type CallState = "waiting" | "live" | "ended" | "closed";
export type SeatState = "lobby" | "admitted" | "left" | "removed";
export type Presence = "here" | "away" | "gone";

/** What a participant sends: is it on? */
export interface MediaState {
  readonly microphone: boolean;
  readonly camera: boolean;
  readonly screen: boolean;
}

/** What stands in the way of being seen and heard. */
export type CheckProblem =
  | "asking"
  | "dismissed"
  | "denied"
  | "system"
  | "busy"
  | "none"
  | "silent"
  | "dark"
  | "insecure"
  | "in-app"
  | "old";
export type CheckBrowser = "chrome" | "safari" | "firefox" | "edge" | "samsung" | "in-app" | "other";
export type CheckSystem = "ios" | "android" | "windows" | "mac" | "chromeos" | "linux" | "other";

/** What a page found out about its devices before the call. What is not known is left out. */
export interface Check {
  readonly problem?: CheckProblem;
  readonly browser?: CheckBrowser;
  readonly system?: CheckSystem;
  readonly speaker?: "heard" | "unheard";
  readonly network?: "relay" | "direct" | "none";
}

export interface Participant {
  readonly id: string;
  readonly role: Role;
  readonly state: SeatState;
  /** Set aside for a moment: neither hears nor is heard. */
  readonly held: boolean;
  readonly presence: Presence;
  readonly camera: DeviceState | null;
  readonly microphone: DeviceState | null;
  readonly media: MediaState | null;
  /** For clinicians only: null to everybody else. */
  readonly check: Check | null;
  /** The steps that a clinician wants this participant to see. */
  readonly card: CheckProblem | null;
}

/** The whole room at one revision. */
export interface Snapshot {
  readonly t: "snapshot";
  readonly rev: number;
  readonly call: {
    readonly id: string;
    readonly state: CallState;
    readonly epoch: number;
    readonly liveAt: string | null;
    readonly phoneSince: string | null;
    /** The guest whom everybody sees as large as the patient. */
    readonly pinned: string | null;
  };
  readonly participants: readonly Participant[];
}

export interface Candidate {
  readonly candidate: string;
  readonly sdpMid: string | null;
  readonly sdpMLineIndex: number | null;
  readonly usernameFragment: string | null;
}

/** What one device tells the other so that they find each other: exactly one of the four. */
export type Signal =
  | { readonly desc: { readonly type: "offer"; readonly sdp: string }; readonly offerId: string }
  | { readonly desc: { readonly type: "answer"; readonly sdp: string }; readonly inReplyTo: string }
  | { readonly candidates: readonly Candidate[] }
  | { readonly restart: true };

export type Ready = { readonly t: "ready"; readonly camera: DeviceState; readonly microphone: DeviceState };
export type Command =
  | { readonly t: "admit"; readonly cid: string; readonly participant: string }
  | { readonly t: "end"; readonly cid: string }
  | { readonly t: "leave"; readonly cid: string }
  | { readonly t: "hold"; readonly cid: string; readonly participant: string; readonly on: boolean }
  | { readonly t: "remove"; readonly cid: string; readonly participant: string }
  | { readonly t: "pin"; readonly cid: string; readonly participant: string | null }
  | { readonly t: "phone"; readonly cid: string; readonly on: boolean }
  | { readonly t: "card"; readonly cid: string; readonly participant: string; readonly card: CheckProblem | null };

/** Said without an answer, by whoever waits. */
export type Told = ({ readonly t: "check" } & Check) | { readonly t: "card-done" };

/** A command before it is named. */
export type Request = DistributiveOmit<Command, "cid">;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** How one page's side of the call has gone so far. Times in milliseconds. */
export interface Stats {
  readonly t: "stats";
  readonly connectedMs?: number;
  readonly firstFrameMs?: number;
  readonly path?: "direct" | "relay";
  readonly transport?: "udp" | "tcp" | "tls";
  readonly codec?: string;
  /** Bars of the own network, 0 to 4. */
  readonly score?: number;
  readonly restarts?: number;
  readonly renewals?: number;
  readonly lostMs?: number;
  readonly weakMs?: number;
  readonly pausedMs?: number;
  readonly relay?: "none" | "reached" | "away";
}

/** Numbered, kept until acknowledged, sent again after a resume. */
export type ReliableToServer =
  | Ready
  | Told
  | ({ readonly t: "media" } & MediaState)
  | ({ readonly t: "signal"; readonly to: string; readonly epoch: number } & Signal)
  | Command;

export type LooseToServer =
  | { readonly t: "hello"; readonly pass: string; readonly proto: 1 }
  | { readonly t: "resume"; readonly session: string; readonly token: string; readonly lastSeq: number }
  | { readonly t: "ping"; readonly time: number }
  | { readonly t: "ack" }
  | { readonly t: "sync"; readonly rev: number }
  | Stats;

export interface Welcome {
  readonly t: "welcome";
  readonly session: string;
  readonly token: string;
  readonly you: string;
  readonly role: Role;
  readonly gen: number;
  readonly resumed: boolean;
  readonly iceServers: RTCIceServer[];
  /** The devices must not learn each other's address. */
  readonly relayOnly: boolean;
  /** Milliseconds. */
  readonly pingEvery: number;
}

export interface Arm {
  readonly t: "arm";
  readonly peer: string;
  readonly epoch: number;
  readonly polite: boolean;
}

export type ReceivedSignal = { readonly t: "signal"; readonly from: string; readonly epoch: number } & Signal;
export type ErrorCode = "not_allowed" | "participant_gone" | "call_over" | "bad_message" | "try_again";
export type Refusal = { readonly t: "error"; readonly cid?: string; readonly code: ErrorCode; readonly retry: boolean };

export type FromServer =
  | Welcome
  | Snapshot
  | Arm
  | ReceivedSignal
  | { readonly t: "done"; readonly cid: string; readonly rev: number }
  | Refusal
  | { readonly t: "ice"; readonly iceServers: RTCIceServer[] }
  | { readonly t: "news"; readonly of: string }
  | { readonly t: "reconnect"; readonly afterMs: number }
  | { readonly t: "pong"; readonly time: number }
  | { readonly t: "ack" };

/** What every message may carry beside its own fields. */
export interface Envelope {
  readonly s?: number;
  readonly a?: number;
}
