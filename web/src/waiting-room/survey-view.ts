import { announce } from "../page/focus-view";
import { post } from "../page/post-view";

interface Answer {
  readonly rating: string | null;
  readonly trouble: string | null;
}

/**
 * Asks how the call was, in the part of the page that is shown now. The service says whether there was a call to speak of, and what was
 * answered before: a page that is loaded again does not ask anew.
 */
export async function showSurvey(root: HTMLElement): Promise<void> {
  const survey = root.querySelector<HTMLElement>("[data-survey]");
  const place = root.querySelector<HTMLElement>("[data-section]:not([hidden]) [data-survey-place]");
  if (!survey || !place) return;
  place.append(survey);
  const url = root.dataset.surveyUrl ?? "";
  if (survey.dataset.listens === undefined) {
    survey.dataset.listens = "";
    survey.addEventListener("submit", (event) => {
      event.preventDefault();
      if (event.submitter instanceof HTMLButtonElement) void answer(survey, url, event.submitter);
    });
  }
  const known = await look(url);
  if (!known) return;
  render(survey, known);
  survey.hidden = false;
}

async function look(url: string): Promise<Answer | undefined> {
  try {
    const answer = await fetch(url, { headers: { Accept: "application/json" }, cache: "no-store" });
    return answer.status === 200 ? ((await answer.json()) as Answer) : undefined;
  } catch {
    return undefined;
  }
}

/** A press on a rating keeps the trouble that was named before, and the other way round. */
async function answer(survey: HTMLElement, url: string, pressed: HTMLButtonElement): Promise<void> {
  const rating = pressed.name === "rating" ? pressed.value : (chosen(survey, "rating") ?? "");
  const trouble = rating === "good" ? null : pressed.name === "trouble" ? pressed.value : chosen(survey, "trouble");
  const sent = await post(url, { rating, ...(trouble && { trouble }) });
  // What is kept is answered with the way back to this page, which need not be gone.
  const saved = sent?.type === "opaqueredirect";
  if (saved) render(survey, { rating, trouble });
  say(survey, saved ? "saved" : "failed");
  announce(survey.querySelector(`[data-survey-says="${saved ? "saved" : "failed"}"]`)?.textContent ?? "");
}

function render(survey: HTMLElement, { rating, trouble }: Answer): void {
  for (const button of survey.querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button.value === (button.name === "rating" ? rating : trouble)));
  }
  for (const form of survey.querySelectorAll<HTMLElement>("[data-survey-trouble]")) form.hidden = rating === null || rating === "good";
  say(survey, rating === null ? "" : "saved");
}

function say(survey: HTMLElement, what: string): void {
  for (const line of survey.querySelectorAll<HTMLElement>("[data-survey-says]")) line.hidden = line.dataset.surveySays !== what;
}

function chosen(survey: HTMLElement, name: string): string | null {
  return survey.querySelector<HTMLButtonElement>(`button[name="${name}"][aria-pressed="true"]`)?.value ?? null;
}
