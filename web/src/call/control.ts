import type { MediaState } from "../signalling/messages";

/** What the two devices tell each other directly, so that it arrives while the service cannot be reached. */
export type ControlMessage = { readonly t: "end" } | ({ readonly t: "media" } & MediaState);

/** Answers nothing for what is not a message of ours: it comes from another device and is trusted no further than its shape. */
export function readControl(data: unknown): ControlMessage | undefined {
  if (typeof data !== "string" || data.length > 1_000) return undefined;
  let message: unknown;
  try {
    message = JSON.parse(data);
  } catch {
    return undefined;
  }
  if (typeof message !== "object" || message === null || !("t" in message)) return undefined;
  if (message.t === "end") return { t: "end" };
  const { microphone, camera, screen } = message as Record<string, unknown>;
  if (message.t !== "media" || typeof microphone !== "boolean" || typeof camera !== "boolean" || typeof screen !== "boolean")
    return undefined;
  return { t: "media", microphone, camera, screen };
}
