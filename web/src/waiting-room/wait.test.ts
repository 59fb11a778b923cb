// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { offersChoices, standing, type Wait } from "./wait";
import { WaitView } from "./wait-view";

const late: Wait = { state: "late", before: 2, minutes: 15, choices: { by: "sms", ending: "123", chosen: null } };

describe("the wait", () => {
  it("isNotLeftStandingWhenItIsOld", () => {
    expect(standing(late, 0, 74_999)).toBe(late);
    expect(standing(late, 0, 75_000)).toBeUndefined();
    expect(standing(undefined, 0, 0)).toBeUndefined();
  });

  it("offersSomethingElseWhenItIsLongOrWasChosen", () => {
    expect(offersChoices(late)).toBe(true);
    expect(offersChoices({ ...late, state: "with-another" })).toBe(false);
    expect(offersChoices({ ...late, state: "here", choices: { ...late.choices, chosen: "text" } })).toBe(true);
    expect(offersChoices({ ...late, state: "here", choices: { ...late.choices, chosen: "keep" } })).toBe(false);
  });
});

describe("what is shown of it", () => {
  const one = <E extends HTMLElement>(selector: string): E => {
    const found = document.querySelector<E>(selector);
    if (!found) throw new Error(selector);
    return found;
  };

  beforeEach(() => {
    document.body.innerHTML =
      '<p data-status></p><div id="visit"><div data-patience="late"><b data-wait-minutes data-none="" data-one="About 1 minute more" data-many="About {0} minutes more"></b>' +
      '<p data-wait-before data-none="You are next." data-one="1 person" data-many="{0} people"></p></div>' +
      '<form data-wait-choices hidden><label data-wait-option="keep"><input type="radio" name="wish" value="keep"></label>' +
      '<label data-wait-option="text"><input type="radio" name="wish" value="text"><small data-wait-ending="ending {0}"></small></label>' +
      '<label data-wait-option="email"><input type="radio" name="wish" value="text"></label>' +
      '<label data-wait-option="ring"><input type="radio" name="wish" value="ring"></label>' +
      '<p data-wait-saved="text" hidden>By text</p><p data-wait-saved="email" hidden>By email</p><p data-wait-saved="failed" hidden>Again</p></form></div>';
  });

  it("saysHowLongAndWhoIsBefore", () => {
    new WaitView(one("#visit"), vi.fn()).render(late);
    expect(one("[data-wait-minutes]").textContent).toBe("About 15 minutes more");
    expect(one("[data-wait-before]").textContent).toBe("2 people");
    expect(one("[data-wait-ending]").textContent).toBe("ending 123");
    expect(one("form").hidden).toBe(false);
  });

  it("announcesEachChangeOnce", () => {
    const view = new WaitView(one("#visit"), vi.fn());
    view.render(late);
    expect(one("[data-status]").textContent).toBe("");
    view.render({ ...late, before: 0, minutes: 6 });
    expect(one("[data-status]").textContent).toBe("About 6 minutes more. You are next.");
  });

  it("offersOnlyWhatReachesThePatient", () => {
    new WaitView(one("#visit"), vi.fn()).render({ ...late, choices: { by: "email", ending: null, chosen: null } });
    expect(one('[data-wait-option="text"]').hidden).toBe(true);
    expect(one('[data-wait-option="email"]').hidden).toBe(false);
    expect(one('[data-wait-option="ring"]').hidden).toBe(true);
    expect(one<HTMLInputElement>('[data-wait-option="keep"] input').checked).toBe(true);
  });

  it("saysThatTheChoiceIsKeptOrThatItIsNot", async () => {
    const wish = vi.fn().mockResolvedValueOnce(true).mockResolvedValueOnce(false);
    new WaitView(one("#visit"), wish).render(late);
    one<HTMLInputElement>('[data-wait-option="text"] input').checked = true;
    const submit = () => one("form").dispatchEvent(new Event("submit", { cancelable: true }));
    submit();
    await vi.waitFor(() => expect(one('[data-wait-saved="text"]').hidden).toBe(false));
    expect(wish).toHaveBeenCalledWith("text");
    submit();
    await vi.waitFor(() => expect(one('[data-wait-saved="failed"]').hidden).toBe(false));
    expect(one('[data-wait-saved="text"]').hidden).toBe(true);
  });
});
