import { atTheDoor } from "../company/company";
import type { CallState } from "./call-state";

/** One line below the picture. The page has an element for each; it may lack those that this side never needs. */
export type Notice =
  | "service-away"
  | "problem"
  | "guest-waiting"
  | "their-hold"
  | "sound-lost"
  | "asked-for-sound"
  | "talking-muted"
  | "unheard"
  | "their-page"
  | "paused"
  | "own-paused"
  | "no-devices"
  | "sharing"
  | "reduced"
  | "echo";

/** The worst first: one at a time. */
export function notice(state: CallState, lineLost: boolean): Notice | undefined {
  const { own, notices, theirPicture, theirMedia, vital } = state;
  const silent = own.tracks.microphone === null && own.devices !== undefined;
  const theyShow = theirMedia?.camera ?? false;
  const all: readonly (readonly [Notice, boolean])[] = [
    ["service-away", lineLost],
    ["problem", own.problem !== undefined],
    ["guest-waiting", atTheDoor(state).length > 0],
    ["their-hold", state.other?.held ?? false],
    ["sound-lost", notices.soundLost],
    ["asked-for-sound", notices.askedForSound],
    ["talking-muted", notices.talkingMuted],
    ["their-page", !state.theirPageShown],
    ["unheard", notices.unheard],
    ["paused", theyShow && theirPicture.size === "paused"],
    ["own-paused", vital.rung === "paused" && own.tracks.camera !== null],
    ["no-devices", silent],
    ["sharing", state.sharing],
    ["reduced", theyShow && theirPicture.size === "smaller" && state.bars.theirs <= 1],
    ["echo", notices.echo],
  ];
  return all.find(([, so]) => so)?.[0];
}
