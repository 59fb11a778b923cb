import type { MediaState } from "../signalling/messages";
import { type Room, seat } from "./room";

/** What each of the others said last that they send. Over the direct road it may be newer than an old word repeated by the service. */
export class TheirWords {
  readonly #said = new Map<string, MediaState | null>();

  of(id: string | undefined): MediaState | null {
    return (id !== undefined && this.#said.get(id)) || null;
  }

  receiveRoom(before: Room | undefined, room: Room): void {
    for (const { id, media } of room.participants) {
      if (JSON.stringify(seat(before, id)?.media ?? null) !== JSON.stringify(media)) this.#said.set(id, media);
    }
  }

  receive(id: string, media: MediaState): void {
    this.#said.set(id, media);
  }

  forget(id: string): void {
    this.#said.delete(id);
  }
}
