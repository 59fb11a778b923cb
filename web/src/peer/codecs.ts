// A telephone encodes H.264 in hardware and gets hot with anything else; a computer gives more picture for a bit with VP9. VP8 is everywhere.
export const ON_A_PHONE = ["h264", "vp8", "vp9"];
const ON_A_COMPUTER = ["vp9", "vp8", "h264"];

/** What is needed of a codec to choose it. */
export type Codec = Pick<RTCRtpCodec, "mimeType" | "sdpFmtpLine">;

/**
 * The codecs of a browser in the order we prefer: whatever else it lists comes after them, because repair (RTX, FEC) rides on those lines. AV1 goes last:
 * it shows black on some browsers. Pure.
 */
export function pictureOrder<C extends Codec>(codecs: readonly C[], phone: boolean): C[] {
  const wanted = phone ? ON_A_PHONE : ON_A_COMPUTER;
  const rank = (codec: C) => {
    const at = wanted.indexOf(codec.mimeType.toLowerCase().replace("video/", ""));
    if (at < 0) return /av1/i.test(codec.mimeType) ? wanted.length + 1 : wanted.length;
    // Constrained baseline, packets of any size, is what every decoder takes; profile 0 is the one VP9 that all have.
    const common = /42e01f.*packetization-mode=1|packetization-mode=1.*42e01f|profile-id=0|^$/i.test(codec.sdpFmtpLine ?? "");
    return at + (common ? 0 : 0.5);
  };
  return stable(codecs, rank);
}

/** Redundant sound first, where the browser has it: a packet that is lost comes again inside the next one. Pure. */
export function soundOrder<C extends Codec>(codecs: readonly C[]): C[] {
  const rank = (codec: C) => ["audio/red", "audio/opus"].indexOf(codec.mimeType.toLowerCase()) >>> 0;
  return stable(codecs, rank);
}

function stable<C>(list: readonly C[], rank: (one: C) => number): C[] {
  return [...list].sort((one, another) => rank(one) - rank(another));
}
