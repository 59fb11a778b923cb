import type { OwnState } from "../call/media";
import type { Words } from "../page/words-view";
import { browserName } from "./browser";

/** Says what is wrong with a device and what to do, in every `[data-problem-heading]` and `[data-problem-text]` of the page. */
export function renderProblem(words: Words, problem: OwnState["problem"]): void {
  const device = problem ? words(problem.device) : "";
  const key = problem ? `problem.${problem.what}` : "";
  const own = words(`${key}.text.${browserName(navigator.userAgent) ?? ""}`);
  put("[data-problem-heading]", problem ? words(key, device) : "");
  put("[data-problem-text]", problem ? own || words(`${key}.text`, device) : "");
}

function put(selector: string, text: string): void {
  for (const element of document.querySelectorAll<HTMLElement>(selector)) if (element.textContent !== text) element.textContent = text;
}
