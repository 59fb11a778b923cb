import { expect, it } from "vitest";
import { loudness, Silence } from "./meter";

it("callsAMicrophoneSilentAfterSixSecondsOfNothing", () => {
  const silence = new Silence();
  expect([0, 3_000, 5_999].map((now) => silence.receive(0, now))).toEqual([undefined, undefined, undefined]);
  expect(silence.receive(0, 6_000)).toBe(true);
  expect(silence.receive(0, 7_000)).toBeUndefined();
  expect(silence.receive(0.2, 8_000)).toBe(false);
});

it("beginsToCountAnewAfterAnySound", () => {
  const silence = new Silence();
  silence.receive(0, 0);
  silence.receive(0.01, 5_000);
  expect(silence.receive(0, 6_000)).toBeUndefined();
  expect(silence.receive(0, 11_999)).toBeUndefined();
});

it("fillsTheMeterForSpeechAndNotForSilence", () => {
  expect(loudness(0)).toBe(0);
  expect(loudness(0.1)).toBeGreaterThan(0.5);
  expect(loudness(1)).toBe(1);
});
