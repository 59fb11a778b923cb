import type { CallState } from "./call-state";
import { notice } from "./notice";
import type { Scene } from "./stage-view";
import { lineLost, trouble } from "./trouble";

/** Where the clinician's page is; on the root element, for style and for tests. */
export type ConsultationState = "waiting" | "live" | "left" | "ended" | "elsewhere" | "over";

/** What the page knows beside the call. Milliseconds of the clock. */
export interface Known {
  readonly ending: boolean;
  readonly wasLive: boolean;
  readonly lineLostAt: number | undefined;
  readonly now: number;
}

/** What stands over the picture or below it: one card, one notice, the worst first. */
export function consultationScene(state: CallState, known: Known): Scene {
  const { line, room, other, troubledSince } = state;
  const card = (name: string, below?: string): Scene => ({ shown: true, card: name, notice: below });
  if (known.ending) return card("ending");
  if (typeof line === "object") {
    switch (line.closed) {
      case "elsewhere":
        return card("elsewhere");
      case "over":
      case "not-yours":
      case "done":
        return card("over");
      case "fault":
      case "not-allowed":
      case "signed-out":
        return card("fault");
    }
  }
  if (room?.state !== "live" || (other?.state !== "admitted" && other?.state !== "left"))
    return { shown: false, card: undefined, notice: undefined };
  const away = lineLost(known.lineLostAt, known.now);
  const below = away ? "service-away" : undefined;
  if (room.phoneSince !== null) return card("by-phone", below);
  if (other.state === "left") return card("left", below);
  switch (trouble(state, known.now)) {
    case "slow":
      return { ...card("connecting", below), cardSince: troubledSince };
    case "no-way":
      return { ...card("no-way", below), cardSince: troubledSince };
    case "lost":
      return { ...card(away ? "offline" : "getting-back"), cardSince: troubledSince };
    case undefined:
      return { shown: true, card: undefined, notice: notice(state, away) };
  }
}
