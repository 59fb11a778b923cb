import type { DeviceState } from "../signalling/messages";

/**
 * Why a device was not given. `closed`: the question was closed without an answer. `blocked`: for this page. `system`: by the device
 * itself. `insecure`: the page did not come over HTTPS. `old`: the browser cannot.
 */
export type Problem = "closed" | "blocked" | "system" | "busy" | "none" | "insecure" | "old" | "silent";

export type Permission = PermissionState | "unknown";

/** What an error of getUserMedia means. The permission tells a question closed from a question answered with no. */
export function problemOf(error: unknown, permission: Permission): Problem {
  const { name, message } = error instanceof Error || error instanceof DOMException ? error : { name: "", message: "" };
  switch (name) {
    case "NotAllowedError":
    case "PermissionDeniedError":
      if (/system/i.test(message)) return "system";
      if (/dismissed/i.test(message)) return "closed";
      return permission === "denied" ? "blocked" : "closed";
    case "SecurityError":
      return "insecure";
    case "NotFoundError":
    case "DevicesNotFoundError":
    case "OverconstrainedError":
      return "none";
    case "NotReadableError":
    case "TrackStartError":
    case "AbortError":
      return "busy";
    default:
      return "old";
  }
}

/** The word the other side is told. */
export function deviceState(problem: Problem): DeviceState {
  switch (problem) {
    case "closed":
      return "denied";
    case "blocked":
    case "system":
    case "insecure":
    case "old":
      return "blocked";
    case "busy":
      return "busy";
    case "none":
      return "none";
    case "silent":
      return "silent";
  }
}
