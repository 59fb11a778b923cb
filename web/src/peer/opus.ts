// Speech is clear at 24 to 32 kbit/s; more would only compete with the picture on a narrow line.
const SPEECH_BITS_PER_SECOND = 32_000;
const WANTED: Readonly<Record<string, string>> = {
  maxaveragebitrate: String(SPEECH_BITS_PER_SECOND),
  // Nothing is sent while nobody speaks.
  usedtx: "1",
  useinbandfec: "1",
  stereo: "0",
};

/**
 * The other side's description with the wishes for its sound that no browser lets a page say otherwise: they bind what this side sends (RFC 7587
 * section 6.1). Nothing else of it is touched.
 */
export function tuned(sdp: string): string {
  const payload = /^a=rtpmap:(\d+) opus\/48000/im.exec(sdp)?.[1];
  if (payload === undefined) return sdp;
  const line = new RegExp(`^a=fmtp:${payload} (.*?)(\\r?)$`, "m");
  if (!line.test(sdp))
    return sdp.replace(new RegExp(`^(a=rtpmap:${payload} .*?)(\\r?)$`, "m"), `$1$2\na=fmtp:${payload} ${written(WANTED)}$2`);
  return sdp.replace(line, (_, known: string, end: string) => `a=fmtp:${payload} ${written({ ...read(known), ...WANTED })}${end}`);
}

function read(parameters: string): Record<string, string> {
  return Object.fromEntries(
    parameters.split(";").map((parameter) => {
      const [name = "", ...value] = parameter.trim().split("=");
      return [name, value.join("=")];
    }),
  );
}

function written(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}=${value}`)
    .join(";");
}
