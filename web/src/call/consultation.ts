import { atTheDoor } from "../company/company";
import type { GuestsView } from "../company/guests-view";
import { People } from "../company/people";
import { MessagesSide } from "../conversation/messages-side";
import { thisIsAPhone } from "../devices/phone";
import { PreviewView } from "../devices/preview-view";
import { renderProblem } from "../devices/problem-view";
import { readCsrf } from "../page/csrf-view";
import { alarm, announce } from "../page/focus-view";
import { onPress } from "../page/press-view";
import { readWords } from "../page/words-view";
import type { PhotosView } from "../photo/photos-view";
import { type Arrival, Arrivals } from "../waiting-room/arrival";
import { ArrivalView, type RoadState } from "../waiting-room/arrival-view";
import { NeedsHelpView } from "../waiting-room/needs-help-view";
import { askToNotify, notify } from "../waiting-room/notification-view";
import { Reminder } from "../waiting-room/reminder";
import { Sounds } from "../waiting-room/sounds";
import { TalkView } from "../waiting-room/talk-view";
import { Call } from "./call";
import type { CallState } from "./call-state";
import { CallView } from "./call-view";
import { type ConsultationState, consultationScene, type Known } from "./consultation-scene";
import { KeysView } from "./keys-view";
import { RecordView } from "./record-view";
import { SideView } from "./side-view";
import type { Scene } from "./stage-view";
import { lineLost, noWayYet } from "./trouble";

const root = document.getElementById("consultation");
const stageElement = root?.querySelector<HTMLElement>("[data-stage]");
if (root && stageElement) start(root, stageElement);

/** The clinician's page of one consultation: before the call, in it, and out again. */
function start(root: HTMLElement, stageElement: HTMLElement): void {
  const words = readWords();
  const address = (name: string) => root.dataset[name] ?? "";
  const sounds = new Sounds();
  const arrivals = new Arrivals();
  const preview = document.querySelector<HTMLElement>("[data-preview]");
  const card = document.querySelector<HTMLElement>("[data-arrival]");
  let known: Known = { ending: false, wasLive: false, lineLostAt: undefined, now: Date.now() };
  let arrival: Arrival = { kind: "nobody", since: undefined };
  let scene: Scene = { shown: false, card: undefined, notice: undefined };
  let alarmed = false;
  let atDoor = 0;

  let guests: GuestsView | undefined;
  let photos: PhotosView | undefined;
  const people = new People(address("peopleUrl"), () => render(call.state));
  const talk = card ? new TalkView(card, `${address("pageUrl")}/talk`) : undefined;
  const call = new Call(
    {
      pass: { url: address("passUrl"), csrf: readCsrf() },
      signalUrl: address("signalUrl"),
      other: "patient",
      onNews: (topic) => {
        people.receiveNews(topic);
        guests?.receiveNews();
        messages.receiveNews(topic);
        if (topic === "photo") void photos?.receiveNews();
        if (topic === "record") void record?.receiveNews();
        void talk?.receiveNews(topic);
      },
      phone: thisIsAPhone(),
    },
    (state) => render(state),
  );
  const arrivalView = card ? new ArrivalView(card, words, () => void admit()) : undefined;
  const needsHelp = card
    ? new NeedsHelpView(card, words, {
        onShow: async (problem) => (call.state.other ? call.showCard(call.state.other.id, problem) : "participant_gone"),
      })
    : undefined;
  const previewView = new PreviewView(words, {
    onSilence: (silent) => call.receiveSilence(silent),
    onLevel: (level) => call.receiveLevel(level),
    onCameras: () => undefined,
    onChoose: (device, id) => void call.choose(device, id),
  });
  const recordBar = stageElement.querySelector<HTMLElement>("#wrong-patient");
  const record = recordBar ? new RecordView(recordBar, `${address("pageUrl")}/record-check`) : undefined;
  const view = new CallView(stageElement, words, people, () => call);
  const peopleSide = new SideView(stageElement, "people");
  const photosSide = new SideView(stageElement, "photos");
  const messages = new MessagesSide(stageElement);
  onPress({
    end: () => end(),
    phone: () => call.byPhone(true),
    video: () => call.byPhone(false),
    people: () => showPeople(),
    photos: () => showPhotos(),
    messages: () => messages.toggle(),
    "admit-guest": () => admitGuest(),
    "bring-back": () => {
      const patient = call.state.other;
      if (patient) void call.ask({ t: "hold", participant: patient.id, on: false });
    },
    "use-devices": () => call.useDevices("both"),
    "use-here": () => {
      call.useHere();
      void call.useDevices("both");
    },
  });
  new KeysView(stageElement, { m: () => call.toggleMute(), v: () => call.toggleCamera() });
  const reminder = new Reminder(() => {
    sounds.arrival();
    if (document.visibilityState !== "visible") notify(words("arrival.notification"));
  });
  askToNotify();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") reminder.stop();
  });
  setInterval(() => {
    render(call.state);
    arrivalView?.receiveTick(arrival, Date.now());
  }, 1_000);
  call.start();
  void call.useDevices("both");

  async function admit(): Promise<void> {
    const patient = call.state.other;
    if (patient) arrivalView?.renderRefusal(await call.admit(patient.id));
  }

  async function showPeople(): Promise<void> {
    peopleSide.toggle();
    if (guests || !peopleSide.panel) return;
    const { GuestsView } = await import("../company/guests-view");
    guests ??= new GuestsView(peopleSide.panel, words, () => call);
  }

  async function showPhotos(): Promise<void> {
    photosSide.toggle();
    if (photos || !photosSide.panel) return;
    const { PhotosView } = await import("../photo/photos-view");
    photos ??= new PhotosView(photosSide.panel, words);
  }

  /** Of several who wait, the one who came first. Whom the patient has not agreed to is looked at in the panel. */
  async function admitGuest(): Promise<void> {
    const guest = atTheDoor(call.state)[0];
    if (guest && (await call.admit(guest.participant.id)) !== "done" && !peopleSide.open) await showPeople();
  }

  async function end(): Promise<void> {
    known = { ...known, ending: true };
    render(call.state);
    await call.end();
    location.assign(address("pageUrl"));
  }

  function render(state: CallState): void {
    const now = Date.now();
    const reachable = state.line === "open";
    known = {
      ...known,
      now,
      wasLive: known.wasLive || state.room?.state === "live",
      lineLostAt: reachable ? undefined : (known.lineLostAt ?? now),
    };
    scene = consultationScene(state, known);
    const inCall = scene.shown;
    const before = arrival.kind;
    // A socket comes back within a blink as a rule; only what lasts is news.
    arrival = arrivals.receive(state.other, known.lineLostAt === undefined || now - known.lineLostAt < 3_000, new Date(now));
    arrivalView?.render(arrival, state.other, road(state, now), inCall);
    needsHelp?.render(state.other);
    if (arrival.kind === "waiting" && before !== "waiting" && before !== "unsure" && !inCall) {
      reminder.start(document.visibilityState === "visible");
      alarm(words("arrival.waiting"));
    }
    if (arrival.kind !== "waiting" || inCall) reminder.stop();
    if (preview) preview.hidden = inCall;
    previewView.render(state.own);
    renderDevices(state);
    renderDoor(state);
    guests?.render(state);
    view.render(state, scene, lineLost(known.lineLostAt, now));
    renderLoss(state, now);
    const shown = pageState(state, scene);
    if (root.dataset.state !== shown) root.dataset.state = shown;
    // Another window or another member of staff ended it: how it went is asked on the page.
    if (known.wasLive && !known.ending && (state.room?.state === "ended" || state.room?.state === "closed")) {
      known = { ...known, ending: true };
      location.assign(address("pageUrl"));
    }
  }

  function renderDevices({ own }: CallState): void {
    const { microphone, camera } = own.tracks;
    renderProblem(words, own.problem);
    for (const note of document.querySelectorAll<HTMLElement>("[data-problem]")) note.hidden = own.problem === undefined;
    for (const button of document.querySelectorAll<HTMLElement>("[data-unless-given]"))
      button.hidden = microphone !== null || own.devices === undefined;
    for (const button of document.querySelectorAll<HTMLElement>("[data-when-given]")) button.hidden = microphone === null;
    const heading = document.querySelector<HTMLElement>("[data-own-heading]");
    if (!heading || own.devices === undefined) return;
    const word = words(microphone ? (camera ? "own.works" : "own.sound") : camera ? "own.picture" : "own.listening");
    if (heading.textContent !== word) {
      heading.textContent = word;
      announce(word);
    }
  }

  function renderDoor(state: CallState): void {
    const waiting = atTheDoor(state);
    const first = waiting[0] && people.of(waiting[0].participant.id);
    people.need(
      waiting.map(({ participant }) => participant.id),
      Date.now(),
    );
    const who = first ? `${first.name} (${first.as})${waiting.length > 1 ? ` ${words("guests.more", waiting.length - 1)}` : ""}` : "";
    const text = words("guests.arrived", who);
    for (const part of stageElement.querySelectorAll<HTMLElement>("[data-at-the-door]"))
      if (part.textContent !== text) part.textContent = text;
    if (waiting.length > atDoor && scene.shown) sounds.arrival();
    atDoor = waiting.length;
  }

  function renderLoss({ troubledSince, meeting }: CallState, now: number): void {
    const lost = meeting && troubledSince !== undefined && now - troubledSince >= 10_000;
    if (lost && !alarmed) alarm(words("lost"));
    alarmed = lost;
  }
}

function pageState(state: CallState, scene: Scene): ConsultationState {
  if (typeof state.line === "object") return state.line.closed === "elsewhere" ? "elsewhere" : "over";
  if (state.room?.state === "ended" || state.room?.state === "closed") return "ended";
  if (!scene.shown) return "waiting";
  return state.other?.state === "left" ? "left" : "live";
}

function road(state: CallState, now: number): RoadState {
  if (state.connected) return "connected";
  if (state.armedAt === undefined) return "unknown";
  return noWayYet(state, now) ? "no-way" : "connecting";
}
