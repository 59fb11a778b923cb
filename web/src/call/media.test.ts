import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Devices } from "../devices/capture";
import { OwnMedia, type OwnState } from "./media";

class FakeTrack {
  enabled = true;
  readyState = "live";
  muted = false;
  contentHint = "";
  onended: (() => void) | null = null;
  onmute: (() => void) | null = null;
  onunmute: (() => void) | null = null;
  light: boolean | undefined;
  constructor(
    readonly kind: string,
    readonly facingMode?: string,
  ) {}
  getSettings(): object {
    return { facingMode: this.facingMode };
  }
  getCapabilities(): object {
    return { torch: this.facingMode === "environment" };
  }
  async applyConstraints({ advanced }: { advanced: [{ torch: boolean }] }): Promise<void> {
    this.light = advanced[0].torch;
  }
  stop(): void {
    this.readyState = "ended";
  }
}

let tracks: FakeTrack[];
let states: OwnState[];
let refuse: string | undefined;
let oneCamera: boolean;

const devices: Devices = {
  secure: true,
  permission: async () => "granted",
  getUserMedia: async ({ audio, video }) => {
    if (refuse) throw Object.assign(new Error(""), { name: refuse });
    const { exact, ideal } = ((video as MediaTrackConstraints | undefined)?.facingMode ?? {}) as { exact?: string; ideal?: string };
    if (exact && oneCamera) throw Object.assign(new Error(""), { name: "OverconstrainedError" });
    const facing = oneCamera ? undefined : (exact ?? ideal ?? "user");
    const given = [audio && new FakeTrack("audio"), video && new FakeTrack("video", facing)].filter((it) => it instanceof FakeTrack);
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
    oneCamera = false;
  });
  afterEach(() => vi.useRealTimers());

  it("keepsTheMicrophoneWhileMuted", async () => {
    const own = media();
    await own.start("both");
    own.mute(true);
    expect(tracks[0]).toMatchObject({ enabled: false, readyState: "live" });
    expect(own.sent).toEqual({ microphone: false, camera: true });
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
    refuse = "NotFoundError";
    tracks[0]?.onended?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(own.sent).toEqual({ microphone: false, camera: true });
    expect(states.at(-1)?.devices).toEqual({ microphone: "none", camera: "works" });
  });

  it("goesOnWithWhatIsLeftWhenDevicesArePulledOut", async () => {
    const own = media();
    await own.start("both");
    for (const track of [...tracks]) track.onended?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(own.sent).toEqual({ microphone: true, camera: true });
    expect(tracks.map((track) => track.readyState)).toEqual(["ended", "ended", "live", "live"]);
  });

  it("doesNotLieAboutWhatTheSystemHolds", async () => {
    const own = media();
    await own.start("both");
    for (const track of tracks) track.muted = true;
    tracks[0]?.onmute?.();
    await vi.advanceTimersByTimeAsync(999);
    expect(own.sent.microphone).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(own.sent.microphone).toBe(false);
    expect(own.state.held).toEqual({ microphone: true, camera: false });
  });

  it("takesBackWhatTheSystemHeldWhenThePageIsLookedAtAgain", async () => {
    const own = media();
    await own.start("both");
    if (tracks[0]) tracks[0].muted = true;
    tracks[0]?.onmute?.();
    await vi.advanceTimersByTimeAsync(1_000);
    await own.receiveVisible();
    expect(own.sent).toEqual({ microphone: true, camera: true });
    expect(tracks).toHaveLength(3);
  });

  it("looksTheOtherWay", async () => {
    const own = media();
    await own.start("both");
    await own.flipCamera();
    expect(own.state).toMatchObject({ facing: "environment", showing: false, light: false });
    expect(tracks[1]?.readyState).toBe("ended");
    await own.flipCamera();
    expect(own.state).toMatchObject({ facing: "user", light: undefined });
  });

  it("goesOnWithItsOneCamera", async () => {
    oneCamera = true;
    const own = media();
    await own.start("both");
    await own.flipCamera();
    expect(own.sent.camera).toBe(true);
  });

  it("showsSomethingCloseUpInItsOwnLight", async () => {
    const own = media();
    await own.start("both");
    await own.show(true);
    await own.toggleLight();
    expect(own.state).toMatchObject({ showing: true, facing: "environment", light: true });
    expect(tracks.at(-1)).toMatchObject({ contentHint: "detail", light: true });
    await own.show(false);
    expect(own.state).toMatchObject({ showing: false, facing: "user", light: undefined });
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
    expect(own.sent).toEqual({ microphone: false, camera: false });
  });
});
