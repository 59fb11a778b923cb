import { readCsrf } from "../page/csrf-view";

const PATIENCE_MS = 10_000;

/** Posts a small form of this page. Answers nothing if the service could not be asked. */
export async function post(url: string, fields: Readonly<Record<string, string>> = {}, keepalive = false): Promise<Response | undefined> {
  const csrf = readCsrf();
  try {
    return await fetch(url, {
      method: "POST",
      headers: { Accept: "application/json", ...(csrf && { [csrf.header]: csrf.token }) },
      body: new URLSearchParams(fields),
      redirect: "manual",
      keepalive,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch {
    return undefined;
  }
}
