import { post } from "./post-view";

const AGAIN_MS = 10_000;

/** The page of a request says that somebody looks at it, as long as it is seen; and that it is left. */
export function sayLooking(url: string): void {
  // not randomUUID: that is only there over TLS
  const page = uuid(crypto.getRandomValues(new Uint8Array(16)));
  let here = false;
  const say = () => {
    here = true;
    void post(`${url}/here`, { page });
  };
  const leave = () => {
    if (!here) return;
    here = false;
    void post(`${url}/gone`, { page }, true);
  };
  const look = () => (document.visibilityState === "visible" ? say() : leave());
  setInterval(() => here && say(), AGAIN_MS);
  document.addEventListener("visibilitychange", look);
  window.addEventListener("pagehide", leave);
  look();
}

function uuid(bytes: Uint8Array): string {
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
