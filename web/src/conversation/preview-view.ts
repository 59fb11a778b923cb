const PLACEHOLDER = /\{[^{}\n]{0,40}\}/g;
/** Letters of the GSM 7-bit alphabet that are sent as two (3GPP TS 23.038). */
const DOUBLE = /[\^{}\\[~\]|€]/g;

/** Shows a template with its placeholders filled in while it is typed. Without the script a button does. */
export function showPreview(root: ParentNode): void {
  const preview = root.querySelector<HTMLElement>("[data-text-preview]");
  const text = root.querySelector<HTMLTextAreaElement>(`#${preview?.dataset.textPreview}`);
  const shown = preview?.querySelector<HTMLElement>("[data-preview-text]");
  if (!text || !shown) return;
  const examples = new Map(
    [...root.querySelectorAll<HTMLElement>("[data-placeholder]")].map(({ dataset }) => [dataset.placeholder, dataset.example]),
  );
  const length = preview?.querySelector<HTMLElement>("[data-preview-length]");
  const show = () => {
    const filled = text.value.replace(PLACEHOLDER, (typed) => examples.get(typed) ?? typed);
    shown.textContent = filled;
    if (!length) return;
    const taken = [...filled.trim()].length + (filled.match(DOUBLE)?.length ?? 0);
    length.textContent = String(taken);
    length.parentElement?.classList.toggle("a-too-much", taken > Number(length.dataset.previewLength));
  };
  text.addEventListener("input", show);
  show();
  root.querySelector("[data-preview-show]")?.remove();
}
