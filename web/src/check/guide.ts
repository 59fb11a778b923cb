import type { Call } from "../call/call";
import type { CallState } from "../call/call-state";
import { seat } from "../call/room";
import { announce } from "../page/focus-view";
import { onPress } from "../page/press-view";
import type { Words } from "../page/words-view";
import type { CheckProblem } from "../signalling/messages";
import type { Sounds } from "../waiting-room/sounds";
import { advice, checkOf, type Findings, problemWord } from "./advice";
import { CheckView, type Row } from "./check-view";
import { tryLoopback } from "./loopback";
import { thisPlace } from "./place";
import { post } from "./post";
import { Safety } from "./safety";

// A quiet room stays well below, speech reaches two thirds.
const SPEECH = 0.25;

/** Leads the patient through the check of camera, microphone, sound and connection, and tells the clinician what it finds. */
export class Guide {
  readonly #words: Words;
  readonly #call: () => Call;
  readonly #view: CheckView;
  readonly #place = thisPlace();
  readonly #sounds: Sounds;
  readonly #root: HTMLElement;
  #handover: Promise<import("./handover").Handover> | undefined;
  #findings: Findings = { dark: false };
  #heard = false;
  #said = "";
  #card: CheckProblem | "solved" | null = null;
  #checked = false;
  #running: AbortController | undefined;

  constructor(root: HTMLElement, words: Words, sounds: Sounds, call: () => Call) {
    this.#root = root;
    this.#words = words;
    this.#sounds = sounds;
    this.#call = call;
    this.#view = new CheckView(root, words);
    onPress({
      "check-again": () => this.#checkAgain(),
      "play-tone": () => this.#playTone(),
      "tone-heard": () => this.#answerTone("heard"),
      "tone-unheard": () => this.#answerTone("unheard"),
      "card-done": () => this.#closeCard(),
      ring: () => void this.#ring(root.dataset.wishUrl ?? ""),
    });
    // A guest keeps nobody's place.
    if (root.dataset.talkUrl) new Safety(root, sounds, { onLeave: () => call().releaseDevices() });
    if (root.dataset.handoverUrl) void this.#openHandover();
    this.#view.renderDark(advice(words, "dark", "camera", this.#place));
    this.render(call().state);
  }

  /** With each new state of the call, and once a second. */
  render(state: CallState): void {
    const { own } = state;
    const waiting = state.room?.state === "waiting" || seat(state.room, state.room?.you ?? "")?.state === "lobby";
    const given = own.tracks.camera !== null || own.tracks.microphone !== null;
    if (waiting && given && !this.#checked && state.line === "open") this.#checkAgain();
    // The relay's places are needed for the call itself.
    if (!waiting) this.#running?.abort();
    const problem = problemWord(own, this.#findings.dark, this.#place);
    const device = own.problem?.device ?? (problem === "silent" ? "microphone" : "camera");
    this.#view.renderProblem(problem && problem !== "asking" ? advice(this.#words, problem, device, this.#place) : undefined);
    this.#view.renderChecks(given ? this.#rows(state) : []);
    this.#renderCard(state, device);
    this.#tell(state);
  }

  receiveLevel(level: number): void {
    if (this.#heard || level < SPEECH) return;
    this.#heard = true;
    this.render(this.#call().state);
  }

  receiveDark(dark: boolean): void {
    if (dark !== this.#findings.dark) this.#find({ dark });
  }

  /** `all` after entering: the service knows nothing of what was said before. */
  receiveNews(topic: string): void {
    if (this.#root.dataset.handoverUrl && (topic === "all" || topic === "handover"))
      void this.#openHandover().then((handover) => handover.receiveNews());
    if (topic !== "all") return;
    this.#said = "";
    this.#tell(this.#call().state);
  }

  #openHandover(): Promise<import("./handover").Handover> {
    this.#handover ??= import("./handover").then(({ Handover }) => new Handover(this.#root));
    return this.#handover;
  }

  #rows({ own }: CallState): readonly Row[] {
    const { camera, microphone } = own.devices ?? { camera: "off", microphone: "off" };
    const { dark, speaker, network } = this.#findings;
    const rows: Row[] = [
      { name: "camera", word: dark ? "dark" : camera, kind: camera === "works" && !dark ? "good" : camera === "off" ? "open" : "poor" },
      microphone === "works" && !this.#heard
        ? { name: "microphone", word: "speak", kind: "open" }
        : { name: "microphone", word: microphone, kind: microphone === "works" ? "good" : microphone === "off" ? "open" : "poor" },
      { name: "speaker", word: speaker ?? "untried", kind: speaker === "heard" ? "good" : speaker === "unheard" ? "poor" : "open" },
      { name: "network", word: network ?? "testing", kind: network === undefined ? "open" : network === "none" ? "poor" : "good" },
    ];
    return rows;
  }

  #checkAgain(): void {
    this.#checked = true;
    this.#heard = false;
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.#find({ network: undefined });
    void tryLoopback(this.#call().road, running.signal).then((network) => {
      if (this.#running === running && !running.signal.aborted) this.#find({ network });
    });
  }

  #playTone(): void {
    this.#sounds.tone();
    this.#view.askWhetherHeard(true);
  }

  #answerTone(speaker: "heard" | "unheard"): void {
    this.#view.askWhetherHeard(false);
    this.#find({ speaker });
  }

  #find(found: Partial<Findings>): void {
    this.#findings = { ...this.#findings, ...found };
    this.render(this.#call().state);
  }

  #tell(state: CallState): void {
    if (state.line !== "open" || (state.own.wish === undefined && state.own.devices === undefined && this.#place.browser !== "in-app"))
      return;
    const check = checkOf(state.own, this.#findings, this.#place);
    const word = JSON.stringify(check);
    if (word === this.#said) return;
    this.#said = word;
    this.#call().tell({ t: "check", ...check });
  }

  #renderCard(state: CallState, device: "camera" | "microphone"): void {
    const card = seat(state.room, state.room?.you ?? "")?.card ?? null;
    const { devices } = state.own;
    const solved =
      devices?.camera === "works" &&
      devices.microphone === "works" &&
      problemWord(state.own, this.#findings.dark, this.#place) === undefined;
    if (card !== null && solved && this.#card !== "solved") {
      this.#card = "solved";
      this.#closeCard();
    }
    if (card === this.#card || (card !== null && this.#card === "solved")) return;
    this.#card = card;
    const shown = card === null ? undefined : advice(this.#words, card, device, this.#place);
    this.#view.renderCard(shown);
    if (shown) announce(shown.heading);
  }

  #closeCard(): void {
    this.#call().tell({ t: "card-done" });
    this.#view.renderCard(undefined);
  }

  async #ring(url: string): Promise<void> {
    this.#view.renderRing("asking");
    const answer = await post(url, { wish: "ring" });
    this.#view.renderRing(answer?.ok ? "done" : "failed");
  }
}
