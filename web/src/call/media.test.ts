import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Devices } from "../devices/capture";
import { OwnMedia, type OwnState } from "./media";

class FakeTrack {
  enabled = true;
  readyState = "live";
  onended: (() => void) | null = null;
  constructor(readonly kind: string) {}
  stop(): void {
    this.readyState = "ended";
  }
}

let tracks: FakeTrack[];
let states: OwnState[];
let refuse: string | undefined;

const devices: Devices = {
  secure: true,
  permission: async () => "granted",
  getUserMedia: async ({ audio, video }) => {
    if (refuse) throw Object.assign(new Error(""), { name: refuse });
    const given = [audio && new FakeTrack("audio"), video && new FakeTrack("video")].filter((it) => it instanceof FakeTrack);
    tracks.push(...given);
    const of = (kind: string) => given.filter((it) => it.kind === kind);
    return { getTracks: () => given, getAudioTracks: () => of("audio"), getVideoTracks: () => of("video") } as unknown as MediaStream;
  },
};
const media = () => new OwnMedia(devices, {}, (state) => states.push(state));

describe("OwnMedia", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    tracks = [];
    states = [];
    refuse = undefined;
  });
  afterEach(() => vi.useRealTimers());

  it("keepsTheMicrophoneWhileMuted", async () => {
    const own = media();
    await own.start("both");
    own.mute(true);
    expect(tracks[0]).toMatchObject({ enabled: false, readyState: "live" });
    expect(own.sent).toEqual({ microphone: false, camera: true, screen: false });
    own.mute(false);
    expect(tracks[0]?.enabled).toBe(true);
  });

  it("letsTheCameraGoAfterOneBlackFrame", async () => {
    const own = media();
    await own.start("both");
    const off = own.turnCameraOff();
    expect(own.sent.camera).toBe(false);
    expect(tracks[1]).toMatchObject({ enabled: false, readyState: "live" });
    await vi.advanceTimersByTimeAsync(200);
    await off;
    expect(tracks[1]?.readyState).toBe("ended");
    expect(own.state.tracks.camera).toBeNull();
  });

  it("asksForTheCameraAgain", async () => {
    const own = media();
    await own.start("both");
    const off = own.turnCameraOff();
    await vi.advanceTimersByTimeAsync(200);
    await off;
    await own.turnCameraOn();
    expect(own.sent.camera).toBe(true);
    expect(tracks).toHaveLength(3);
  });

  it("keepsTheNewCameraWhenItIsTurnedOnAgainAtOnce", async () => {
    const own = media();
    await own.start("both");
    const off = own.turnCameraOff();
    await own.turnCameraOn();
    await vi.advanceTimersByTimeAsync(200);
    await off;
    expect(own.sent.camera).toBe(true);
    expect(tracks[2]?.readyState).toBe("live");
  });

  it("saysWhyTheCameraDoesNotComeBack", async () => {
    const own = media();
    await own.start("sound");
    refuse = "NotReadableError";
    await own.turnCameraOn();
    expect(states.at(-1)).toMatchObject({ problem: { device: "camera", what: "busy" }, devices: { camera: "busy", microphone: "works" } });
  });

  it("noticesAMicrophoneThatWasPulledOut", async () => {
    const own = media();
    await own.start("both");
    tracks[0]?.onended?.();
    expect(own.sent.microphone).toBe(false);
    expect(states.at(-1)?.devices).toEqual({ microphone: "none", camera: "works" });
  });

  it("tellsSilenceFromSound", async () => {
    const own = media();
    await own.start("both");
    own.receiveSilence(true);
    expect(states.at(-1)).toMatchObject({ devices: { microphone: "silent" }, problem: { what: "silent" } });
    own.receiveSilence(false);
    expect(states.at(-1)?.problem).toBeUndefined();
  });

  it("letsGoOfWhatComesAfterTheEnd", async () => {
    const own = media();
    const starting = own.start("both");
    own.stop();
    await starting;
    expect(tracks.map((track) => track.readyState)).toEqual(["ended", "ended"]);
    expect(own.sent).toEqual({ microphone: false, camera: false, screen: false });
  });
});
