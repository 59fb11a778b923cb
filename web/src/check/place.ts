import type { CheckBrowser, CheckSystem } from "../signalling/messages";

/** Which browser on which system this page is in, and in which app when it is an app's own browser. Only for words and steps. */
export interface Place {
  readonly browser: CheckBrowser;
  readonly system: CheckSystem;
  /** The app's name, or an empty text for an app that does not tell it. */
  readonly app?: string;
}

// The first that fits. Several apps name themselves beside the browser they are built on.
const APPS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, "WeChat"],
  [/FBAN\/Messenger|Messenger\w*\//, "Messenger"],
  [/\bFB(AN|AV|_IAB|IOS)\b|\bFBAN\/|\bFBAV\//, "Facebook"],
  [/Instagram/, "Instagram"],
  [/WhatsApp/, "WhatsApp"],
  [/LinkedInApp/, "LinkedIn"],
  [/TikTok|musical_ly|BytedanceWebview|trill/, "TikTok"],
  [/Twitter/, "X"],
  [/Snapchat/, "Snapchat"],
  [/Gmail/, "Gmail"],
  [/\bGSA\//, "Google"],
  // A view inside some other app: Android says so, an iPhone leaves out the browser's name.
  [/; wv\)/, ""],
  [/(iPhone|iPad|iPod)(?!.*Safari\/)/, ""],
];

const SYSTEMS: readonly (readonly [RegExp, CheckSystem])[] = [
  [/iPhone|iPad|iPod/, "ios"],
  [/Android/, "android"],
  [/CrOS/, "chromeos"],
  [/Windows/, "windows"],
  [/Macintosh/, "mac"],
  [/Linux|X11/, "linux"],
];

const BROWSERS: readonly (readonly [RegExp, CheckBrowser])[] = [
  [/SamsungBrowser\//, "samsung"],
  [/Edg(A|iOS)?\//, "edge"],
  [/FxiOS\/|Firefox\//, "firefox"],
  [/CriOS\/|Chrome\/|Chromium\//, "chrome"],
  [/Version\/.*Safari\//, "safari"],
];

export function placeOf(agent: string, touchPoints: number): Place {
  const first = <T>(table: readonly (readonly [RegExp, T])[]): T | undefined => table.find(([sign]) => sign.test(agent))?.[1];
  const app = first(APPS);
  const told = first(SYSTEMS) ?? "other";
  // An iPad says that it is a Mac; no Mac has a screen to touch.
  const system = told === "mac" && touchPoints > 1 ? "ios" : told;
  return app === undefined ? { browser: first(BROWSERS) ?? "other", system } : { browser: "in-app", system, app };
}

export function thisPlace(): Place {
  return placeOf(navigator.userAgent, navigator.maxTouchPoints);
}
