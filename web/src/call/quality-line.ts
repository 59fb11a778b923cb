import type { Bars } from "../peer/quality";
import type { CallState } from "./call-state";

/** One line: how it goes, and whose network it is. */
export interface QualityLine {
  readonly bars: Bars;
  readonly word: "connecting" | "good" | "fair" | "theirs-weak" | "own-weak" | "theirs-lost" | "own-lost";
}

/** Nothing while nobody meets. `lineLost`: this page hears nothing of the service either, so it is this side that dropped. */
export function qualityLine(state: CallState, lineLost: boolean): QualityLine | undefined {
  if (!state.meeting) return undefined;
  if (state.troubledSince !== undefined) {
    if (!state.everConnected) return { bars: 0, word: "connecting" };
    return { bars: 0, word: lineLost ? "own-lost" : "theirs-lost" };
  }
  const { own, theirs } = state.bars;
  const worse = Math.min(own, theirs) as Bars;
  if (worse === 4) return { bars: 4, word: "good" };
  if (worse === 3) return { bars: 3, word: "fair" };
  return { bars: 1, word: theirs <= own ? "theirs-weak" : "own-weak" };
}
