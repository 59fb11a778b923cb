import { describe, expect, it } from "vitest";
import { pictureOrder, soundOrder } from "./codecs";

const codec = (mimeType: string, sdpFmtpLine?: string) => ({ mimeType, ...(sdpFmtpLine && { sdpFmtpLine }) });
const VP8 = codec("video/VP8");
const RTX = codec("video/rtx");
const VP9_2 = codec("video/VP9", "profile-id=2");
const VP9 = codec("video/VP9", "profile-id=0");
const HIGH = codec("video/H264", "level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=64001f");
const BASE = codec("video/H264", "level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f");
const AV1 = codec("video/AV1");
const ALL = [AV1, VP8, RTX, VP9_2, VP9, HIGH, BASE];

describe("pictureOrder", () => {
  it("prefersWhatATelephoneEncodesInHardware", () => {
    expect(pictureOrder(ALL, true)).toEqual([BASE, HIGH, VP8, VP9, VP9_2, RTX, AV1]);
  });

  it("prefersMorePictureForABitOnAComputer", () => {
    expect(pictureOrder(ALL, false)).toEqual([VP9, VP9_2, VP8, BASE, HIGH, RTX, AV1]);
  });

  it("keepsWhatThereIsWhereH264IsMissing", () => {
    expect(pictureOrder([VP8, RTX, VP9], true)).toEqual([VP8, VP9, RTX]);
  });
});

it("putsRedundantSoundFirst", () => {
  const [opus, red, noise] = [codec("audio/opus"), codec("audio/red"), codec("audio/CN")];
  expect(soundOrder([opus, noise, red])).toEqual([red, opus, noise]);
  expect(soundOrder([noise, opus])).toEqual([opus, noise]);
});
