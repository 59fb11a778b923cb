/** A photo as it is sent: upright, and nothing in it but its pixels. */
export interface Still {
  readonly jpeg: Blob;
  readonly canvas: HTMLCanvasElement;
  readonly how: "TAKE_PHOTO" | "CANVAS" | "FILE";
}

interface StillCamera {
  takePhoto(): Promise<Blob>;
}
declare const ImageCapture: { new (track: MediaStreamTrack): StillCamera } | undefined;

const MOST_BYTES = 10 * 1024 * 1024;
const MOST_PIXELS = 40_000_000;
const QUALITIES = [0.92, 0.85, 0.7];
// A phone focuses and fires its light first.
const TAKE_PHOTO_MS = 6_000;
// More than any camera has: it gives the best it can.
const BEST: MediaTrackConstraints = { width: { ideal: 4_096 }, height: { ideal: 4_096 } };
const SETTLES_MS = 700;

/** Takes a photo with all the pixels the camera has: its own still, else one frame of its sharpest film. Nothing if there is no picture. */
export async function takeStill(track: MediaStreamTrack): Promise<Still | undefined> {
  return (await byCamera(track)) ?? (await byFrame(track));
}

/** A photo that the device's own camera program took. Nothing if the browser cannot read it. */
export function stillOf(file: Blob): Promise<Still | undefined> {
  return made(file, "FILE");
}

async function byCamera(track: MediaStreamTrack): Promise<Still | undefined> {
  if (typeof ImageCapture === "undefined") return undefined;
  try {
    const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error("late")), TAKE_PHOTO_MS));
    return await made(await Promise.race([new ImageCapture(track).takePhoto(), late]), "TAKE_PHOTO");
  } catch {
    // Some cameras say that they can and then cannot.
    return undefined;
  }
}

async function byFrame(track: MediaStreamTrack): Promise<Still | undefined> {
  const before = track.getConstraints();
  const film = document.createElement("video");
  try {
    await track.applyConstraints({ ...before, ...BEST }).catch(() => undefined);
    film.muted = true;
    film.playsInline = true;
    film.srcObject = new MediaStream([track]);
    await film.play();
    // The first frames after a change are still small, or unsharp.
    await new Promise((resolve) => setTimeout(resolve, SETTLES_MS));
    return film.videoWidth === 0 ? undefined : await drawn(film, film.videoWidth, film.videoHeight, "CANVAS");
  } catch {
    return undefined;
  } finally {
    film.srcObject = null;
    void track.applyConstraints(before).catch(() => undefined);
  }
}

async function made(blob: Blob, how: Still["how"]): Promise<Still | undefined> {
  let bitmap: ImageBitmap;
  try {
    // Where it was taken and which way up stands in the file; only the way up is used.
    bitmap = await createImageBitmap(blob, { imageOrientation: "from-image" });
  } catch {
    return undefined;
  }
  try {
    return await drawn(bitmap, bitmap.width, bitmap.height, how);
  } finally {
    bitmap.close();
  }
}

async function drawn(picture: CanvasImageSource, width: number, height: number, how: Still["how"]): Promise<Still | undefined> {
  const scale = shrink(width, height);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  for (const quality of QUALITIES) {
    const jpeg = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
    if (jpeg && jpeg.size <= MOST_BYTES) return { jpeg, canvas, how };
  }
  return undefined;
}

/** By how much a picture is made smaller so that it may be kept: not at all up to 40 megapixels. */
export function shrink(width: number, height: number): number {
  return Math.min(1, Math.sqrt(MOST_PIXELS / (width * height)));
}
