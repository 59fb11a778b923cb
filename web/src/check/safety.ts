import { passFocus } from "../page/focus-view";
import { onPress } from "../page/press-view";
import type { Sounds } from "../waiting-room/sounds";
import { leaveNow, Presses } from "./exit";
import { post } from "./post";

// Tells only that the question was answered in this tab, and whether sounds are off.
const ASKED = "anteroom:talk";
const QUIET = "quiet";

export interface SafetyEnds {
  /** The camera's light goes out before the page does. */
  readonly onLeave: () => void;
}

/** Asks once, in private, whether the patient can talk freely; and takes them away from here at once when they wish. */
export class Safety {
  readonly #root: HTMLElement;
  readonly #sounds: Sounds;

  constructor(root: HTMLElement, sounds: Sounds, ends: SafetyEnds) {
    this.#root = root;
    this.#sounds = sounds;
    const asked = remembered();
    if (asked === QUIET) sounds.silence();
    this.#question.forEach((question) => {
      question.hidden = asked !== null;
    });
    const leave = () => {
      ends.onLeave();
      leaveNow(root.dataset.exitUrl ?? "", root.dataset.neutral ?? "/");
    };
    onPress({
      "talk-yes": () => this.#answer("YES"),
      "talk-no": () => this.#answer("NO"),
      "talk-skip": () => this.#answer("SKIPPED"),
      leave,
    });
    const presses = new Presses();
    document.addEventListener("keydown", ({ key, repeat }) => {
      if (key === "Escape" && !repeat && presses.receive(Date.now())) leave();
    });
  }

  get #question(): NodeListOf<HTMLElement> {
    return this.#root.querySelectorAll<HTMLElement>("[data-talk-question]");
  }

  async #answer(answer: "YES" | "NO" | "SKIPPED"): Promise<void> {
    // Quiet first: a sound that comes before the answer has arrived would be the worst of moments.
    if (answer === "NO") this.#sounds.silence();
    const heard = await post(this.#root.dataset.talkUrl ?? "", { answer });
    for (const failed of this.#root.querySelectorAll<HTMLElement>("[data-talk-failed]")) failed.hidden = heard?.ok === true;
    if (!heard?.ok) return;
    const held = document.activeElement;
    for (const question of this.#question) question.hidden = true;
    passFocus(held, this.#root.querySelector<HTMLElement>("[data-panel]:not([hidden])"));
    try {
      sessionStorage.setItem(ASKED, answer === "NO" ? QUIET : "asked");
    } catch {
      // Without storage the question comes again after a reload.
    }
  }
}

function remembered(): string | null {
  try {
    return sessionStorage.getItem(ASKED);
  } catch {
    return null;
  }
}
