// A covered lens or a shutter that is closed gives noise below this; a dim room is well above.
const BLACK = 12;
const BLACK_AFTER_CHECKS = 3;

/** The mean brightness, 0 to 255, of pixels in the order red, green, blue, opacity. */
export function brightness(pixels: Uint8ClampedArray): number {
  let sum = 0;
  for (let i = 0; i + 2 < pixels.length; i += 4)
    sum += 0.2126 * (pixels[i] ?? 0) + 0.7152 * (pixels[i + 1] ?? 0) + 0.0722 * (pixels[i + 2] ?? 0);
  return pixels.length === 0 ? 0 : sum / (pixels.length / 4);
}

/** Decides from checks, about one a second, whether a camera shows only black. Pure. */
export class Darkness {
  #dark = 0;

  receive(level: number): boolean {
    this.#dark = level < BLACK ? this.#dark + 1 : 0;
    return this.#dark >= BLACK_AFTER_CHECKS;
  }
}
