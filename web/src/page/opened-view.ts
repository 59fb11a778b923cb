import { readCsrf } from "./csrf-view";

/**
 * Says that a person has this page in front of them, at the address in `[data-opened]`. Mail scanners and link previews fetch pages but do not
 * show them, so it waits until the page is visible.
 */
export function sayOpened(): void {
  const address = document.querySelector<HTMLElement>("[data-opened]")?.dataset.opened;
  if (!address) {
    return;
  }
  if (document.visibilityState === "visible") {
    void say(address);
  } else {
    document.addEventListener("visibilitychange", () => void say(address), { once: true });
  }
}

async function say(address: string): Promise<void> {
  const csrf = readCsrf();
  await fetch(address, { method: "POST", keepalive: true, headers: csrf ? { [csrf.header]: csrf.token } : {} });
}
