import { readCsrf } from "../page/csrf-view";

const PATIENCE_MS = 10_000;

/** Tells the surgery what the patient would like instead of the video. Answers whether it was heard. */
export async function sayWish(url: string, wish: "ring"): Promise<boolean> {
  const csrf = readCsrf();
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { Accept: "application/json", ...(csrf && { [csrf.header]: csrf.token }) },
      body: new URLSearchParams({ wish }),
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
