import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { OWN } from "../call/states";
import { fill, type Words } from "../page/words-view";
import type { CheckBrowser, CheckProblem, CheckSystem } from "../signalling/messages";
import { advice, checkOf, problemWord } from "./advice";

const PROPERTIES = new URL("../../../service/src/main/resources/messages-check.properties", import.meta.url);
const texts = new Map([
  ...readFileSync(PROPERTIES, "utf8")
    .split("\n")
    .filter((line) => /^[\w-]+[.\w-]*=/.test(line))
    .map((line): [string, string] => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  ["camera", "camera"],
  ["microphone", "microphone"],
]);
const words: Words = (key, ...values) => fill(texts.get(key) ?? "", values);

const PROBLEMS: readonly CheckProblem[] = [
  "asking",
  "dismissed",
  "denied",
  "system",
  "busy",
  "none",
  "silent",
  "dark",
  "insecure",
  "in-app",
  "old",
];
const NAMES = { chrome: "Chrome", safari: "Safari", firefox: "Firefox", edge: "Edge", samsung: "Samsung" } as const;
const PLACES: readonly (readonly [CheckBrowser, CheckSystem])[] = [
  ["safari", "ios"],
  ["chrome", "ios"],
  ["firefox", "ios"],
  ["edge", "ios"],
  ["chrome", "android"],
  ["samsung", "android"],
  ["firefox", "android"],
  ["edge", "android"],
  ["safari", "mac"],
  ["chrome", "mac"],
  ["edge", "mac"],
  ["firefox", "mac"],
  ["chrome", "windows"],
  ["edge", "windows"],
  ["firefox", "windows"],
  ["chrome", "chromeos"],
  ["firefox", "linux"],
  ["in-app", "ios"],
  ["other", "other"],
];
const matrix = PROBLEMS.flatMap((problem) => PLACES.map(([browser, system]) => [problem, browser, system] as const));

describe("advice", () => {
  it.each(matrix)("has a heading, a sentence and steps for %s in %s on %s", (problem, browser, system) => {
    const { heading, text, steps } = advice(words, problem, "camera", { browser, system });
    expect(heading).not.toBe("");
    expect(text).not.toBe("");
    expect(steps.length).toBeGreaterThanOrEqual(2);
    for (const line of [heading, text, ...steps]) expect(line).not.toMatch(/\{\d\}|\|/);
  });

  // Telling somebody in Firefox what Chrome's menu looks like is worse than saying nothing.
  it.each(matrix.filter(([problem]) => problem === "denied" || problem === "system"))(
    "of %s in %s on %s names no other browser",
    (problem, browser, system) => {
      const { text, steps } = advice(words, problem, "camera", { browser, system });
      for (const [other, name] of Object.entries(NAMES)) if (other !== browser) expect([text, ...steps].join(" ")).not.toContain(name);
    },
  );

  it.each(PLACES.filter(([browser, system]) => browser in NAMES && system !== "linux" && system !== "chromeos"))(
    "has steps of its own for a page blocked in %s on %s",
    (browser, system) => {
      expect(texts.get(`steps.denied.${browser}-${system}`)).toBeDefined();
    },
  );

  it("names the device that is meant, and the app", () => {
    expect(advice(words, "denied", "microphone", { browser: "chrome", system: "windows" }).heading).toBe("Your microphone is blocked");
    expect(advice(words, "in-app", "camera", { browser: "in-app", system: "ios", app: "Instagram" }).text).toContain("the Instagram app");
  });
});

describe("what the clinician is told", () => {
  const place = { browser: "safari", system: "ios" } as const;

  it.each([
    ["closed", "dismissed"],
    ["blocked", "denied"],
    ["system", "system"],
    ["busy", "busy"],
    ["none", "none"],
    ["silent", "silent"],
    ["insecure", "insecure"],
    ["old", "old"],
  ] as const)("of a device that is %s is %s", (what, problem) => {
    expect(checkOf({ ...OWN, problem: { device: "camera", what } }, { dark: false }, place)).toEqual({ problem, ...place });
  });

  it("is that the browser still asks", () => {
    expect(problemWord({ ...OWN, devices: undefined }, false, place)).toBe("asking");
    expect(problemWord({ ...OWN, wish: undefined, devices: undefined }, false, place)).toBeUndefined();
  });

  it("is a black picture, unless the camera is off or worse is wrong", () => {
    expect(problemWord(OWN, true, place)).toBe("dark");
    expect(problemWord({ ...OWN, cameraOff: true }, true, place)).toBeUndefined();
    expect(problemWord({ ...OWN, problem: { device: "microphone", what: "busy" } }, true, place)).toBe("busy");
  });

  it("is the app, where an app has no devices", () => {
    const own = { ...OWN, problem: { device: "camera", what: "old" } } as const;
    expect(problemWord(own, false, { browser: "in-app", system: "ios", app: "Facebook" })).toBe("in-app");
  });

  it("leaves out what is not known", () => {
    expect(checkOf(OWN, { dark: false, network: "relay" }, place)).toEqual({ ...place, network: "relay" });
  });
});
