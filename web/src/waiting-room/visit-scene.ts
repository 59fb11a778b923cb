import type { CallState } from "../call/call-state";
import { notice } from "../call/notice";
import { lineLost, trouble } from "../call/trouble";

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

export function visitScene(call: CallState, known: VisitKnown): VisitScene {
  const only = (state: VisitState): VisitScene => ({ state, card: undefined, notice: undefined });
  const live = (card: string | undefined, below?: string): VisitScene => ({ state: "live", card, notice: below });
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
  if (own?.state === "removed") return only("over");
  if (room?.state !== "live" || own?.state !== "admitted") return only("waiting");
  if (known.recalled) return only("recalled");

  if (own.held) return live("on-hold");
  const away = lineLost(known.lineLostAt, known.now);
  if (room.phoneSince !== null) return live("by-phone");
  switch (trouble(call, known.now)) {
    case "slow":
      return live("connecting");
    case "no-way":
      return live("no-way");
    case "lost":
      // Who can still hear the service knows that it is the other side that dropped.
      return live(away || call.other?.presence === "here" ? "reconnecting" : "getting-back");
    case undefined: {
      const unasked = call.own.wish === "nothing" || call.own.wish === undefined;
      return live(undefined, notice(call, away) ?? (unasked ? "no-devices" : undefined));
    }
  }
}
