import { readCsrf } from "./csrf-view";

/**
 * Says that a person has this page in front of them, at the address in `[data-opened]`. Mail scanners and link previews fetch pages, and some
 * run their scripts: it waits until the page is shown, and says nothing in a browser that a program drives.
 */
export function sayOpened(): void {
  const address = document.querySelector<HTMLElement>("[data-opened]")?.dataset.opened;
  if (!address || navigator.webdriver) return;
  let said = false;
  const look = () => {
    if (said || !isShown()) return;
    said = true;
    void say(address);
  };
  document.addEventListener("visibilitychange", look);
  document.addEventListener("prerenderingchange", look);
  look();
}

/** A page that is only prepared in case somebody wants it may claim to be visible. */
function isShown(): boolean {
  return document.visibilityState === "visible" && (document as { prerendering?: boolean }).prerendering !== true;
}

async function say(address: string): Promise<void> {
  const csrf = readCsrf();
  await fetch(address, { method: "POST", keepalive: true, headers: csrf ? { [csrf.header]: csrf.token } : {} });
}
