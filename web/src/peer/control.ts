import type { MediaState } from "../signalling/messages";
import type { Bars } from "./quality";

/** How the picture of one side is being sent. */
export interface PictureState {
  /** Less than the camera gives, or nothing at all, because the network is weak. */
  readonly size: "full" | "smaller" | "paused";
  /** Which way the camera looks: a picture of the person, or of what the person shows. */
  readonly facing: "user" | "environment";
}

/** What the two devices tell each other directly, so that it arrives while the service cannot be reached. Each says all of its kind. */
export type ControlMessage =
  | { readonly t: "end" }
  | ({ readonly t: "media" } & MediaState)
  | ({ readonly t: "picture" } & PictureState)
  /** How good the sender's own network is. */
  | { readonly t: "network"; readonly bars: Bars }
  /** Whether the sender's page is looked at: a telephone may show something else. */
  | { readonly t: "view"; readonly shown: boolean }
  /** "We hear nothing from you", and "send the picture now, however weak the network". */
  | { readonly t: "ask"; readonly what: "sound" | "picture" };

const LONGEST = 1_000;

/** Answers nothing for what is not a message of ours: it comes from another device and is trusted no further than its shape. */
export function readControl(data: unknown): ControlMessage | undefined {
  if (typeof data !== "string" || data.length > LONGEST) return undefined;
  let message: unknown;
  try {
    message = JSON.parse(data);
  } catch {
    return undefined;
  }
  if (typeof message !== "object" || message === null) return undefined;
  const { t, microphone, camera, screen, size, facing, bars, shown, what } = message as Record<string, unknown>;
  switch (t) {
    case "end":
      return { t };
    case "media":
      return isBoolean(microphone) && isBoolean(camera) && isBoolean(screen) ? { t, microphone, camera, screen } : undefined;
    case "picture":
      return isOneOf(size, "full", "smaller", "paused") && isOneOf(facing, "user", "environment") ? { t, size, facing } : undefined;
    case "network":
      return isOneOf(bars, 0, 1, 3, 4) ? { t, bars } : undefined;
    case "view":
      return isBoolean(shown) ? { t, shown } : undefined;
    case "ask":
      return isOneOf(what, "sound", "picture") ? { t, what } : undefined;
    default:
      return undefined;
  }
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean";
}

function isOneOf<const W extends readonly unknown[]>(value: unknown, ...words: W): value is W[number] {
  return words.includes(value);
}
