import type { PictureState } from "../peer/control";
import type { RelayState } from "../peer/gathering";
import type { RemoteTracks } from "../peer/peer";
import type { Bars } from "../peer/quality";
import type { MediaState, Participant } from "../signalling/messages";
import type { LineState } from "../signalling/socket";
import type { OwnState } from "./media";
import type { Room } from "./room";
import type { SoundState } from "./sound-watch";
import type { Vital } from "./vitals";

/** Somebody in the call beside the two who meet: a guest, or for a guest the patient. */
export interface Another {
  readonly participant: Participant;
  /** Picture and sound may flow between them and this page. */
  readonly meeting: boolean;
  readonly connected: boolean;
  readonly media: MediaState | null;
  readonly tracks: RemoteTracks | undefined;
  readonly picture: PictureState;
}

/** All that a page can show of the call. */
export interface CallState {
  readonly line: LineState;
  readonly room: Room | undefined;
  readonly other: Participant | undefined;
  /** Everybody else in the call or waiting for it, in the order in which they were invited. */
  readonly others: readonly Another[];
  /** Both are in the call: picture and sound may flow. */
  readonly meeting: boolean;
  /** The devices are connected to each other, whether or not anything may flow. */
  readonly connected: boolean;
  /** Since when the devices shall connect. Milliseconds of the clock. */
  readonly armedAt: number | undefined;
  /** Since when nothing flows between the devices, although it should. Milliseconds of the clock. */
  readonly troubledSince: number | undefined;
  /** Picture and sound have flowed in this meeting before. */
  readonly everConnected: boolean;
  readonly relay: RelayState | undefined;
  readonly theirMedia: MediaState | null;
  readonly theirTracks: RemoteTracks | undefined;
  readonly theirPicture: PictureState;
  /** The other page is looked at; a telephone may show something else. */
  readonly theirPageShown: boolean;
  readonly own: OwnState;
  readonly sharing: boolean;
  readonly canShare: boolean;
  /** The networks of both, as both sides see them. */
  readonly bars: { readonly own: Bars; readonly theirs: Bars };
  readonly vital: Vital;
  readonly notices: SoundState & {
    /** Their microphone is on, and nothing is heard of them. */
    readonly unheard: boolean;
    /** They hear nothing from here. */
    readonly askedForSound: boolean;
  };
  /** The other side said over the direct road that the call is over; the service may not have said so yet. */
  readonly endedByOther: boolean;
  /** When the service was heard last. Milliseconds of the clock. */
  readonly heardAt: number | undefined;
}
