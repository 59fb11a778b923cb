import type { CallState } from "./call-state";

/** What is wrong between the devices: it takes long to connect, they lost each other, or no way was found at all. */
export type Trouble = "slow" | "lost" | "no-way";

// Shorter losses mend themselves before anybody could read of them.
const LOST_AFTER_MS = 1_000;
const SLOW_AFTER_MS = 3_000;
// Promised within 15 s: the page looks at the clock once a second, and a browser needs ten to be sure of a relay.
const NO_WAY_AFTER_MS = 13_000;
const NO_RELAY_AFTER_MS = 5_000;

export function trouble(state: CallState, now: number): Trouble | undefined {
  if (state.troubledSince === undefined) return undefined;
  const since = now - state.troubledSince;
  if (state.everConnected) return since > LOST_AFTER_MS ? "lost" : undefined;
  if (since > NO_WAY_AFTER_MS || (state.relay === "away" && since > NO_RELAY_AFTER_MS)) return "no-way";
  return since > SLOW_AFTER_MS ? "slow" : undefined;
}

/** While somebody waits: the devices were told to connect, and have not for as long as it ever takes. */
export function noWayYet({ connected, armedAt, relay }: CallState, now: number): boolean {
  if (connected || armedAt === undefined) return false;
  return now - armedAt > NO_WAY_AFTER_MS || (relay === "away" && now - armedAt > NO_RELAY_AFTER_MS);
}

/** Shorter absences of the service are not worth a word either. */
const LINE_LOST_AFTER_MS = 3_000;

export function lineLost(lineLostAt: number | undefined, now: number): boolean {
  return lineLostAt !== undefined && now - lineLostAt > LINE_LOST_AFTER_MS;
}
