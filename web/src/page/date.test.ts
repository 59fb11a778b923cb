import { expect, it } from "vitest";
import { readDate } from "./date";

it.each([
  ["31/3/1957", "31", "3", "1957"],
  [" 31.03.1957 ", "31", "03", "1957"],
  ["31 March 1957", "31", "March", "1957"],
  ["31st of March, 1957", "31", "March", "1957"],
  ["1957-03-31", "31", "03", "1957"],
  ["3-4-1957", "3", "4", "1957"],
])("reads %s", (text, day, month, year) => {
  expect(readDate(text)).toEqual({ day, month, year });
});

it.each(["14", "3/1957", "31/3/57", "tomorrow", "", "1 2 3 4", "07700 900 123"])("leaves %s alone", (text) => {
  expect(readDate(text)).toBeUndefined();
});
