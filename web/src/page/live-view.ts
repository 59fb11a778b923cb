const PATIENCE_MS = 10_000;
const LEAST_EVERY_MS = 1_000;

/**
 * Fetches a page and puts the element of the same id in the place of this one, if it differs. The browser builds the document from the
 * answer itself: under Trusted Types no script may turn text into markup. Answers the element that stands there now.
 */
export async function refresh(shown: HTMLElement, url: string): Promise<HTMLElement> {
  const page = await fetchPage(url);
  // Somebody else may have replaced it meanwhile.
  const element = shown.isConnected ? shown : document.getElementById(shown.id);
  // Whoever was signed out is answered by another page, without this element; then nothing is replaced.
  const fresh = page?.getElementById(shown.id);
  if (!fresh || !element) return shown;
  keepWhatIsOurs(element, fresh);
  if (fresh.outerHTML === element.outerHTML) return element;
  const adopted = document.importNode(fresh, true);
  const focused = focusWithin(element);
  element.replaceWith(adopted);
  if (focused) refocus(adopted, focused);
  return adopted;
}

/** What differs although nothing changed: each answer masks the CSRF token anew, and people open and reveal parts of the page. */
function keepWhatIsOurs(old: HTMLElement, fresh: HTMLElement): void {
  pairs(old, fresh, "input[name=_csrf]", (ours, theirs) => theirs.setAttribute("value", ours.getAttribute("value") ?? ""));
  pairs(old, fresh, "details", (ours, theirs) => theirs.toggleAttribute("open", ours.hasAttribute("open")));
  pairs(old, fresh, "[data-copy-link]", (ours, theirs) => theirs.toggleAttribute("hidden", ours.hasAttribute("hidden")));
}

function pairs(old: HTMLElement, fresh: HTMLElement, selector: string, act: (ours: Element, theirs: Element) => void): void {
  const ours = old.querySelectorAll(selector);
  const theirs = fresh.querySelectorAll(selector);
  // a part that was added or taken away has no counterpart
  if (ours.length === theirs.length)
    ours.forEach((one, index) => {
      const other = theirs[index];
      if (other) act(one, other);
    });
}

/**
 * Sends a form and puts the element of the same id, out of the answer, in the place of this one: what was wrong stands at its field and nothing that was typed
 * is lost. Answers the element that stands there now.
 */
export async function submitInto(element: HTMLElement, form: HTMLFormElement): Promise<HTMLElement> {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
  const fresh = (await fetchPage(form.action, fields))?.getElementById(element.id);
  if (!fresh || !element.isConnected) return element;
  const adopted = document.importNode(fresh, true);
  element.replaceWith(adopted);
  return adopted;
}

function fetchPage(url: string, fields?: URLSearchParams): Promise<Document | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(fields ? "POST" : "GET", url);
    request.responseType = "document";
    request.timeout = PATIENCE_MS;
    request.setRequestHeader("Accept", "text/html");
    // 422: what was typed cannot be right, and the page says where.
    request.onload = () => resolve(request.status === 200 || (fields && request.status === 422) ? request.responseXML : null);
    request.onerror = request.ontimeout = () => resolve(null);
    request.send(fields ?? null);
  });
}

interface Focused {
  readonly id: string;
  readonly index: number;
}

const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]";

/** Where the focus was, so that it stays there: nobody may lose the place because news came in. */
function focusWithin(element: HTMLElement): Focused | undefined {
  const active = document.activeElement;
  if (!active || !element.contains(active)) return undefined;
  return { id: active.id, index: [...element.querySelectorAll(FOCUSABLE)].indexOf(active) };
}

function refocus(element: HTMLElement, { id, index }: Focused): void {
  const byId = id ? element.querySelector<HTMLElement>(`#${CSS.escape(id)}`) : null;
  (byId ?? element.querySelectorAll<HTMLElement>(FOCUSABLE)[index])?.focus({ preventScroll: true });
}

/** Keeps every `[data-live]` of the page fresh while it is looked at. */
export function keepLive(root: ParentNode = document): void {
  for (const element of root.querySelectorAll<HTMLElement>("[data-live]")) keepOneLive(element);
}

function keepOneLive(first: HTMLElement): void {
  let element = first;
  let asking = false;
  const url = element.dataset.live || location.href;
  const every = Math.max(LEAST_EVERY_MS, Number(element.dataset.liveEvery) || 5_000);
  const ask = async () => {
    if (asking || document.visibilityState !== "visible" || isBeingTypedIn(element)) return;
    asking = true;
    element = await refresh(element, url);
    asking = false;
  };
  const timer = setInterval(() => {
    // the page has nothing more to wait for
    if (element.dataset.live === undefined) clearInterval(timer);
    else void ask();
  }, every);
  document.addEventListener("visibilitychange", () => void ask());
}

/** What a person is writing must not be swept away. */
function isBeingTypedIn(element: HTMLElement): boolean {
  const active = document.activeElement;
  return active !== null && element.contains(active) && active.matches("input, select, textarea");
}
