import { describe, expect, it } from "vitest";
import type { CallState } from "../call/call-state";
import { callState, seatOf } from "../call/states";
import type { Presence, SeatState } from "../signalling/messages";
import { visitScene } from "./visit-scene";

const NOW = 100_000;

function call(
  state: "waiting" | "live" | "ended" | "closed",
  own: SeatState,
  changes: Partial<CallState> = {},
  clinician: Presence = "here",
): CallState {
  const amara = seatOf("amara", "clinician", "admitted", clinician);
  return callState({
    room: {
      you: "rosa",
      rev: 1,
      state,
      epoch: 1,
      liveAt: null,
      phoneSince: null,
      pinned: null,
      participants: [amara, seatOf("rosa", "patient", own)],
    },
    other: amara,
    meeting: state === "live" && own === "admitted",
    ...changes,
  });
}
const known = { left: false, recalled: false, lineLostAt: undefined, now: NOW };

describe("what the patient sees", () => {
  it.each([
    ["waits", call("waiting", "lobby"), "waiting"],
    ["waits while the clinician is in the call with somebody else", call("live", "lobby"), "waiting"],
    ["is let in, or comes back after a reload", call("live", "admitted"), "live"],
    ["went, says the service", call("live", "left"), "left"],
    ["sees the end", call("ended", "admitted"), "ended"],
    ["hears of the end directly", call("live", "admitted", { endedByOther: true }), "ended"],
    ["sees that there is an outcome", call("closed", "admitted"), "over"],
    ["is too late", call("waiting", "lobby", { line: { closed: "over" } }), "over"],
    ["has it open elsewhere", call("live", "admitted", { line: { closed: "elsewhere" } }), "elsewhere"],
  ] as const)("%s", (_name, state, shown) => {
    expect(visitScene(state, known).state).toBe(shown);
  });

  it("keepsThePlaceOfWhoPressedEnd", () => {
    expect(visitScene(call("live", "admitted"), { ...known, left: true }).state).toBe("left");
  });

  it("saysWhoseConnectionDropped", () => {
    const lost = { troubledSince: NOW - 5_000 };
    expect(visitScene(call("live", "admitted", lost, "away"), known).card).toBe("getting-back");
    expect(visitScene(call("live", "admitted", lost), { ...known, lineLostAt: NOW - 5_000 }).card).toBe("reconnecting");
  });

  it("saysWhenNoWayIsFoundAndWhenTheCallGoesOnByTelephone", () => {
    expect(visitScene(call("live", "admitted", { everConnected: false, troubledSince: NOW - 14_000 }), known).card).toBe("no-way");
    const live = call("live", "admitted");
    const byPhone = { ...live, room: live.room && { ...live.room, phoneSince: new Date(0) } };
    expect(visitScene(byPhone, known)).toMatchObject({ state: "live", card: "by-phone" });
  });

  it("goesOnWhenOnlyTheServiceIsAway", () => {
    expect(visitScene(call("live", "admitted"), { ...known, lineLostAt: NOW - 5_000 })).toMatchObject({
      card: undefined,
      notice: "service-away",
    });
  });

  it("asks before it shows somebody again after the end", () => {
    expect(visitScene(call("live", "admitted"), { ...known, recalled: true }).state).toBe("recalled");
    expect(visitScene(call("ended", "admitted"), { ...known, recalled: true }).state).toBe("ended");
  });
});
