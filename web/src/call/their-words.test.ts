import { describe, expect, it } from "vitest";
import type { MediaState, Participant } from "../signalling/messages";
import type { Room } from "./room";
import { callState, seatOf } from "./states";
import { TheirWords } from "./their-words";

const MUTED: MediaState = { microphone: false, camera: true, screen: false };
const ON: MediaState = { microphone: true, camera: true, screen: false };

function roomWith(media: MediaState | null): Room {
  const rosa: Participant = { ...seatOf("rosa", "patient", "admitted"), media };
  return { ...(callState().room as Room), participants: [rosa] };
}

describe("TheirWords", () => {
  it("believesTheNewerWordOfTheDirectRoad", () => {
    const words = new TheirWords();
    words.receiveRoom(undefined, roomWith(ON));
    words.receive("rosa", MUTED);
    words.receiveRoom(roomWith(ON), roomWith(ON));
    expect(words.of("rosa")).toEqual(MUTED);
    words.receiveRoom(roomWith(ON), roomWith(null));
    expect(words.of("rosa")).toBeNull();
  });

  it("tellsPeopleApart", () => {
    const words = new TheirWords();
    words.receive("rosa", MUTED);
    expect(words.of("elena")).toBeNull();
    words.forget("rosa");
    expect(words.of("rosa")).toBeNull();
  });
});
