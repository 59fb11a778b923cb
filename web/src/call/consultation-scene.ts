import type { CallState } from "./call";
import type { Scene } from "./stage-view";

/** What the clinician's page is in; on the root element, for tests and for style. */
export type ConsultationState = "waiting" | "live" | "left" | "ended" | "elsewhere" | "over";

/** What the page knows beside the call. Milliseconds of the clock. */
export interface Known {
  readonly ending: boolean;
  readonly wasLive: boolean;
  readonly lineLostAt: number | undefined;
  readonly now: number;
}

// Shorter losses mend themselves before anybody could read of them.
const LOST_AFTER_MS = 1_000;
const SLOW_START_MS = 3_000;
const LINE_LOST_AFTER_MS = 3_000;

/** What stands over the picture or below it: one card, one notice, the worst first. */
export function consultationScene(state: CallState, known: Known): Scene {
  const { line, room, other, troubledSince, own } = state;
  const hidden: Scene = { shown: false, card: undefined, notice: undefined };
  if (known.ending) return { shown: true, card: "ending", notice: undefined };
  if (typeof line === "object") {
    switch (line.closed) {
      case "elsewhere":
        return { shown: true, card: "elsewhere", notice: undefined };
      case "over":
      case "not-yours":
      case "done":
        return { shown: true, card: "over", notice: undefined };
      case "fault":
      case "not-allowed":
      case "signed-out":
        return { shown: true, card: "fault", notice: undefined };
    }
  }
  if (room?.state !== "live" || (other?.state !== "admitted" && other?.state !== "left")) return hidden;
  const lineLost = known.lineLostAt !== undefined && known.now - known.lineLostAt > LINE_LOST_AFTER_MS;
  if (other.state === "left") return { shown: true, card: "left", notice: lineLost ? "service-away" : undefined };
  const patience = state.theirTracks === undefined ? SLOW_START_MS : LOST_AFTER_MS;
  if (troubledSince !== undefined && known.now - troubledSince > patience) {
    return { shown: true, card: lineLost ? "offline" : "getting-back", notice: undefined, cardSince: troubledSince };
  }
  if (lineLost) return { shown: true, card: undefined, notice: "service-away" };
  const silent = own.tracks.microphone === null && own.devices !== undefined;
  const notice = own.problem ? "problem" : silent ? "no-devices" : undefined;
  return { shown: true, card: undefined, notice };
}
