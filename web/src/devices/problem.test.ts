import { expect, it } from "vitest";
import { deviceState, problemOf } from "./problem";

const named = (name: string, message = "") => Object.assign(new Error(message), { name });

it.each([
  [named("NotAllowedError", "Permission dismissed"), "prompt", "closed", "denied"],
  [named("NotAllowedError", "Permission dismissed"), "unknown", "closed", "denied"],
  [named("NotAllowedError", "Permission denied"), "denied", "blocked", "blocked"],
  [named("NotAllowedError", "Permission denied by system"), "denied", "system", "blocked"],
  [named("NotAllowedError"), "unknown", "closed", "denied"],
  [named("NotFoundError"), "granted", "none", "none"],
  [named("OverconstrainedError"), "granted", "none", "none"],
  [named("NotReadableError", "Could not start video source"), "granted", "busy", "busy"],
  [named("AbortError"), "granted", "busy", "busy"],
  [named("SecurityError"), "unknown", "insecure", "blocked"],
  [new TypeError("undefined is not a function"), "unknown", "old", "blocked"],
] as const)("%s with permission %s is %s, said as %s", (error, permission, problem, state) => {
  expect(problemOf(error, permission)).toBe(problem);
  expect(deviceState(problem)).toBe(state);
});
