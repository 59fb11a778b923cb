// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { showPreview } from "./preview-view";
import { TemplateView } from "./template-view";

function page(typed: string): { readonly text: HTMLTextAreaElement; readonly press: () => void; readonly line: () => string } {
  document.body.innerHTML = `<form>
    <div data-templates data-href="/patients/1/messages/templates" data-failed="It did not come" data-choose="Choose one" data-used="“{0}” is in it">
      <select><option value="">Choose</option><option value="7">Photo please</option></select>
      <button data-templates-use>Use template</button><p data-templates-line></p>
    </div>
    <textarea></textarea>
    <input type="radio" name="messageKind" value="REPLY_REQUIRED" checked><input type="radio" name="messageKind" value="REPLY_NOT_REQUIRED">
  </form>`;
  const text = document.querySelector("textarea") as HTMLTextAreaElement;
  text.value = typed;
  TemplateView.within(document);
  return {
    text,
    press: () => document.querySelector("button")?.click(),
    line: () => document.querySelector("[data-templates-line]")?.textContent ?? "",
  };
}

function answers(answer: () => Promise<Response>): ReturnType<typeof vi.fn> {
  const fetched = vi.fn(answer);
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

function choose(): void {
  (document.querySelector("select") as HTMLSelectElement).value = "7";
}

const filled = async () => new Response(JSON.stringify({ text: "Dear Rosa", kind: "REPLY_NOT_REQUIRED" }));

describe("TemplateView", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("addsBelowWhatWasTypedAndTellsWhoKeepsDrafts", async () => {
    const { text, press, line } = page("Hello\n");
    const fetched = answers(filled);
    const kept = vi.fn();
    document.addEventListener("input", kept, { once: true });
    choose();
    press();
    await vi.waitFor(() => expect(text.value).toBe("Hello\n\nDear Rosa"));
    expect(fetched).toHaveBeenCalledWith("/patients/1/messages/templates/7", expect.anything());
    expect(kept).toHaveBeenCalledTimes(1);
    expect(document.querySelector<HTMLInputElement>("input:checked")?.value).toBe("REPLY_NOT_REQUIRED");
    expect(document.activeElement).toBe(text);
    expect(line()).toBe("“Photo please” is in it");
  });

  it("beginsWithItWhereNothingWasTyped", async () => {
    const { text, press } = page("  ");
    answers(filled);
    choose();
    press();
    await vi.waitFor(() => expect(text.value).toBe("Dear Rosa"));
  });

  it("keepsWhatIsTypedWhileTheAnswerIsOnItsWay", async () => {
    const { text, press } = page("Hel");
    let answer: (response: Response) => void = () => {};
    answers(() => new Promise((resolve) => (answer = resolve)));
    choose();
    press();
    text.value = "Hello";
    answer(await filled());
    await vi.waitFor(() => expect(text.value).toBe("Hello\n\nDear Rosa"));
  });

  it("saysWhatIsWrongAndTouchesNothing", async () => {
    const { text, press, line } = page("Hello");
    const fetched = answers(async () => new Response("", { status: 404 }));
    press();
    expect(line()).toBe("Choose one");
    expect(fetched).not.toHaveBeenCalled();
    choose();
    press();
    await vi.waitFor(() => expect(line()).toBe("It did not come"));
    expect(text.value).toBe("Hello");
  });
});

describe("showPreview", () => {
  it("fillsInWhatIsKnownAsItIsTyped", () => {
    document.body.innerHTML = `<dl><div data-placeholder="{first name}" data-example="Ro{surgery}sa"></div><div data-placeholder="{surgery}" data-example="Riverside"></div></dl>
      <textarea id="text"></textarea><section data-text-preview="text"><p data-preview-text></p></section><button data-preview-show></button>`;
    const text = document.querySelector("textarea") as HTMLTextAreaElement;
    showPreview(document);
    expect(document.querySelector("button")).toBeNull();
    text.value = "Dear {first name} {surname} of {surgery}";
    text.dispatchEvent(new Event("input"));
    expect(document.querySelector("p")?.textContent).toBe("Dear Ro{surgery}sa {surname} of Riverside");
  });
});
