import { describe, expect, it } from "vitest";
import { tuned } from "./opus";

const sdp = (...lines: readonly string[]) => ["v=0", "m=audio 9 UDP/TLS/RTP/SAVPF 111 63", ...lines, ""].join("\r\n");

describe("tuned", () => {
  it("asksForSpeechAndKeepsWhatWasThere", () => {
    const lines = tuned(sdp("a=rtpmap:111 opus/48000/2", "a=fmtp:111 minptime=10;useinbandfec=0", "a=rtpmap:63 red/48000/2")).split("\r\n");
    expect(lines).toContain("a=fmtp:111 minptime=10;useinbandfec=1;maxaveragebitrate=32000;usedtx=1;stereo=0");
    expect(lines).toHaveLength(6);
  });

  it("addsTheLineWhereThereIsNone", () => {
    expect(tuned(sdp("a=rtpmap:111 opus/48000/2", "a=mid:0"))).toContain(
      "a=rtpmap:111 opus/48000/2\r\na=fmtp:111 maxaveragebitrate=32000;usedtx=1;useinbandfec=1;stereo=0\r\na=mid:0",
    );
  });

  it("touchesNothingWithoutOpus", () => {
    const without = sdp("a=rtpmap:0 PCMU/8000");
    expect(tuned(without)).toBe(without);
  });
});
