import type { Incoming, Outgoing, Sample } from "./sample";

/** What happened between two samples of one connection. Shares are 0 to 1. */
export interface Flow {
  readonly seconds: number;
  readonly soundInPackets: number;
  readonly pictureInPackets: number;
  readonly pictureInFrames: number;
  readonly soundOutPackets: number;
  /** Undefined where the browser does not tell how loud it is. */
  readonly soundInEnergy: number | undefined;
  readonly inLoss: number;
  readonly outLoss: number;
  readonly jitterMs: number;
  readonly roundTripMs: number | undefined;
  readonly availableKbps: number | undefined;
  /** What keeps the picture below what is allowed; undefined where the browser does not tell. */
  readonly limitedBy: "nothing" | "processor" | "network" | undefined;
}

/** Pure. Counters that went back belong to a new connection: they count from zero. */
export function flow(before: Sample, after: Sample): Flow {
  const sound = between(before.soundIn, after.soundIn);
  const picture = between(before.pictureIn, after.pictureIn);
  const energy = after.soundIn?.energy;
  return {
    seconds: Math.max(0.001, (after.at - before.at) / 1_000),
    soundInPackets: sound.packets,
    pictureInPackets: picture.packets,
    pictureInFrames: grown(before.pictureIn?.frames, after.pictureIn?.frames),
    soundOutPackets: grown(before.soundOut?.packets, after.soundOut?.packets),
    soundInEnergy: energy === undefined ? undefined : grown(before.soundIn?.energy, energy),
    // Sound is what matters; a picture is repaired by sending again, so its losses count only where they are many.
    inLoss: Math.max(sound.loss, picture.loss / 2),
    outLoss: told(after.soundOut?.lostShare, after.pictureOut?.lostShare),
    jitterMs: after.soundIn?.jitterMs ?? 0,
    roundTripMs: after.roundTripMs,
    availableKbps: after.availableKbps,
    limitedBy: limitedBy(after.pictureOut),
  };
}

function between(before: Incoming | undefined, after: Incoming | undefined): { readonly packets: number; readonly loss: number } {
  const packets = grown(before?.packets, after?.packets);
  const lost = grown(before?.lost, after?.lost);
  // A handful of packets says nothing: with nobody speaking there are two or three a second.
  return { packets, loss: packets + lost < 10 ? 0 : lost / (packets + lost) };
}

/** What the other side told of both: a report on sound alone counts a few dozen packets, and one unlucky report must not hide a face. */
function told(sound: number | undefined, picture: number | undefined): number {
  if (sound === undefined || picture === undefined) return sound ?? picture ?? 0;
  return (sound + picture) / 2;
}

function limitedBy(out: Outgoing | undefined): Flow["limitedBy"] {
  switch (out?.limitedBy) {
    case undefined:
      return undefined;
    case "cpu":
      return "processor";
    case "bandwidth":
      return "network";
    default:
      return "nothing";
  }
}

function grown(before: number | undefined, after: number | undefined): number {
  if (after === undefined) return 0;
  const from = before ?? 0;
  return after >= from ? after - from : after;
}
