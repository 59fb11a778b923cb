import { describe, expect, it } from "vitest";
import { readControl } from "./control";

describe("readControl", () => {
  it("readsTheMessagesWeKnow", () => {
    expect(readControl('{"t":"end","extra":1}')).toEqual({ t: "end" });
    expect(readControl('{"t":"media","microphone":true,"camera":false,"screen":false}')).toEqual({
      t: "media",
      microphone: true,
      camera: false,
      screen: false,
    });
  });

  it.each([
    { t: "picture", size: "paused", facing: "environment" },
    { t: "network", bars: 3 },
    { t: "view", shown: false },
    { t: "ask", what: "sound" },
  ])("reads %o and nothing beside it", (message) => {
    expect(readControl(JSON.stringify({ ...message, extra: 1 }))).toEqual(message);
  });

  it.each([
    { t: "picture", size: "huge", facing: "user" },
    { t: "picture", size: "full" },
    { t: "network", bars: 2 },
    { t: "view", shown: "no" },
    { t: "ask", what: "password" },
  ])("ignores %o", (message) => {
    expect(readControl(JSON.stringify(message))).toBeUndefined();
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
