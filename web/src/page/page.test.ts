// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pasteWholeDates } from "./date-view";
import { submitOnce, toggleFields } from "./form-view";
import { fill, readWords } from "./words-view";

const element = <E extends HTMLElement>(selector: string): E => {
  const found = document.querySelector<E>(selector);
  if (!found) throw new Error(selector);
  return found;
};

describe("a form", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    document.body.innerHTML =
      '<form><input type="checkbox" id="box" data-toggles="number"><div id="number"></div><div data-toggled-by="box" id="hint"></div>' +
      '<input autocomplete="bday-day"><input autocomplete="bday-month"><input autocomplete="bday-year"><button>Send</button></form>';
  });
  afterEach(() => vi.useRealTimers());

  it("isSentOnceForTwoPresses", () => {
    submitOnce();
    const send = () => element("form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
    expect([send(), send()]).toEqual([true, false]);
    vi.advanceTimersByTime(8_000);
    expect(send()).toBe(true);
  });

  it("showsTheNumberFieldOnlyWhenItsBoxIsTicked", () => {
    toggleFields();
    const box = element<HTMLInputElement>("#box");
    expect([element("#number").hidden, element("#hint").hidden]).toEqual([true, true]);
    box.checked = true;
    box.dispatchEvent(new Event("change"));
    expect([element("#number").hidden, element("#hint").hidden]).toEqual([false, false]);
    expect(box.getAttribute("aria-expanded")).toBe("true");
  });

  it("takesAWholeDateInOnePaste", () => {
    pasteWholeDates();
    const day = element<HTMLInputElement>('[autocomplete="bday-day"]');
    const paste = Object.assign(new Event("paste", { bubbles: true, cancelable: true }), {
      clipboardData: { getData: () => "14 March 1957" },
    });
    day.dispatchEvent(paste);
    expect([...document.querySelectorAll<HTMLInputElement>('[autocomplete^="bday-"]')].map(({ value }) => value)).toEqual([
      "14",
      "March",
      "1957",
    ]);
    expect(paste.defaultPrevented).toBe(true);
  });
});

describe("words", () => {
  it("comeFromThePage", () => {
    document.body.innerHTML = '<template id="words"><span data-word="since">Here since {0}, {1} minutes</span></template>';
    const words = readWords();
    expect(words("since", "10:26", 2)).toBe("Here since 10:26, 2 minutes");
    expect(words("unknown")).toBe("");
  });

  it("keepAPlaceThatNobodyFills", () => {
    expect(fill("{0} and {1}", ["one"])).toBe("one and {1}");
  });
});
