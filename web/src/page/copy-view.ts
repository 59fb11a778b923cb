import { readCsrf } from "./csrf-view";

/**
 * Buttons that copy a patient's link: `[data-copy-link]` with the address that answers `{"link": …}` in `data-url`, the word for "done" in
 * `data-done`. The link is fetched when it is wanted and stands in no page. Without script or clipboard the button stays hidden.
 */
export function copyLinks(): void {
  if (!navigator.clipboard) {
    return;
  }
  reveal(document);
  // parts of the page are replaced while it lives
  new MutationObserver(() => reveal(document)).observe(document.body, { childList: true, subtree: true });
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-copy-link]") : null;
    if (button) {
      void copy(button);
    }
  });
}

function reveal(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLElement>("[data-copy-link][hidden]")) {
    button.hidden = false;
  }
}

async function copy(button: HTMLElement): Promise<void> {
  const csrf = readCsrf();
  const answer = await fetch(button.dataset.url ?? "", {
    method: "POST",
    headers: { Accept: "application/json", ...(csrf && { [csrf.header]: csrf.token }) },
  });
  if (!answer.ok) {
    return;
  }
  const { link } = (await answer.json()) as { readonly link: string };
  await navigator.clipboard.writeText(link);
  button.textContent = button.dataset.done ?? button.textContent;
}
