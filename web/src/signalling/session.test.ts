import { describe, expect, it } from "vitest";
import type { FromServer } from "./messages";
import { Session } from "./session";

const ready = { t: "ready", camera: "works", microphone: "works" } as const;
const admit = { t: "admit", cid: "018f6b3c-5f6e-7a11-8d4e-2b9c7f1a0d55", participant: "p" } as const;
const arm = (s: number, a?: number): FromServer & { s: number } => ({
  t: "arm",
  peer: "p",
  epoch: 1,
  polite: true,
  s,
  ...(a === undefined ? {} : { a }),
});
const numbers = (frames: readonly string[]) => frames.map((frame) => JSON.parse(frame).s);

describe("Session", () => {
  it("numbersFromOneWithoutGaps", () => {
    const session = new Session();
    expect(numbers([session.number(ready) ?? "", session.number(admit) ?? ""])).toEqual([1, 2]);
  });

  it("sendsAgainWhatNobodyAcknowledged", () => {
    const session = new Session();
    for (let i = 0; i < 4; i++) session.number(ready);
    session.receive({ t: "ack", a: 2 });
    expect(numbers(session.unacknowledged())).toEqual([3, 4]);
  });

  it("dropsWhatItHasSeenAndNoticesAGap", () => {
    const session = new Session();
    expect([session.receive(arm(1)), session.receive(arm(1)), session.receive(arm(2)), session.receive(arm(4))]).toEqual([
      "new",
      "seen",
      "new",
      "gap",
    ]);
    expect(session.lastReceived).toBe(2);
  });

  it("letsAnAcknowledgementRideOnAnyMessage", () => {
    const session = new Session();
    session.receive(arm(1));
    expect(session.owed).toBe(1);
    expect(JSON.parse(session.loose({ t: "ping", time: 5 }))).toEqual({ t: "ping", time: 5, a: 1 });
    expect(session.owed).toBe(0);
  });

  it("owesAnAcknowledgementAfterEightMessages", () => {
    const session = new Session();
    for (let s = 1; s <= 7; s++) session.receive(arm(s));
    expect(session.mustAcknowledgeNow).toBe(false);
    session.receive(arm(8));
    expect(session.mustAcknowledgeNow).toBe(true);
  });

  it("keepsAtMostSixtyFour", () => {
    const session = new Session();
    for (let i = 0; i < 64; i++) expect(session.number(ready)).toBeDefined();
    expect(session.number(ready)).toBeUndefined();
    session.receive({ t: "ack", a: 1 });
    expect(JSON.parse(session.number(ready) ?? "").s).toBe(65);
  });

  it("repeatsOnlyCommandsInASessionThatBeginsAnew", () => {
    const session = new Session();
    session.number(ready);
    session.number(admit);
    session.receive(arm(1));
    expect(session.restart()).toEqual([admit]);
    expect(session.lastReceived).toBe(0);
    expect(numbers([session.number(ready) ?? ""])).toEqual([1]);
  });
});
