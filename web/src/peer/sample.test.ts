import { describe, expect, it } from "vitest";
import { flow } from "./flow";
import { readSample, type Sample } from "./sample";

const chromium = (packets: number, lost: number, energy: number): [string, unknown][] => [
  ["T", { type: "transport", selectedCandidatePairId: "P" }],
  [
    "P",
    {
      type: "candidate-pair",
      localCandidateId: "L",
      remoteCandidateId: "R",
      currentRoundTripTime: 0.05,
      availableOutgoingBitrate: 640_000,
    },
  ],
  ["L", { type: "local-candidate", candidateType: "relay", protocol: "udp", relayProtocol: "tls" }],
  ["R", { type: "remote-candidate", candidateType: "prflx" }],
  ["IA", { type: "inbound-rtp", kind: "audio", packetsReceived: packets, packetsLost: lost, jitter: 0.01, totalAudioEnergy: energy }],
  ["IV", { type: "inbound-rtp", kind: "video", packetsReceived: 10, packetsLost: 0, framesDecoded: 30 }],
  ["OA", { type: "outbound-rtp", kind: "audio", packetsSent: 50 }],
  ["OV", { type: "outbound-rtp", kind: "video", packetsSent: 90, codecId: "C", qualityLimitationReason: "cpu" }],
  ["RA", { type: "remote-inbound-rtp", kind: "audio", fractionLost: 0.1, roundTripTime: 0.06 }],
  ["C", { type: "codec", mimeType: "video/VP9" }],
];

describe("readSample", () => {
  it("readsWhatChromiumTells", () => {
    const sample = readSample(chromium(100, 5, 0.5), 7);
    expect(sample).toMatchObject({ path: "relay", transport: "tls", codec: "VP9", roundTripMs: 50, availableKbps: 640 });
    expect(sample.soundIn).toEqual({ packets: 100, lost: 5, jitterMs: 10, frames: 0, energy: 0.5 });
    expect(sample.soundOut).toEqual({ packets: 50, lostShare: 0.1, limitedBy: undefined });
  });

  it("findsFirefoxsPairAndLivesWithoutTheRest", () => {
    const sample = readSample(
      [
        ["p", { type: "candidate-pair", selected: true, state: "succeeded", localCandidateId: "l", remoteCandidateId: "r" }],
        ["l", { type: "local-candidate", candidateType: "host", protocol: "udp" }],
        ["r", { type: "remote-candidate", candidateType: "host" }],
      ],
      0,
    );
    expect(sample).toMatchObject({ path: "direct", transport: "udp", availableKbps: undefined, soundIn: undefined });
  });
});

describe("flow", () => {
  it("isTheDifferenceOfTwoSamples", () => {
    const now = flow(readSample(chromium(100, 5, 0.5), 0), readSample(chromium(190, 15, 0.75), 2_000));
    expect(now).toMatchObject({ seconds: 2, soundInPackets: 90, inLoss: 0.1, outLoss: 0.1, soundInEnergy: 0.25, limitedBy: "processor" });
  });

  it("beginsAnewWithANewConnection", () => {
    expect(flow(readSample(chromium(500, 50, 9), 0), readSample(chromium(40, 0, 1), 2_000))).toMatchObject({
      soundInPackets: 40,
      inLoss: 0,
    });
  });

  it("takesNoLossFromAHandfulOfPackets", () => {
    const nothing: Sample = readSample([], 0);
    expect(flow(nothing, readSample(chromium(4, 2, 0), 2_000)).inLoss).toBe(0);
  });
});
