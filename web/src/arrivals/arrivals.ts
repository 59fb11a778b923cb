import { RenewedView } from "../page/renewed-view";
import { readWords } from "../page/words-view";
import { notify } from "../waiting-room/notification-view";
import { Reminder } from "../waiting-room/reminder";
import { Sounds } from "../waiting-room/sounds";
import { ArrivalsView } from "./arrivals-view";
import { BrowserWide, claim, release } from "./browser-wide";
import { Teller, type Told } from "./news";

/** Tells of arrivals on any staff page: words, count, title, sound, and the desktop where it may. */
export function tellArrivals(root: HTMLElement): void {
  const words = readWords(root, "template#arrived-words");
  const consultation = document.querySelector<HTMLElement>("#consultation");
  const teller = new Teller(consultation?.dataset.pageUrl);
  const view = new ArrivalsView(root, words, consultation === null);
  const sounds = new Sounds();
  const reminder = new Reminder(() => {
    sounds.arrival();
    if (document.visibilityState !== "visible") notify(words("notification"));
  });
  const parts = [...document.querySelectorAll<HTMLElement>("[data-arrivals-refresh]")].map(
    (part) => new RenewedView(part, part.dataset.arrivalsRefresh ?? location.href),
  );
  view.offerNotifications();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") reminder.stop();
  });
  new BrowserWide(root.dataset.url ?? "/arrivals", root.dataset.staff ?? "", {
    onNews: (news) => {
      const told = teller.receive(news);
      view.render(told);
      void ring(told);
      for (const part of parts) void part.renew();
    },
    onState: (state) => {
      view.renderState(state);
      if (state !== "open") reminder.stop();
    },
  });

  async function ring({ others, fresh, own, gone }: Told): Promise<void> {
    await release(gone);
    if (others.length === 0) reminder.stop();
    // The page of that patient rings by itself, and no other needs to when it is left.
    for (const key of own) await claim(key);
    let mine = false;
    for (const { key } of fresh) mine = (await claim(key)) || mine;
    // In a call one soft sound is enough, and nobody looks away from a patient.
    if (mine) reminder.start(document.visibilityState === "visible" || consultation?.dataset.state === "live");
  }
}
