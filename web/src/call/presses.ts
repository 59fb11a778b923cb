import type { Call } from "./call";

/** What every page of a call has buttons for. `call` is asked each time: who comes back to a call has a new one. */
export function callPresses(call: () => Call): Record<string, () => unknown> {
  return {
    mute: () => call().toggleMute(),
    camera: () => call().toggleCamera(),
    flip: () => call().flipCamera(),
    show: () => call().toggleShow(),
    light: () => call().toggleLight(),
    share: () => call().toggleScreen(),
    refresh: () => call().refresh(),
    "ask-for-sound": () => call().askForSound(),
    "try-picture": () => call().tryPicture(),
    "restore-sound": () => call().restoreSound(),
  };
}
