/** Which browser's settings to explain. Only for words: nothing else depends on it. */
export type BrowserName = "safari" | "firefox" | "chrome";

export function browserName(agent: string): BrowserName | undefined {
  if (/FxiOS|Firefox\//.test(agent)) return "firefox";
  if (/CriOS|Chrome\/|Chromium\/|Edg/.test(agent)) return "chrome";
  if (/Safari\//.test(agent)) return "safari";
  return undefined;
}
