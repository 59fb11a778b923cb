import { expect, it } from "vitest";
import { brightness, Darkness } from "./darkness";

it("weighsColoursAsTheEyeDoes", () => {
  expect(brightness(new Uint8ClampedArray([0, 255, 0, 255]))).toBeGreaterThan(brightness(new Uint8ClampedArray([0, 0, 255, 255])));
  expect(brightness(new Uint8ClampedArray([255, 255, 255, 255]))).toBeCloseTo(255);
  expect(brightness(new Uint8ClampedArray())).toBe(0);
});

it("callsACameraBlackAtTheThirdDarkCheck", () => {
  const darkness = new Darkness();
  expect([2, 2, 2, 80, 2].map((level) => darkness.receive(level))).toEqual([false, false, true, false, false]);
});
