/** Which camera, microphone and speaker this person picked on this computer. */
export interface DeviceChoice {
  readonly camera?: string;
  readonly microphone?: string;
  readonly speaker?: string;
}

const KEY = "anteroom:devices";

/** The part of a Storage that is used. */
export type Shelf = Pick<Storage, "getItem" | "setItem">;

export function rememberedChoice(shelf: Shelf | undefined): DeviceChoice {
  try {
    const { camera, microphone, speaker } = JSON.parse(shelf?.getItem(KEY) ?? "{}") as Record<string, unknown>;
    return {
      ...(typeof camera === "string" && { camera }),
      ...(typeof microphone === "string" && { microphone }),
      ...(typeof speaker === "string" && { speaker }),
    };
  } catch {
    return {};
  }
}

export function rememberChoice(shelf: Shelf | undefined, choice: DeviceChoice): void {
  try {
    shelf?.setItem(KEY, JSON.stringify({ ...rememberedChoice(shelf), ...choice }));
  } catch {
    // Storage is full or forbidden: the browser's own default is used next time.
  }
}

/** Storage throws in some private windows, already when it is touched. */
export function localShelf(): Shelf | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
