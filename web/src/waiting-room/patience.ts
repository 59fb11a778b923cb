import type { Participant } from "../signalling/messages";
import type { LineState } from "../signalling/socket";
import type { Wait } from "./wait";

/** What the patient is told while waiting. Old news is never left standing. */
export type PatienceLine = "checking" | "absent" | "here" | "with-another" | "late" | "faulty" | "unreachable" | "no-way";

const CONFIRMED_FOR_MS = 45_000;
const LOST_AFTER_MS = 3_000;

/** Nothing younger than 3 s is called a loss: most sockets come back sooner. */
export function patienceLine(
  line: LineState,
  clinician: Participant | undefined,
  heardAt: number | undefined,
  now: number,
  noWay: boolean,
  wait?: Wait,
): PatienceLine {
  if (typeof line === "object") return "faulty";
  const age = heardAt === undefined ? undefined : now - heardAt;
  if (line === "faulty") return "faulty";
  if (line === "lost" && (age === undefined || age > LOST_AFTER_MS)) return "unreachable";
  if (!clinician) return "checking";
  // Who talks to somebody else may have this patient's page open too.
  if (wait?.state === "late" || wait?.state === "with-another") return wait.state;
  if (clinician.presence !== "here") return "absent";
  return noWay ? "no-way" : "here";
}

/** May the page still say that the clinician can see the patient here? */
export function stillConfirmed(heardAt: number | undefined, now: number): boolean {
  return heardAt !== undefined && now - heardAt < CONFIRMED_FOR_MS;
}
