/** Where a page gets its call passes, and how it proves that the request is its own. */
export interface PassDesk {
  readonly url: string;
  readonly csrf: { readonly header: string; readonly token: string } | undefined;
}

/** `signed-out`: the identity must be checked again. `unreachable` and `faulty` are worth another try. */
export type PassAnswer =
  | { readonly kind: "pass"; readonly pass: string }
  | { readonly kind: "signed-out" | "not-yours" | "over" | "unreachable" | "faulty" };

const PATIENCE_MS = 10_000;

/** Asks for a call pass: good once, for 30 seconds. */
export async function fetchPass(desk: PassDesk): Promise<PassAnswer> {
  let response: Response;
  try {
    response = await fetch(desk.url, {
      method: "POST",
      headers: { Accept: "application/json", ...(desk.csrf && { [desk.csrf.header]: desk.csrf.token }) },
      credentials: "same-origin",
      // A page that was signed out is answered with the way to the sign-in; following it would look like an answer.
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch {
    return { kind: "unreachable" };
  }
  if (response.type === "opaqueredirect" || response.status === 401 || response.status === 403) return { kind: "signed-out" };
  if (response.status === 404) return { kind: "not-yours" };
  if (response.status === 410) return { kind: "over" };
  if (!response.ok) return { kind: "faulty" };
  try {
    const { pass } = (await response.json()) as { pass?: unknown };
    return typeof pass === "string" ? { kind: "pass", pass } : { kind: "faulty" };
  } catch {
    return { kind: "faulty" };
  }
}
