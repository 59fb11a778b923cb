// @vitest-environment happy-dom
import { beforeEach, expect, it } from "vitest";
import { showPreview } from "./preview-view";

function page(): { text: HTMLTextAreaElement; shown: () => string | null; length: () => string | null; tooMuch: () => boolean } {
  document.body.innerHTML = `<textarea id="words">Hello {link}</textarea>
    <div data-placeholder="{link}" data-example="https://a.example"></div>
    <section data-text-preview="words"><p data-preview-text></p><p><span data-preview-length="30"></span></p></section>
    <button data-preview-show></button>`;
  showPreview(document);
  const text = document.querySelector("textarea") as HTMLTextAreaElement;
  const count = document.querySelector("[data-preview-length]") as HTMLElement;
  return {
    text,
    shown: () => (document.querySelector("[data-preview-text]") as HTMLElement).textContent,
    length: () => count.textContent,
    tooMuch: () => count.parentElement?.classList.contains("a-too-much") ?? false,
  };
}

function type(text: HTMLTextAreaElement, value: string): void {
  text.value = value;
  text.dispatchEvent(new Event("input"));
}

beforeEach(() => {
  document.body.innerHTML = "";
});

it("fills placeholders in while somebody types, and needs no button for it", () => {
  const { text, shown } = page();
  expect(shown()).toBe("Hello https://a.example");
  type(text, "{link} {who}");
  expect(shown()).toBe("https://a.example {who}");
  expect(document.querySelector("[data-preview-show]")).toBeNull();
});

it("counts what a text message takes, brackets and euro signs twice, and says when it is too much", () => {
  const { text, length, tooMuch } = page();
  expect(length()).toBe("23");
  expect(tooMuch()).toBe(false);
  type(text, "{link} €[]");
  expect(length()).toBe("24");
  type(text, `{link} ${"x".repeat(20)}`);
  expect(length()).toBe("38");
  expect(tooMuch()).toBe(true);
});
