const PLACEHOLDER = /\{[^{}\n]{0,40}\}/g;

/** Shows a template with its placeholders filled in while it is typed. Without the script a button does. */
export function showPreview(root: ParentNode): void {
  const preview = root.querySelector<HTMLElement>("[data-text-preview]");
  const text = root.querySelector<HTMLTextAreaElement>(`#${preview?.dataset.textPreview}`);
  const shown = preview?.querySelector<HTMLElement>("[data-preview-text]");
  if (!text || !shown) return;
  const examples = new Map(
    [...root.querySelectorAll<HTMLElement>("[data-placeholder]")].map(({ dataset }) => [dataset.placeholder, dataset.example]),
  );
  const show = () => {
    shown.textContent = text.value.replace(PLACEHOLDER, (typed) => examples.get(typed) ?? typed);
  };
  text.addEventListener("input", show);
  show();
  root.querySelector("[data-preview-show]")?.remove();
}
