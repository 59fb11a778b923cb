import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Reminder } from "./reminder";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it("remindsThreeTimesAtMost", () => {
  const remind = vi.fn();
  new Reminder(remind).start(false);
  expect(remind).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(29_999);
  expect(remind).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(300_000);
  expect(remind).toHaveBeenCalledTimes(3);
});

it("remindsOnceOfWhatIsLookedAt", () => {
  const remind = vi.fn();
  new Reminder(remind).start(true);
  vi.advanceTimersByTime(300_000);
  expect(remind).toHaveBeenCalledTimes(1);
});

it("stopsWhenLookedAt", () => {
  const remind = vi.fn();
  const reminder = new Reminder(remind);
  reminder.start(false);
  vi.advanceTimersByTime(30_000);
  reminder.stop();
  vi.advanceTimersByTime(300_000);
  expect(remind).toHaveBeenCalledTimes(2);
});
