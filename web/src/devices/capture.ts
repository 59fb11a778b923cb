import type { DeviceState } from "../signalling/messages";
import type { DeviceChoice } from "./choice";
import { deviceState, type Permission, type Problem, problemOf } from "./problem";

/** What the person agreed to: `nothing` is only listening. */
export type Wish = "both" | "sound" | "nothing";

/** What was given, and in words why the rest was not. */
export interface Capture {
  readonly microphone: MediaStreamTrack | null;
  readonly camera: MediaStreamTrack | null;
  readonly states: { readonly microphone: DeviceState; readonly camera: DeviceState };
  readonly problem?: { readonly device: "camera" | "microphone"; readonly what: Problem };
}

/** What the browser offers; a seam for tests. */
export interface Devices {
  readonly getUserMedia: ((constraints: MediaStreamConstraints) => Promise<MediaStream>) | undefined;
  readonly permission: (device: "camera" | "microphone") => Promise<Permission>;
  readonly secure: boolean;
}

export function browserDevices(): Devices {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  return {
    getUserMedia: devices?.getUserMedia?.bind(devices),
    permission: async (device) => {
      try {
        return (await navigator.permissions.query({ name: device as PermissionName })).state;
      } catch {
        return "unknown";
      }
    },
    secure: window.isSecureContext,
  };
}

export function microphoneConstraints(choice: DeviceChoice): MediaTrackConstraints {
  return { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1, ...ideally(choice.microphone) };
}

export function cameraConstraints(choice: DeviceChoice): MediaTrackConstraints {
  return {
    width: { ideal: 1280 },
    height: { ideal: 720 },
    frameRate: { ideal: 24, max: 30 },
    ...(choice.camera ? ideally(choice.camera) : { facingMode: "user" }),
  };
}

/** Ideal, not exact: a camera that was unplugged since must not stop the call. */
function ideally(deviceId: string | undefined): MediaTrackConstraints {
  return deviceId ? { deviceId: { ideal: deviceId } } : {};
}

/**
 * Asks for camera and microphone, then for the microphone alone, and goes on listening if neither is given. One question where possible:
 * some browsers block a page that asks too often.
 */
export async function capture(devices: Devices, wish: Wish, choice: DeviceChoice): Promise<Capture> {
  if (wish === "nothing") return given(null, null, "off", "off");
  if (!devices.secure) return refused("insecure", wish);
  if (!devices.getUserMedia) return refused("old", wish);
  const audio = microphoneConstraints(choice);
  if (wish === "both") {
    try {
      const stream = await devices.getUserMedia({ audio, video: cameraConstraints(choice) });
      return given(stream.getAudioTracks()[0] ?? null, stream.getVideoTracks()[0] ?? null, "works", "works");
    } catch (error) {
      return await withoutOne(devices, audio, choice, error);
    }
  }
  try {
    const stream = await devices.getUserMedia({ audio });
    return given(stream.getAudioTracks()[0] ?? null, null, "works", "off");
  } catch (error) {
    const what = problemOf(error, await devices.permission("microphone"));
    return { ...given(null, null, deviceState(what), "off"), problem: { device: "microphone", what } };
  }
}

/** Both were refused together: which of them was it? */
async function withoutOne(devices: Devices, audio: MediaTrackConstraints, choice: DeviceChoice, error: unknown): Promise<Capture> {
  const camera = problemOf(error, await devices.permission("camera"));
  // Who closed the question would only be asked the same again.
  if (camera === "closed") return { ...given(null, null, "denied", "denied"), problem: { device: "camera", what: "closed" } };
  try {
    const stream = await devices.getUserMedia?.({ audio });
    return {
      ...given(stream?.getAudioTracks()[0] ?? null, null, "works", deviceState(camera)),
      problem: { device: "camera", what: camera },
    };
  } catch (second) {
    const what = problemOf(second, await devices.permission("microphone"));
    if (camera === "none" || camera === "busy") {
      const picture = await cameraAlone(devices, choice);
      if (picture) return { ...given(null, picture, deviceState(what), "works"), problem: { device: "microphone", what } };
    }
    return { ...given(null, null, deviceState(what), deviceState(camera)), problem: { device: "camera", what: camera } };
  }
}

async function cameraAlone(devices: Devices, choice: DeviceChoice): Promise<MediaStreamTrack | null> {
  try {
    return (await devices.getUserMedia?.({ video: cameraConstraints(choice) }))?.getVideoTracks()[0] ?? null;
  } catch {
    return null;
  }
}

function given(microphone: MediaStreamTrack | null, camera: MediaStreamTrack | null, heard: DeviceState, seen: DeviceState): Capture {
  return { microphone, camera, states: { microphone: heard, camera: seen } };
}

function refused(what: Problem, wish: Wish): Capture {
  return {
    ...given(null, null, deviceState(what), wish === "both" ? deviceState(what) : "off"),
    problem: { device: wish === "both" ? "camera" : "microphone", what },
  };
}
