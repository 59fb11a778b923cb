import { beforeEach, describe, expect, it } from "vitest";
import type { Stats } from "../signalling/messages";
import { type Moment, Report } from "./report";
import { WELL } from "./vitals";

const GOOD: Moment = { meeting: true, connected: true, vital: WELL, counts: { restarts: 0, renewals: 0 }, relay: "none" };
let said: Stats[];
let report: Report;

describe("Report", () => {
  beforeEach(() => {
    said = [];
    report = new Report((stats) => said.push(stats));
  });

  it("speaksAfterTwoSecondsAndThenEveryTen", () => {
    for (let now = 0; now <= 24_000; now += 2_000) report.receiveTick(GOOD, now);
    expect(said).toHaveLength(3);
  });

  it("speaksAtOnceWhenSomethingHasChanged", () => {
    for (const [now, moment] of [
      [0, GOOD],
      [2_000, GOOD],
      [4_000, { ...GOOD, connected: false }],
    ] as const)
      report.receiveTick(moment, now);
    expect(said.at(-1)).toMatchObject({ lostMs: 2_000, score: 0 });
  });

  it("countsWeakAndPausedTime", () => {
    const weak: Moment = { ...GOOD, vital: { ...WELL, own: 1, rung: "paused" } };
    for (let now = 0; now <= 10_000; now += 2_000) report.receiveTick(weak, now);
    report.finish();
    expect(said.at(-1)).toMatchObject({ weakMs: 10_000, pausedMs: 10_000, lostMs: 0 });
  });

  it("saysNothingBeforeTheMeeting", () => {
    for (let now = 0; now <= 20_000; now += 2_000) report.receiveTick({ ...GOOD, meeting: false }, now);
    report.finish();
    expect(said).toEqual([]);
  });
});
