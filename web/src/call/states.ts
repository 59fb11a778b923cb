import type { MediaState, Participant, Presence, Role, SeatState } from "../signalling/messages";
import type { CallState } from "./call-state";
import type { OwnState } from "./media";
import { WELL } from "./vitals";

/** States of a call, for tests: all is well but for what is said. */
export const TRACK = {} as MediaStreamTrack;

export const OWN: OwnState = {
  wish: "both",
  tracks: { microphone: TRACK, camera: TRACK },
  muted: false,
  cameraOff: false,
  devices: { microphone: "works", camera: "works" },
  problem: undefined,
  held: { microphone: false, camera: false },
  facing: "user",
  showing: false,
  light: undefined,
};

export const ALL_ON: MediaState = { microphone: true, camera: true, screen: false };

export function seatOf(id: string, role: Role, state: SeatState, presence: Presence = "here"): Participant {
  return { id, role, state, held: false, presence, camera: "works", microphone: "works", media: null, check: null, card: null };
}

export function callState(changes: Partial<CallState> = {}): CallState {
  return {
    line: "open",
    room: { you: "amara", rev: 1, state: "live", epoch: 1, liveAt: new Date(0), phoneSince: null, pinned: null, participants: [] },
    others: [],
    other: seatOf("rosa", "patient", "admitted"),
    meeting: true,
    connected: true,
    armedAt: 0,
    troubledSince: undefined,
    everConnected: true,
    relay: "none",
    theirMedia: ALL_ON,
    theirTracks: { sound: TRACK, picture: TRACK, screen: TRACK },
    theirPicture: { size: "full", facing: "user" },
    theirPageShown: true,
    own: OWN,
    sharing: false,
    canShare: true,
    bars: { own: 4, theirs: 4 },
    vital: WELL,
    notices: { unheard: false, askedForSound: false, soundLost: false, talkingMuted: false, echo: false },
    endedByOther: false,
    heardAt: 100_000,
    ...changes,
  };
}
