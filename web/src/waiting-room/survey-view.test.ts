// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { showSurvey } from "./survey-view";

let served: { rating: string | null; trouble: string | null } | undefined;
let sent: string[];
let works = true;

const root = () => document.getElementById("visit") as HTMLElement;
const find = (selector: string) => root().querySelector<HTMLElement>(selector) as HTMLElement;
const press = (value: string) => find(`button[value="${value}"]`).click();
const pressed = () => [...root().querySelectorAll<HTMLButtonElement>('button[aria-pressed="true"]')].map((one) => one.value);
const says = () => [...root().querySelectorAll<HTMLElement>("[data-survey-says]:not([hidden])")].map((one) => one.dataset.surveySays);

beforeEach(() => {
  served = { rating: null, trouble: null };
  sent = [];
  works = true;
  document.body.innerHTML =
    '<div id="visit" data-survey-url="/visit/survey"><section data-section="left"><div data-survey-place></div></section>' +
    '<section data-section="ended" hidden><div data-survey-place><section data-survey hidden><form><button name="rating" value="good"></button>' +
    '<button name="rating" value="bad"></button></form><p data-survey-says="saved" hidden></p><p data-survey-says="failed" hidden></p>' +
    '<form data-survey-trouble hidden><button name="trouble" value="sound"></button></form></section></div></section></div>';
  vi.stubGlobal("fetch", async (_: string, how: { method?: string; body?: URLSearchParams }) => {
    if (how.method !== "POST") return served ? { status: 200, json: async () => served } : { status: 204 };
    if (!works) throw new TypeError("away");
    sent.push(String(how.body));
    return { type: "opaqueredirect" };
  });
});
afterEach(() => vi.unstubAllGlobals());

describe("the question after the call", () => {
  it("isAskedInTheSectionThatIsShownAndNotOfWhoWasNotLetIn", async () => {
    served = undefined;
    await showSurvey(root());
    expect(find("[data-survey]").hidden).toBe(true);
    served = { rating: null, trouble: null };
    await showSurvey(root());
    expect(find("[data-section=left] [data-survey]").hidden).toBe(false);
    expect([find("[data-survey-trouble]").hidden, pressed(), says()]).toEqual([true, [], []]);
  });

  it("asksWhatTheTroubleWasAfterAnAnswerThatIsNotGoodAndSendsBothWords", async () => {
    await showSurvey(root());
    press("bad");
    await vi.waitFor(() => expect(pressed()).toEqual(["bad"]));
    expect([find("[data-survey-trouble]").hidden, says()]).toEqual([false, ["saved"]]);
    press("sound");
    await vi.waitFor(() => expect(pressed()).toEqual(["bad", "sound"]));
    press("good");
    await vi.waitFor(() => expect(pressed()).toEqual(["good"]));
    expect(find("[data-survey-trouble]").hidden).toBe(true);
    expect(sent).toEqual(["rating=bad", "rating=bad&trouble=sound", "rating=good"]);
  });

  it("saysThatAnAnswerWasNotKeptAndShowsTheOneThatWas", async () => {
    served = { rating: "good", trouble: null };
    await showSurvey(root());
    works = false;
    press("bad");
    await vi.waitFor(() => expect(says()).toEqual(["failed"]));
    expect(pressed()).toEqual(["good"]);
  });
});
