import type { Outcome } from "../call/commands";
import { alarm } from "../page/focus-view";
import { refresh } from "../page/live-view";
import type { Words } from "../page/words-view";
import type { Participant } from "../signalling/messages";
import type { Arrival, ArrivalKind } from "./arrival";

/** How far the two devices have come towards each other while the patient waits. */
export type RoadState = "unknown" | "connecting" | "connected" | "no-way";

const MINUTE_MS = 60_000;

/** The card that says that the patient has come. */
export class ArrivalView {
  readonly #card: HTMLElement;
  readonly #words: Words;
  readonly #title = document.title;
  #kind: ArrivalKind = "nobody";

  constructor(card: HTMLElement, words: Words, onAdmit: () => void) {
    this.#card = card;
    this.#words = words;
    card.querySelector("[data-press=admit]")?.addEventListener("click", onAdmit);
  }

  render(arrival: Arrival, patient: Participant | undefined, road: RoadState, inCall: boolean): void {
    const { kind } = arrival;
    this.#card.hidden = inCall || kind === "nobody";
    document.title = kind === "waiting" && !inCall ? this.#words("arrival.title") : this.#title;
    if (kind === "nobody") return;
    this.#card.classList.toggle("is-away", kind === "away" || kind === "unsure");
    this.#card.classList.toggle("is-left", kind === "left");
    this.#one("[data-press=admit]").hidden = kind !== "waiting";
    put(this.#one("[data-arrival-heading]"), this.#words(kind === "waiting" && needsHelp(patient) ? "arrival.help" : `arrival.${kind}`));
    this.receiveTick(arrival, Date.now());
    for (const device of ["camera", "microphone"] as const) {
      const state = patient?.[device] ?? null;
      this.#check(device, state ?? "unknown", state === null ? "ring" : state === "works" ? "tick" : "triangle");
    }
    this.#check("connection", road, road === "connected" ? "tick" : road === "no-way" ? "triangle" : "ring");
    if (kind !== this.#kind) {
      this.#kind = kind;
      const identity = this.#card.querySelector<HTMLElement>("[data-fresh]");
      if (identity && kind === "waiting") void refresh(identity, identity.dataset.fresh ?? location.href);
    }
  }

  /** Once a second: how long the patient waits. */
  receiveTick({ kind, since }: Arrival, now: number): void {
    if (this.#card.hidden) return;
    put(this.#one("[data-arrival-since]"), this.#since(kind, since, now));
  }

  /** The command was refused. */
  renderRefusal(outcome: Outcome): void {
    if (outcome === "done") return;
    const text = this.#words(`arrival.refused.${outcome}`) || this.#words("arrival.refused.other");
    put(this.#one("[data-arrival-since]"), text);
    alarm(text);
  }

  #since(kind: ArrivalKind, since: Date | undefined, now: number): string {
    const time = since ? hoursAndMinutes(since) : "";
    switch (kind) {
      case "waiting": {
        if (!since) return this.#words("arrival.since.unknown");
        const minutes = Math.floor((now - since.getTime()) / MINUTE_MS);
        return this.#words(minutes === 0 ? "arrival.since.now" : minutes === 1 ? "arrival.since.one" : "arrival.since.many", time, minutes);
      }
      case "away":
        return since ? this.#words("arrival.since.away", time) : this.#words("arrival.since.away.unknown");
      case "left":
        return this.#words("arrival.since.left");
      case "unsure":
        return this.#words("arrival.since.unsure");
      case "nobody":
        return "";
    }
  }

  #check(what: string, word: string, icon: "ring" | "tick" | "triangle"): void {
    const row = this.#card.querySelector<HTMLElement>(`[data-check=${what}]`);
    if (!row) return;
    row.classList.toggle("is-none", icon === "ring");
    row.classList.toggle("is-poor", icon === "triangle");
    put(row.querySelector<HTMLElement>("[data-result]"), this.#words(`check.${word}`));
    const use = row.querySelector("use");
    use?.setAttribute("href", (use.getAttribute("href") ?? "").replace(/#.*/, `#${icon}`));
  }

  #one(selector: string): HTMLElement {
    const element = this.#card.querySelector<HTMLElement>(selector);
    if (!element) throw new Error(`The page has no ${selector}`);
    return element;
  }
}

function put(element: HTMLElement | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

/** Everybody's browser asks first: that alone is no trouble. */
function needsHelp(patient: Participant | undefined): boolean {
  return patient?.check?.problem !== undefined && patient.check.problem !== "asking";
}

/** 10:26, as in every time the page shows. */
export function hoursAndMinutes(time: Date): string {
  return `${String(time.getHours()).padStart(2, "0")}:${String(time.getMinutes()).padStart(2, "0")}`;
}
