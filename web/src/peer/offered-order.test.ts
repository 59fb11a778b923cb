import { expect, it } from "vitest";
import { inOrder } from "./offered-order";

const OFFER = [
  "v=0",
  "m=audio 9 UDP/TLS/RTP/SAVPF 63 111",
  "a=rtpmap:63 red/48000/2",
  "m=video 9 UDP/TLS/RTP/SAVPF 98 99 96 103 104",
  "a=rtpmap:98 VP9/90000",
  "a=rtpmap:99 rtx/90000",
  "a=rtpmap:96 VP8/90000",
  "a=rtpmap:103 H264/90000",
  "a=rtpmap:104 rtx/90000",
  "m=application 9 UDP/DTLS/SCTP webrtc-datachannel",
  "",
].join("\r\n");

it("putsTheNamedCodecsFirstAndKeepsTheRest", () => {
  const lines = inOrder(OFFER, ["h264", "vp8", "vp9"]).split("\r\n");
  expect(lines[3]).toBe("m=video 9 UDP/TLS/RTP/SAVPF 103 96 98 99 104");
  expect(lines.filter((_, at) => at !== 3)).toEqual(OFFER.split("\r\n").filter((_, at) => at !== 3));
});

it("changesNothingWhereNothingIsNamed", () => {
  expect(inOrder(OFFER, [])).toBe(OFFER);
});
