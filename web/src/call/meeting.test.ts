import { expect, it } from "vitest";
import { Meeting } from "./meeting";

it("knowsSinceWhenNothingFlows", () => {
  const meeting = new Meeting();
  meeting.receive(true, false, 1_000);
  expect([meeting.troubledSince, meeting.everConnected]).toEqual([1_000, false]);
  meeting.receive(true, true, 2_000);
  expect([meeting.troubledSince, meeting.everConnected]).toEqual([undefined, true]);
  meeting.receive(true, false, 3_000);
  meeting.receive(true, false, 4_000);
  expect([meeting.troubledSince, meeting.everConnected]).toEqual([3_000, true]);
});

it("beginsAnewWithEachMeeting", () => {
  const meeting = new Meeting();
  meeting.receive(true, true, 1_000);
  meeting.receive(false, true, 2_000);
  expect([meeting.on, meeting.troubledSince, meeting.everConnected]).toEqual([false, undefined, false]);
});

it("tellsOnceHowLongTheFirstPictureTook", () => {
  const meeting = new Meeting();
  expect(meeting.receiveFirstFrame(500)).toBeUndefined();
  meeting.receive(true, true, 1_000);
  expect([meeting.receiveFirstFrame(1_230), meeting.receiveFirstFrame(1_500)]).toEqual([230, undefined]);
});
