/** Whether this is a telephone or tablet: it gets hot, has cameras on both sides, and shows one thing at a time. */
export function isPhone(agent: string, touchPoints: number): boolean {
  // An iPad says that it is a Mac; no Mac has a screen to touch.
  return /Android|iPhone|iPad|iPod|Mobile/.test(agent) || (/Macintosh/.test(agent) && touchPoints > 1);
}

export function thisIsAPhone(): boolean {
  return isPhone(navigator.userAgent, navigator.maxTouchPoints);
}
