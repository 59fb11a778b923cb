import type { CallState } from "../call/call";

/** Which part of the patient's page is shown; on the root element too. */
export type VisitState = "waiting" | "live" | "left" | "recalled" | "ended" | "elsewhere" | "over";

export interface VisitScene {
  readonly state: VisitState;
  readonly card: string | undefined;
  readonly notice: string | undefined;
}

/** What the page knows beside the call. Milliseconds of the clock. */
export interface VisitKnown {
  /** The patient pressed End here. */
  readonly left: boolean;
  /** The call was reopened after its end, and nobody has pressed anything here since. */
  readonly recalled: boolean;
  readonly lineLostAt: number | undefined;
  readonly now: number;
}

const LOST_AFTER_MS = 1_000;
const SLOW_START_MS = 3_000;
const LINE_LOST_AFTER_MS = 3_000;

export function visitScene(call: CallState, known: VisitKnown): VisitScene {
  const only = (state: VisitState): VisitScene => ({ state, card: undefined, notice: undefined });
  const { line, room } = call;
  if (known.left) return only("left");
  if (typeof line === "object") {
    if (line.closed === "elsewhere") return only("elsewhere");
    if (line.closed === "over" || line.closed === "done" || line.closed === "not-yours") return only("over");
    return only("waiting");
  }
  if (room?.state === "closed") return only("over");
  if (call.endedByOther || room?.state === "ended") return only("ended");
  const own = room?.participants.find((participant) => participant.id === room.you);
  if (own?.state === "left") return only("left");
  if (room?.state !== "live" || own?.state !== "admitted") return only("waiting");
  if (known.recalled) return only("recalled");

  const lineLost = known.lineLostAt !== undefined && known.now - known.lineLostAt > LINE_LOST_AFTER_MS;
  const patience = call.theirTracks === undefined ? SLOW_START_MS : LOST_AFTER_MS;
  if (call.troubledSince !== undefined && known.now - call.troubledSince > patience) {
    // Who can still hear the service knows that it is the other side that dropped.
    return { state: "live", card: lineLost || call.other?.presence === "here" ? "reconnecting" : "getting-back", notice: undefined };
  }
  const silent = call.own.tracks.microphone === null && call.own.devices !== undefined && call.own.wish !== "nothing";
  const nothing = call.own.wish === "nothing" || call.own.wish === undefined;
  const notice = lineLost ? "service-away" : call.own.problem ? "problem" : silent || nothing ? "no-devices" : undefined;
  return { state: "live", card: undefined, notice };
}
