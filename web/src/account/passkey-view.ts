import { post } from "../page/post-view";
import { onPress } from "../page/press-view";
import { type Question, toMake, toSign, written } from "./passkey";

/** The buttons that make a passkey or sign in with one. Hidden where a browser has none. */
export function offerPasskeys(): void {
  if (!("PublicKeyCredential" in globalThis)) return;
  for (const part of document.querySelectorAll<HTMLElement>("[data-passkey]")) part.hidden = false;
  onPress({
    "passkey-sign-in": () => go("sign-in", sign),
    "passkey-prove": () => go("prove", sign),
    "passkey-register": () => go("register", make, { email: field("email") }),
    "passkey-add": () => go("add", make, { name: field("passkeyName") }),
  });
}

function sign(question: Question): Promise<Credential | null> {
  return navigator.credentials.get({ publicKey: toSign(question) });
}

function make(question: Question): Promise<Credential | null> {
  return navigator.credentials.create({ publicKey: toMake(question, document.querySelector(".a-ptop b")?.textContent ?? "") });
}

/** Asks the service, then the device, then tells the service what it said. */
async function go(
  act: string,
  ask: (question: Question) => Promise<Credential | null>,
  fields: Readonly<Record<string, string>> = {},
): Promise<void> {
  const part = document.querySelector<HTMLElement>(`[data-passkey][data-act="${act}"]`);
  const path = part?.dataset.path;
  if (!part || !path) return;
  say(part, "");
  const asked = await post(`${path}/question`, fields);
  // the page asks first who this is
  if (asked?.status === 403) return location.reload();
  if (!asked?.ok) return say(part, problem(asked, "email"));
  const credential = await ask((await asked.json()) as Question).catch(() => null);
  if (!credential) return say(part, "failed");
  const answered = await post(path, { ...fields, answer: written(credential as PublicKeyCredential) });
  if (answered?.status === 403) return location.reload();
  if (!answered?.ok) return say(part, problem(answered, "failed"));
  // the session stands in a cookie; a page that stays the same is asked for anew
  const next = part.dataset.next;
  if (next) location.assign(next);
  else location.reload();
}

function problem(response: Response | undefined, unprocessable: string): string {
  if (!response) return "unreachable";
  if (response.status === 422) return unprocessable;
  return response.status === 409 ? "taken" : "failed";
}

function field(id: string): string {
  const input = document.getElementById(id);
  return input instanceof HTMLInputElement ? input.value : "";
}

/** One of the sentences that the page brought along; nothing for an empty word. */
function say(part: HTMLElement, which: string): void {
  const line = part.querySelector<HTMLElement>("[data-passkey-problem]");
  if (line) line.textContent = which ? (line.dataset[which] ?? line.dataset.failed ?? "") : "";
}
