import { expect, it } from "vitest";
import { Echo } from "./echo";
import { TalkingMuted } from "./talking-muted";

/** Words and pauses, the same for the same seed. */
function* talk(seed: number): Generator<number> {
  let state = seed;
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const loud = state % 7 < 3 ? 0 : (state % 100) / 100;
    for (let i = 0; i < 3; i++) yield loud;
  }
}

function heard(theirs: (own: readonly number[], step: number) => number): boolean {
  const echo = new Echo();
  const own: number[] = [];
  const voice = talk(7);
  let found = false;
  for (let step = 0; step < 600; step++) {
    own.push(voice.next().value);
    found = echo.receive(own.at(-1) ?? 0, theirs(own, step));
  }
  return found;
}

it("hearsTheOwnVoiceComeBack", () => {
  expect(heard((own) => 0.5 * (own.at(-5) ?? 0))).toBe(true);
});

it("takesNobodyElseForAnEcho", () => {
  const other = talk(4_242);
  expect(heard(() => other.next().value)).toBe(false);
  expect(heard(() => 0)).toBe(false);
});

it("noticesWhoTalksWithTheMicrophoneOff", () => {
  const talking = new TalkingMuted();
  expect(Array.from({ length: 8 }, () => talking.receive(true, 0.7))).toEqual([...Array(7).fill(false), true]);
  expect(talking.receive(false, 0.7)).toBe(false);
  expect(Array.from({ length: 30 }, (_, i) => talking.receive(true, i % 5 === 0 ? 0.9 : 0)).some(Boolean)).toBe(false);
});
