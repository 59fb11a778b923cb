import { expect, it } from "vitest";
import { clock } from "./stage-view";
import { initials } from "./their-view";

it.each([
  [0, "00:00"],
  [252_900, "04:12"],
  [3_852_000, "1:04:12"],
  [-5_000, "00:00"],
])("shows %i ms as %s", (ms, shown) => {
  expect(clock(ms)).toBe(shown);
});

it.each([
  ["Rosa Whitfield", "RW"],
  ["Dr Amara Okafor", "AO"],
  ["Zoë", "Z"],
  ["Mary Ann van der Berg", "MB"],
  ["", ""],
])("shortens %s to %s", (name, short) => {
  expect(initials(name)).toBe(short);
});
