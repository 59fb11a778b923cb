import type { OwnState } from "../call/media";
import type { Problem } from "../devices/problem";
import type { Words } from "../page/words-view";
import type { Check, CheckProblem } from "../signalling/messages";
import type { Place } from "./place";

/** What to say about a problem: what it is, why, and what to do, step by step, in this very browser. */
export interface Advice {
  readonly heading: string;
  readonly text: string;
  readonly steps: readonly string[];
}

/** What the check has found beside the devices' own states. */
export interface Findings {
  readonly dark: boolean;
  readonly speaker?: "heard" | "unheard" | undefined;
  readonly network?: "relay" | "direct" | "none" | undefined;
}

const TOLD: Readonly<Record<Problem, CheckProblem>> = {
  closed: "dismissed",
  blocked: "denied",
  system: "system",
  busy: "busy",
  none: "none",
  silent: "silent",
  insecure: "insecure",
  old: "old",
};

/** What stands in the way, in the protocol's words: the devices first, then what they give. */
export function problemWord(
  { wish, devices, problem, tracks, cameraOff }: OwnState,
  dark: boolean,
  place: Place,
): CheckProblem | undefined {
  if (wish !== undefined && devices === undefined) return "asking";
  if (problem?.what === "old" && place.browser === "in-app") return "in-app";
  if (problem) return TOLD[problem.what];
  return dark && tracks.camera && !cameraOff ? "dark" : undefined;
}

/** What the clinician is told. */
export function checkOf(own: OwnState, { dark, speaker, network }: Findings, place: Place): Check {
  const problem = problemWord(own, dark, place);
  return {
    ...(problem && { problem }),
    browser: place.browser,
    system: place.system,
    ...(speaker && { speaker }),
    ...(network && { network }),
  };
}

/** The words come from the most exact key there is: this browser on this system, this system, this browser, any. */
export function advice(words: Words, problem: CheckProblem, device: "camera" | "microphone", { browser, system, app }: Place): Advice {
  const values = [words(device), words(`browser.${browser}`), app || words("app")] as const;
  const exactly = (key: string): string =>
    [`${key}.${browser}-${system}`, `${key}.${system}`, `${key}.${browser}`, key]
      .map((one) => words(one, ...values))
      .find((text) => text !== "") ?? "";
  const steps = exactly(`steps.${problem}`);
  return {
    heading: exactly(`help.${problem}`),
    text: exactly(`help.${problem}.text`),
    steps: steps === "" ? [] : steps.split("|"),
  };
}
