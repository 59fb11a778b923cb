import type { Candidate, Signal } from "../signalling/messages";
import { inOrder } from "./offered-order";
import { tuned } from "./opus";

export interface NegotiationEnds {
  readonly send: (signal: Signal) => void;
  /** The other side's offer is applied: what this side wants to send must be in place before the answer is made. */
  readonly onOffered: () => void;
  /** Something has changed that only an offer can settle, and this is the side that answers. */
  readonly onWish: () => void;
  readonly onFault: (error: unknown) => void;
}

const CANDIDATE_BATCH_MS = 50;
const CANDIDATES_A_MESSAGE = 20;

/**
 * Offers, answers and candidates of one connection. One side offers and the other answers, always: where both may offer, one of two that cross is rolled back,
 * and the picture of whoever rolls back stops for good in some browsers. An answer to an offer that is no longer the newest is ignored.
 */
export class Negotiation {
  readonly #connection: RTCPeerConnection;
  readonly #polite: boolean;
  readonly #name: string;
  readonly #codecs: readonly string[];
  readonly #ends: NegotiationEnds;
  #offerNumber = 0;
  #candidates: Candidate[] = [];
  #flush: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  /**
   * `polite`: this side answers. `name` tells this connection from the others of the same pair; it begins the names of its offers. `codecs`: the order in which
   * an offer is read here; empty for as it comes.
   */
  constructor(connection: RTCPeerConnection, polite: boolean, name: string, codecs: readonly string[], ends: NegotiationEnds) {
    this.#connection = connection;
    this.#polite = polite;
    this.#name = name;
    this.#codecs = codecs;
    this.#ends = ends;
    connection.onnegotiationneeded = () => (polite ? ends.onWish() : void this.#offer());
    connection.onicecandidate = ({ candidate }) => this.#collect(candidate);
  }

  async receiveDescription(signal: Extract<Signal, { desc: unknown }>): Promise<void> {
    try {
      if ("offerId" in signal) {
        if (this.#polite) await this.#answer(signal);
      } else if (!this.#polite && signal.inReplyTo === this.#offerId() && this.#connection.signalingState === "have-local-offer") {
        await this.#connection.setRemoteDescription({ type: "answer", sdp: tuned(signal.desc.sdp) });
      }
    } catch (error) {
      this.#report(error);
    }
  }

  async receiveCandidates(candidates: readonly Candidate[]): Promise<void> {
    for (const candidate of candidates) {
      try {
        await this.#connection.addIceCandidate(candidate);
      } catch (error) {
        // Candidates of a generation that was restarted since fit nowhere.
        this.#report(error);
      }
    }
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#flush);
    this.#connection.onnegotiationneeded = null;
    this.#connection.onicecandidate = null;
  }

  async #offer(): Promise<void> {
    const connection = this.#connection;
    try {
      await connection.setLocalDescription();
      const description = connection.localDescription;
      if (this.#closed || description?.type !== "offer") return;
      this.#offerNumber++;
      this.#ends.send({ desc: { type: "offer", sdp: description.sdp }, offerId: this.#offerId() });
    } catch (error) {
      this.#report(error);
    }
  }

  async #answer({ desc, offerId }: Extract<Signal, { offerId: string }>): Promise<void> {
    const connection = this.#connection;
    await connection.setRemoteDescription({ type: "offer", sdp: inOrder(tuned(desc.sdp), this.#codecs) });
    if (this.#closed) return;
    this.#ends.onOffered();
    await connection.setLocalDescription();
    const answer = connection.localDescription;
    if (this.#closed || answer?.type !== "answer") return;
    this.#ends.send({ desc: { type: "answer", sdp: answer.sdp }, inReplyTo: offerId });
  }

  #collect(candidate: RTCIceCandidate | null): void {
    const none = { candidate: "", sdpMid: null, sdpMLineIndex: null, usernameFragment: null };
    const { candidate: line, sdpMid, sdpMLineIndex, usernameFragment } = candidate ?? none;
    this.#candidates.push({ candidate: line, sdpMid, sdpMLineIndex, usernameFragment });
    this.#flush ??= setTimeout(() => {
      this.#flush = undefined;
      while (this.#candidates.length > 0) this.#ends.send({ candidates: this.#candidates.splice(0, CANDIDATES_A_MESSAGE) });
    }, CANDIDATE_BATCH_MS);
  }

  #offerId(): string {
    return `${this.#name}.${this.#offerNumber}`;
  }

  #report(error: unknown): void {
    if (!this.#closed) this.#ends.onFault(error);
  }
}
