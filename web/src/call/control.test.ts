import { describe, expect, it } from "vitest";
import { readControl } from "./control";

describe("readControl", () => {
  it("readsTheTwoMessagesWeKnow", () => {
    expect(readControl('{"t":"end","extra":1}')).toEqual({ t: "end" });
    expect(readControl('{"t":"media","microphone":true,"camera":false,"screen":false}')).toEqual({
      t: "media",
      microphone: true,
      camera: false,
      screen: false,
    });
  });

  it.each(["", "null", "[]", "{", '{"t":"admit"}', '{"t":"media","microphone":1,"camera":true,"screen":false}', "x".repeat(2_000)])(
    "ignores %s",
    (data) => {
      expect(readControl(data)).toBeUndefined();
    },
  );

  it("ignoresBinary", () => {
    expect(readControl(new ArrayBuffer(2))).toBeUndefined();
  });
});
