import type { Another, CallState } from "../call/call-state";

/** Who is in the call beside the two who meet, so that a page shows them: let in, and not gone. */
export function company({ others }: CallState): readonly Another[] {
  return others.filter(({ participant }) => participant.state === "admitted" && participant.presence !== "gone");
}

/** Guests who have come and wait to be let in. */
export function atTheDoor({ room, others }: CallState): readonly Another[] {
  if (room?.state !== "live") return [];
  return others.filter(
    ({ participant }) => participant.role === "guest" && participant.state === "lobby" && participant.presence === "here",
  );
}

/** How many are in the call, oneself included. */
export function crowd({ room }: CallState): number {
  return (room?.participants ?? []).filter(({ state, presence }) => state === "admitted" && presence !== "gone").length;
}
