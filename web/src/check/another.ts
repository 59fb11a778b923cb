import { focusHeading } from "../page/focus-view";
import { post } from "./post";

const ASK_EVERY_MS = 2_000;
const SECRET = /^#([a-z]{3,4}[0-9A-Za-z]{22})$/;

type Part = "square" | "typed" | "nothing" | "waits" | "wrong" | "too-many" | "refused" | "failed";

const root = document.querySelector<HTMLElement>("[data-another]");
if (root) start(root);

/** The other device: goes on with a visit by the secret of a square, or by letters that the first device must allow. */
function start(root: HTMLElement): void {
  const secret = SECRET.exec(location.hash)?.[1];
  // It must not stay in the address bar or the history.
  if (secret) history.replaceState(null, "", location.pathname);
  show(secret ? "square" : location.pathname === root.dataset.url ? "nothing" : "typed");
  root.querySelector('[data-press="go-on-here"]')?.addEventListener("click", () => void take(secret ?? ""));
  root.querySelector("form")?.addEventListener("submit", (event) => {
    event.preventDefault();
    void claim(root.querySelector<HTMLInputElement>("#code")?.value ?? "");
  });

  function show(part: Part): void {
    for (const section of root.querySelectorAll<HTMLElement>("[data-part]")) {
      section.hidden = !(section.dataset.part ?? "").split(" ").includes(part);
    }
    for (const note of root.querySelectorAll<HTMLElement>("[data-note]")) note.hidden = note.dataset.note !== part;
    const code = root.querySelector<HTMLInputElement>("#code");
    if (part !== "wrong" || !code) {
      focusHeading(root.querySelector("[data-part]:not([hidden]) h1"));
      return;
    }
    // Typed again straight away; what is wrong is said by the alert above.
    code.focus();
    code.select();
  }

  async function take(secret: string): Promise<void> {
    const answer = await post(root.dataset.url ?? "", { secret });
    if (answer?.ok) location.replace(root.dataset.visit ?? "");
    else show(answer?.status === 410 ? "refused" : "failed");
  }

  async function claim(code: string): Promise<void> {
    const answer = await post(location.pathname, { code });
    if (!answer?.ok) {
      show(answer?.status === 404 ? "wrong" : answer?.status === 429 ? "too-many" : "failed");
      return;
    }
    const { claim: held } = (await answer.json()) as { readonly claim: string };
    show("waits");
    const timer = setInterval(async () => {
      const now = await post(`${location.pathname}/claim`, { claim: held });
      if (now === undefined || now.status === 202) return;
      clearInterval(timer);
      if (now.ok) location.replace(root.dataset.visit ?? "");
      else show(now.status === 410 ? "refused" : "failed");
    }, ASK_EVERY_MS);
  }
}
