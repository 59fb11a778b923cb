// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import { Drafts } from "./draft-view";

function form(): { readonly drafts: Drafts; readonly sent: string[]; readonly answer: () => void; readonly text: HTMLTextAreaElement } {
  const sent: string[] = [];
  const answers: (() => void)[] = [];
  const drafts = new Drafts((url, text) => {
    sent.push(`${url} ${text}`);
    return new Promise((resolve) => answers.push(resolve));
  });
  const element = document.createElement("form");
  element.dataset.draft = "/draft";
  const text = document.createElement("textarea");
  element.append(text);
  document.body.replaceChildren(element);
  drafts.listen(document);
  return { drafts, sent, answer: () => answers.shift()?.(), text };
}

function type(into: HTMLTextAreaElement, text: string): void {
  into.value = text;
  into.dispatchEvent(new Event("input", { bubbles: true }));
}

describe("Drafts", () => {
  it("sendsOneAfterTheOtherAndTheLastOneLast", async () => {
    const { sent, answer, text } = form();
    type(text, "H");
    type(text, "He");
    type(text, "Hel");
    expect(sent).toEqual(["/draft H"]);
    answer();
    await vi.waitFor(() => expect(sent).toEqual(["/draft H", "/draft Hel"]));
    answer();
  });

  it("keepsNothingOfAFormThatIsBeingSent", async () => {
    const { sent, answer, text } = form();
    type(text, "H");
    type(text, "He");
    text.form?.dispatchEvent(new Event("submit", { bubbles: true }));
    answer();
    await Promise.resolve();
    expect(sent).toEqual(["/draft H"]);
  });

  it("leavesOtherFieldsAlone", () => {
    const { sent, text } = form();
    delete text.form?.dataset.draft;
    type(text, "H");
    expect(sent).toEqual([]);
  });
});
