// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import { RenewedView } from "./renewed-view";

describe("RenewedView", () => {
  it("answersNewsDuringALookByOneMore", async () => {
    const looks: (() => void)[] = [];
    const look = (element: HTMLElement) => new Promise<HTMLElement>((resolve) => looks.push(() => resolve(element)));
    const part = new RenewedView(document.createElement("div"), "/part", look);
    const done = part.renew();
    void part.renew();
    void part.renew();
    expect(looks).toHaveLength(1);
    looks[0]?.();
    await vi.waitFor(() => expect(looks).toHaveLength(2));
    looks[1]?.();
    await done;
    expect(looks).toHaveLength(2);
  });
});
