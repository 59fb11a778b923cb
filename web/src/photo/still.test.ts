import { describe, expect, it } from "vitest";
import { shrink } from "./still";

describe("shrink", () => {
  it("leavesWhatFitsAsItIs", () => {
    expect(shrink(4_032, 3_024)).toBe(1);
    expect(shrink(7_300, 5_475)).toBe(1);
  });

  it("bringsALargerPictureToFortyMegapixels", () => {
    const scale = shrink(12_000, 9_000);
    expect(12_000 * scale * 9_000 * scale).toBeCloseTo(40_000_000, -3);
  });
});
