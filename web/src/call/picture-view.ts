const shown = new WeakMap<HTMLMediaElement, readonly MediaStreamTrack[]>();

/**
 * Shows tracks in an element; a stream is built only when they change, because a new one
 * makes the picture blink.
 */
export function showStream(element: HTMLMediaElement, tracks: readonly MediaStreamTrack[]): void {
  const before = shown.get(element) ?? [];
  if (before.length === tracks.length && tracks.every((track, index) => track === before[index])) return;
  shown.set(element, tracks);
  element.srcObject = tracks.length === 0 ? null : new MediaStream([...tracks]);
  if (tracks.length > 0) void element.play().catch(() => undefined);
}

/** Plays sound, or answers false when the browser holds it back until the person touches the page. */
export async function playSound(element: HTMLMediaElement): Promise<boolean> {
  try {
    await element.play();
    return true;
  } catch (error) {
    return !(error instanceof DOMException && error.name === "NotAllowedError");
  }
}

/** Calls back at the first picture that is on the screen from now on. Answers how to stop waiting. */
export function onFirstFrame(video: HTMLVideoElement, act: () => void): () => void {
  let waiting = true;
  const once = () => {
    if (!waiting) return;
    waiting = false;
    act();
  };
  if ("requestVideoFrameCallback" in video) video.requestVideoFrameCallback(once);
  // Firefox before 132 has no callback for frames; the time moves with the first of them.
  else (video as HTMLVideoElement).addEventListener("timeupdate", once, { once: true });
  return () => {
    waiting = false;
  };
}
