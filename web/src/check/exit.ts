import { post } from "./post";

const PRESSES = 3;
const WITHIN_MS = 5_000;
// The value is where to go; it stands in this tab only.
const LEFT_FOR = "anteroom:left-for";

/** Counts presses of Escape: three within five seconds mean "away from here". Pure. */
export class Presses {
  #at: number[] = [];

  receive(now: number): boolean {
    this.#at = [...this.#at.filter((at) => now - at < WITHIN_MS), now];
    if (this.#at.length < PRESSES) return false;
    this.#at = [];
    return true;
  }
}

/** Goes away at once. Nothing is left on the screen while the other page loads, and nobody comes back here by the browser's Back. */
export function leaveNow(exitUrl: string, neutral: string): void {
  document.title = " ";
  document.body.replaceChildren();
  void post(exitUrl, {}, true);
  try {
    sessionStorage.clear();
    sessionStorage.setItem(LEFT_FOR, neutral);
  } catch {
    // Without storage the page before this one asks for a date of birth, as it does to everybody.
  }
  location.replace(neutral);
}

/** The page before the one that was left: whoever presses Back is sent away again; who opens the link anew is not. */
export function stayAway(): void {
  try {
    const neutral = sessionStorage.getItem(LEFT_FOR);
    if (neutral === null) return;
    const [how] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    if (how?.type === "back_forward") {
      document.body.replaceChildren();
      location.replace(neutral);
    } else sessionStorage.removeItem(LEFT_FOR);
  } catch {
    // as above
  }
}
