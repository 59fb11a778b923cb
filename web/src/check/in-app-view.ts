import { thisPlace } from "./place";

/** Inside an app whose browser has no camera: how to get out of it stands first, and the rest of the page stays. */
export function leaveTheApp(): void {
  const { browser, system, app } = thisPlace();
  const section = document.querySelector<HTMLElement>("[data-in-app]");
  if (!section || browser !== "in-app") return;
  const named = system === "ios" || system === "android" ? system : "other";
  for (const part of section.querySelectorAll<HTMLElement>("[data-for]")) part.hidden = part.dataset.for !== named;
  const text = section.querySelector<HTMLElement>("[data-in-app-text]");
  if (text && app) text.textContent = (text.dataset.named ?? "").replace("{0}", app);
  const square = section.querySelector<HTMLImageElement>("[data-square-picture]");
  // Fetched only where it is wanted: most people see this page in a browser that needs none.
  if (square) square.src = section.dataset.square ?? "";
  const button = section.querySelector<HTMLElement>('[data-press="copy-address"]');
  button?.addEventListener("click", () => void copied(button));
  section.hidden = false;
}

async function copied(button: HTMLElement): Promise<void> {
  const address = location.origin + location.pathname;
  const done = await navigator.clipboard?.writeText(address).then(
    () => true,
    () => false,
  );
  if (!done && !copyTheOldWay(address)) return;
  const label = button.querySelector<HTMLElement>("[data-label]");
  if (label) label.textContent = button.dataset.done ?? label.textContent;
}

/** Many apps' browsers have no clipboard for pages. */
function copyTheOldWay(text: string): boolean {
  const field = Object.assign(document.createElement("textarea"), { value: text, readOnly: true });
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}
