const EVERY_MS = 15_000;

/** Says that there is something new to read, while the page is looked at. What is being written stays where it is until the person looks. */
export function tellUnread(note: HTMLElement, every = EVERY_MS): void {
  const url = note.dataset.unread ?? "";
  const timer = setInterval(() => void ask(), every);
  document.addEventListener("visibilitychange", () => void ask());

  async function ask(): Promise<void> {
    if (document.visibilityState !== "visible" || !note.hidden) return;
    const unread = await count(url);
    if (unread === undefined) clearInterval(timer);
    else if (unread > 0) note.hidden = false;
  }
}

/** Nothing when the conversation is no longer this device's; 0 when nobody answered. */
async function count(url: string): Promise<number | undefined> {
  try {
    const response = await fetch(url, { headers: { Accept: "application/json" } });
    if (response.status === 404) return undefined;
    const told: unknown = response.ok ? await response.json() : 0;
    return typeof told === "number" ? told : 0;
  } catch {
    return 0;
  }
}
