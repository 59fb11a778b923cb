import { describe, expect, it } from "vitest";
import type { Another } from "../call/call-state";
import { callState, seatOf } from "../call/states";
import type { Participant } from "../signalling/messages";
import { atTheDoor, company, crowd } from "./company";

const another = (participant: Participant): Another => ({
  participant,
  meeting: participant.state === "admitted",
  connected: true,
  media: null,
  tracks: undefined,
  picture: { size: "full", facing: "user" },
});

describe("company", () => {
  const elena = seatOf("elena", "guest", "admitted");
  const jan = seatOf("jan", "guest", "lobby");
  const gone = seatOf("kim", "guest", "admitted", "gone");
  const removed = seatOf("lou", "guest", "removed", "gone");
  const state = callState({ others: [elena, jan, gone, removed].map(another) });

  it("isWhoWasLetInAndIsNotGone", () => {
    expect(company(state).map(({ participant }) => participant.id)).toEqual(["elena"]);
  });

  it("knowsWhoWaitsAtTheDoorOfALiveCall", () => {
    expect(atTheDoor(state).map(({ participant }) => participant.id)).toEqual(["jan"]);
    const room = state.room;
    if (!room) throw new Error("no room");
    expect(atTheDoor({ ...state, room: { ...room, state: "waiting" } })).toEqual([]);
  });

  it("countsEverybodyInTheCall", () => {
    const room = state.room;
    if (!room) throw new Error("no room");
    const participants = [seatOf("amara", "clinician", "admitted"), seatOf("rosa", "patient", "admitted"), elena, jan, gone];
    expect(crowd({ ...state, room: { ...room, participants } })).toBe(3);
  });
});
