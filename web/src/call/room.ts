import type { CallState, Participant, Role, SeatState, Snapshot } from "../signalling/messages";

/** What is known of the call: the newest snapshot, seen from one seat. */
export interface Room {
  readonly you: string;
  readonly rev: number;
  readonly state: CallState;
  readonly epoch: number;
  readonly liveAt: Date | null;
  /** Since then the call goes on by telephone: nobody sends picture or sound. */
  readonly phoneSince: Date | null;
  /** The guest whom everybody sees as large as the patient. */
  readonly pinned: string | null;
  readonly participants: readonly Participant[];
}

/** The room after a snapshot: the same one if the snapshot is older than what is known. */
export function receiveSnapshot(room: Room | undefined, you: string, snapshot: Snapshot): Room {
  if (room && room.you === you && snapshot.rev < room.rev) return room;
  const { state, epoch, liveAt, phoneSince, pinned } = snapshot.call;
  const { rev, participants } = snapshot;
  return { you, rev, state, epoch, liveAt: date(liveAt), phoneSince: date(phoneSince), pinned, participants };
}

export function seat(room: Room | undefined, id: string): Participant | undefined {
  return room?.participants.find((participant) => participant.id === id);
}

/** The first seat of a role: a call has one clinician and one patient. */
export function first(room: Room | undefined, role: Role): Participant | undefined {
  return room?.participants.find((participant) => participant.role === role);
}

/** Went, or was sent away. */
export function absent(participant: Participant | undefined): boolean {
  return participant?.state === "left" || participant?.state === "removed";
}

/** Set aside for a moment by the clinician. */
export function ownHeld(room: Room | undefined): boolean {
  return (room && seat(room, room.you)?.held) ?? false;
}

export function ownState(room: Room | undefined): SeatState | undefined {
  return room && seat(room, room.you)?.state;
}

/**
 * May picture and sound go from here to there? Only in a live call, between two who were both let in and of whom neither is set aside: a clinician
 * who talks to one patient must not be seen by a guest who still waits.
 */
export function mayMeet(room: Room | undefined, peer: string): boolean {
  return room?.state === "live" && room.phoneSince === null && meets(seat(room, room.you)) && meets(seat(room, peer));
}

function meets(participant: Participant | undefined): boolean {
  return participant?.state === "admitted" && !participant.held;
}

function date(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
