import { readCsrf } from "./csrf-view";

const PATIENCE_MS = 10_000;

/** Sends fields as a form of this page would. Nothing when the service could not be reached. `leaving`: the page may be gone before the answer. */
export async function post(url: string, fields: Readonly<Record<string, string>> = {}, leaving = false): Promise<Response | undefined> {
  const csrf = readCsrf();
  try {
    return await fetch(url, {
      method: "POST",
      headers: { Accept: "application/json, text/html", ...(csrf && { [csrf.header]: csrf.token }) },
      body: new URLSearchParams(fields),
      redirect: "manual",
      keepalive: leaving,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch {
    return undefined;
  }
}
