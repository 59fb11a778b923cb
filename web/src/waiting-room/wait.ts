/** What the service says of the wait. */
export interface Wait {
  readonly state: "absent" | "here" | "with-another" | "late";
  /** How many are before this patient. */
  readonly before: number;
  /** About how many minutes it still takes; 0 if nobody can tell. */
  readonly minutes: number;
  readonly choices: Choices;
}

export type WishWord = "keep" | "text" | "ring";

export interface Choices {
  /** How the patient is told that it is their turn; null if they cannot be. */
  readonly by: "sms" | "email" | null;
  /** The last digits of the number; null without one. */
  readonly ending: string | null;
  readonly chosen: WishWord | null;
}

/** Two of the questions asked every 30 s went unanswered: what was said then may not be true any more. */
export const STANDS_FOR_MS = 75_000;

/** The wait as long as it may still be shown. */
export function standing(wait: Wait | undefined, heardAt: number, now: number): Wait | undefined {
  return wait && now - heardAt < STANDS_FOR_MS ? wait : undefined;
}

/** Is something else than waiting offered? Also to who has chosen it, so that they can change their mind. */
export function offersChoices({ state, choices }: Wait): boolean {
  return state === "late" || choices.chosen === "text" || choices.chosen === "ring";
}
