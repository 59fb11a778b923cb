import { describe, expect, it } from "vitest";
import { capture, type Devices } from "./capture";
import type { Permission } from "./problem";

const named = (name: string) => Object.assign(new Error(""), { name });
const track = (kind: string) => ({ kind }) as MediaStreamTrack;
const audio = track("audio");
const video = track("video");

/** A device drawer in which some things are missing, by kind: `audio`, `video` or `audio+video`. */
function drawer(missing: Record<string, string>, permission: Permission = "granted"): Devices & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    secure: true,
    permission: async () => permission,
    getUserMedia: async (constraints) => {
      const kinds = [constraints.audio && "audio", constraints.video && "video"].filter(Boolean).join("+");
      asked.push(kinds);
      if (missing[kinds]) throw named(missing[kinds]);
      return {
        getAudioTracks: () => (constraints.audio ? [audio] : []),
        getVideoTracks: () => (constraints.video ? [video] : []),
      } as unknown as MediaStream;
    },
  };
}

describe("capture", () => {
  it("asksOnceForBoth", async () => {
    const devices = drawer({});
    expect(await capture(devices, "both", {})).toEqual({
      microphone: audio,
      camera: video,
      states: { microphone: "works", camera: "works" },
    });
    expect(devices.asked).toEqual(["audio+video"]);
  });

  it("goesOnWithSoundWhenTheCameraIsMissing", async () => {
    const got = await capture(drawer({ "audio+video": "NotFoundError" }), "both", {});
    expect(got).toMatchObject({
      microphone: audio,
      camera: null,
      states: { microphone: "works", camera: "none" },
      problem: { device: "camera", what: "none" },
    });
  });

  it("goesOnWithThePictureWhenTheMicrophoneIsMissing", async () => {
    const got = await capture(drawer({ "audio+video": "NotFoundError", audio: "NotFoundError" }), "both", {});
    expect(got).toMatchObject({
      microphone: null,
      camera: video,
      states: { microphone: "none", camera: "works" },
      problem: { device: "microphone" },
    });
  });

  it("listensWhenBothAreBlocked", async () => {
    const got = await capture(drawer({ "audio+video": "NotAllowedError", audio: "NotAllowedError" }, "denied"), "both", {});
    expect(got).toMatchObject({ microphone: null, camera: null, states: { microphone: "blocked", camera: "blocked" } });
  });

  it("doesNotAskAgainWhenTheQuestionWasClosed", async () => {
    const devices = drawer({ "audio+video": "NotAllowedError" }, "prompt");
    expect(await capture(devices, "both", {})).toMatchObject({
      states: { microphone: "denied", camera: "denied" },
      problem: { what: "closed" },
    });
    expect(devices.asked).toEqual(["audio+video"]);
  });

  it("keepsTheCameraOffForSoundOnly", async () => {
    const devices = drawer({});
    expect(await capture(devices, "sound", {})).toMatchObject({
      microphone: audio,
      camera: null,
      states: { microphone: "works", camera: "off" },
    });
    expect(devices.asked).toEqual(["audio"]);
  });

  it("asksNothingForListening", async () => {
    const devices = drawer({});
    expect(await capture(devices, "nothing", {})).toMatchObject({ states: { microphone: "off", camera: "off" } });
    expect(devices.asked).toEqual([]);
  });

  it("saysThatTheBrowserIsTooOld", async () => {
    expect(await capture({ ...drawer({}), getUserMedia: undefined }, "both", {})).toMatchObject({ problem: { what: "old" } });
    expect(await capture({ ...drawer({}), secure: false }, "both", {})).toMatchObject({ problem: { what: "insecure" } });
  });
});
