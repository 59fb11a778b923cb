// After this long the person may try again: the answer may have been lost.
const AGAIN_AFTER_MS = 8_000;

/** A form that is being sent is not sent a second time by a second press. The button stays live and reachable. */
export function submitOnce(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
    if (form.dataset.sent !== undefined) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "";
    setTimeout(() => delete form.dataset.sent, AGAIN_AFTER_MS);
  });
  // Back to a page out of the browser's memory: it may be sent again.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll<HTMLFormElement>("form[data-sent]")) delete form.dataset.sent;
  });
}

/**
 * A box shows and hides the field that belongs to it: `[data-toggles="id of the field"]` on the box, or `[data-toggled-by="id or name of
 * the box"]` on the field. Without the script both are there.
 */
export function toggleFields(): void {
  for (const box of document.querySelectorAll<HTMLInputElement>("input[data-toggles]")) {
    const field = document.getElementById(box.dataset.toggles ?? "");
    if (field) tie(box, field);
  }
  for (const field of document.querySelectorAll<HTMLElement>("[data-toggled-by]")) {
    const name = CSS.escape(field.dataset.toggledBy ?? "");
    const box = document.querySelector<HTMLInputElement>(`input[type="checkbox"]#${name}, input[type="checkbox"][name="${name}"]`);
    if (box) tie(box, field);
  }
}

function tie(box: HTMLInputElement, field: HTMLElement): void {
  const apply = () => {
    field.hidden = !box.checked;
    box.setAttribute("aria-expanded", String(box.checked));
  };
  if (field.id) box.setAttribute("aria-controls", field.id);
  box.addEventListener("change", apply);
  apply();
}
