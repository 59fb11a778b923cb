import type { Candidate, Signal } from "../signalling/messages";
import { inOrder } from "./offered-order";
import { tuned } from "./opus";

export interface NegotiationEnds {
  readonly send: (signal: Signal) => void;
  /** The other side's offer is applied: what this side wants to send must be in place before the answer is made. */
  readonly onOffered: () => void;
  readonly onFault: (error: unknown) => void;
}

const CANDIDATE_BATCH_MS = 50;
const CANDIDATES_A_MESSAGE = 20;

/**
 * Offers, answers and candidates of one connection: perfect negotiation, as W3C WebRTC 1.0 section 10.7 has it. An answer to an offer that is no longer
 * the newest is ignored.
 */
export class Negotiation {
  readonly #connection: RTCPeerConnection;
  readonly #polite: boolean;
  readonly #name: string;
  readonly #ends: NegotiationEnds;
  readonly #codecs: readonly string[];
  #offerNumber = 0;
  #makingOffer = false;
  #ignoreOffer = false;
  #isSettingRemoteAnswerPending = false;
  #candidates: Candidate[] = [];
  #flush: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  /**
   * `name` tells this connection from the others of the same pair; it begins the names of its offers. `codecs`: the order in which an offer is read here; empty
   * for as it comes.
   */
  constructor(connection: RTCPeerConnection, polite: boolean, name: string, codecs: readonly string[], ends: NegotiationEnds) {
    this.#connection = connection;
    this.#polite = polite;
    this.#name = name;
    this.#codecs = codecs;
    this.#ends = ends;
    connection.onnegotiationneeded = () => void this.#offer();
    connection.onicecandidate = ({ candidate }) => this.#collect(candidate);
  }

  async receiveDescription(signal: Extract<Signal, { desc: unknown }>): Promise<void> {
    const connection = this.#connection;
    const { desc } = signal;
    try {
      const readyForOffer = !this.#makingOffer && (connection.signalingState === "stable" || this.#isSettingRemoteAnswerPending);
      this.#ignoreOffer = !this.#polite && desc.type === "offer" && !readyForOffer;
      if (this.#ignoreOffer) return;
      if ("inReplyTo" in signal && signal.inReplyTo !== this.#offerId()) return;

      this.#isSettingRemoteAnswerPending = desc.type === "answer";
      const sdp = tuned(desc.sdp);
      await connection.setRemoteDescription({ type: desc.type, sdp: desc.type === "offer" ? inOrder(sdp, this.#codecs) : sdp });
      this.#isSettingRemoteAnswerPending = false;
      if (this.#closed || !("offerId" in signal)) return;

      this.#ends.onOffered();
      await connection.setLocalDescription();
      const answer = connection.localDescription;
      if (this.#closed || answer?.type !== "answer") return;
      this.#ends.send({ desc: { type: "answer", sdp: answer.sdp }, inReplyTo: signal.offerId });
    } catch (error) {
      this.#isSettingRemoteAnswerPending = false;
      this.#report(error);
    }
  }

  async receiveCandidates(candidates: readonly Candidate[]): Promise<void> {
    for (const candidate of candidates) {
      try {
        await this.#connection.addIceCandidate(candidate);
      } catch (error) {
        // Candidates of an offer that was ignored are expected to fit nowhere.
        if (!this.#ignoreOffer) this.#report(error);
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
      this.#makingOffer = true;
      await connection.setLocalDescription();
      const description = connection.localDescription;
      // An offer from the other side may have overtaken this one.
      if (this.#closed || description?.type !== "offer") return;
      this.#offerNumber++;
      this.#ends.send({ desc: { type: "offer", sdp: description.sdp }, offerId: this.#offerId() });
    } catch (error) {
      this.#report(error);
    } finally {
      this.#makingOffer = false;
    }
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
