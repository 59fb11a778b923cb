import { expect, it } from "vitest";
import { rememberChoice, rememberedChoice } from "./choice";

function shelf(content?: string) {
  let kept = content ?? null;
  return {
    getItem: () => kept,
    setItem: (_key: string, value: string) => {
      kept = value;
    },
  };
}

it("remembersEachDeviceOnItsOwn", () => {
  const it = shelf();
  rememberChoice(it, { camera: "c1" });
  rememberChoice(it, { microphone: "m1" });
  rememberChoice(it, { camera: "c2" });
  expect(rememberedChoice(it)).toEqual({ camera: "c2", microphone: "m1" });
});

it.each([undefined, "", "nonsense", '{"camera":7}', "null"])("startsAfreshFrom %s", (content) => {
  expect(rememberedChoice(shelf(content))).toEqual({});
});

it("doesWithoutStorage", () => {
  expect(rememberedChoice(undefined)).toEqual({});
  rememberChoice(
    {
      getItem: () => null,
      setItem: () => {
        throw new Error("full");
      },
    },
    { camera: "c" },
  );
});
