import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { judgeFromClient, judgeFromServer } from "./rules";

interface Example {
  readonly from: "client" | "server";
  readonly kind?: "shape" | "authority";
  readonly message?: unknown;
  readonly frame?: string;
  readonly answer?: { readonly close?: number; readonly error?: string };
}

const folder = new URL("../../../protocol/", import.meta.url);
const read = (kind: string): [string, Example][] =>
  readdirSync(new URL(`${kind}/`, folder)).map((file) => [file, JSON.parse(readFileSync(new URL(`${kind}/${file}`, folder), "utf8"))]);
const judge = (example: Example) => (example.from === "client" ? judgeFromClient : judgeFromServer)(example.message);

describe("messages of the protocol", () => {
  it.each(read("valid"))("accepts %s", (_file, example) => {
    expect(judge(example)).toBe("sound");
  });

  it.each(read("invalid").filter(([, example]) => example.kind === "shape" && example.frame === undefined))(
    "refuses %s",
    (_file, example) => {
      expect(example.answer).toEqual({ close: 4400 });
      expect(judge(example)).not.toBe("sound");
    },
  );

  it.each(read("invalid").filter(([, example]) => example.frame !== undefined))("is not even JSON: %s", (_file, example) => {
    let parsed: unknown;
    try {
      parsed = JSON.parse(example.frame ?? "");
    } catch {
      parsed = undefined;
    }
    expect(judgeFromClient(parsed)).toBe("broken");
  });

  it.each(read("invalid").filter(([, example]) => example.kind === "authority"))(
    "is sound in shape, refused for who says it: %s",
    (_file, example) => {
      expect(judge(example)).toBe("sound");
      expect(example.answer).toEqual({ error: "not_allowed" });
    },
  );

  it("ignores kinds a later service may send", () => {
    expect(judgeFromServer({ t: "weather", s: 3 })).toBe("unknown");
    expect(judgeFromServer({ t: "toString" })).toBe("unknown");
  });
});
