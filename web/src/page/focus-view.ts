/** Focuses a heading, for a new page or state. */
export function focusHeading(heading: HTMLElement | null): void {
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

/**
 * Where what had the focus has just been hidden or taken away, the next element gets it, or the heading of the next part: whoever has no mouse would begin at the top again.
 * To be called in the same turn, before the browser itself has given the focus up.
 */
export function passFocus(held: Element | null, next: HTMLElement | null | undefined): void {
  if (!held || held === document.body || (held.isConnected && held.getClientRects().length > 0)) return;
  if (next?.matches("button, a[href], input, select, textarea, summary")) next.focus({ preventScroll: true });
  else focusHeading([...(next?.querySelectorAll("h2") ?? [])].find((heading) => heading.getClientRects().length > 0) ?? next ?? null);
}

/** Makes all but one element, and what holds it, unreachable: it fills the window. Answers how to undo it. */
export function standAlone(element: HTMLElement): () => void {
  const hushed: HTMLElement[] = [];
  for (let at: HTMLElement | null = element; at && at !== document.body; at = at.parentElement) {
    for (const sibling of at.parentElement?.children ?? []) {
      if (!(sibling instanceof HTMLElement) || sibling === at || sibling.inert || sibling.hasAttribute("data-always")) continue;
      sibling.inert = true;
      hushed.push(sibling);
    }
  }
  return () => {
    for (const sibling of hushed) sibling.inert = false;
  };
}

/** Says a change once to those who listen to the page. */
export function announce(text: string): void {
  const status = document.querySelector<HTMLElement>("[data-status]");
  if (status && status.textContent !== text) status.textContent = text;
}

export function alarm(text: string): void {
  const alert = document.querySelector<HTMLElement>("[data-alert]");
  if (alert && alert.textContent !== text) alert.textContent = text;
}
