import { Call } from "../call/call";
import type { CallState } from "../call/call-state";
import { CallView } from "../call/call-view";
import { lineLost, noWayYet } from "../call/trouble";
import { People } from "../company/people";
import { QuestionsView } from "../company/questions-view";
import { MessagesSide } from "../conversation/messages-side";
import { browserDevices, type Wish } from "../devices/capture";
import { thisIsAPhone } from "../devices/phone";
import { PreviewView } from "../devices/preview-view";
import { renderProblem } from "../devices/problem-view";
import { readCsrf } from "../page/csrf-view";
import { alarm } from "../page/focus-view";
import { onPress } from "../page/press-view";
import { readWords } from "../page/words-view";
import { PhotoBell } from "../photo/photo-bell";
import { patienceLine, stillConfirmed } from "./patience";
import { Sounds } from "./sounds";
import { type VisitState, visitScene } from "./visit-scene";
import { VisitView } from "./visit-view";
import type { WaitDesk } from "./wait-desk";

const root = document.getElementById("visit");
const stageElement = root?.querySelector<HTMLElement>("[data-stage]");
if (root && stageElement) start(root, stageElement);

// Whoever pressed End and loads the page again wants to read that the place is kept, not to be seen.
const LEFT = "anteroom:left";
const RELOADED = "anteroom:reloaded";
const RELOAD_AT_MOST_EVERY_MS = 60_000;

/** The patient's page: the waiting room, the call, and what comes after it. Opening it is checking in. */
function start(root: HTMLElement, stageElement: HTMLElement): void {
  const words = readWords();
  const sounds = new Sounds();
  let left = remembered(LEFT) !== null;
  let shown: VisitState | undefined;
  let lineLostAt: number | undefined;
  let met = false;
  // A call can be reopened long after its end, when nobody expects to be seen: then it waits for a press.
  let recalled = false;
  let alarmed = false;
  let wish: Wish | undefined;
  let asked = false;
  const people = new People(root.dataset.peopleUrl ?? "", () => render(call.state));
  const photos = new PhotoBell(root, words, () => call);
  const messages = new MessagesSide(stageElement);
  const questions = new QuestionsView(root, root.dataset.questionsUrl ?? "");
  let waitDesk: WaitDesk | undefined;
  let call = newCall();
  if (root.dataset.waitUrl)
    void import("./wait-desk").then(({ WaitDesk }) => {
      waitDesk = new WaitDesk(root, () => render(call.state));
    });

  // Not needed for being seen and heard, so it comes after what is.
  let guide: import("../check/guide").Guide | undefined;
  void import("../check/guide").then(({ Guide }) => {
    guide = new Guide(root, words, sounds, () => call);
  });

  const view = new VisitView(root, words, { onDevices: (chosen) => use(chosen), onBack: () => (recalled ? goOn() : comeBack()) });
  const preview = new PreviewView(words, {
    onSilence: (silent) => call.receiveSilence(silent),
    onLevel: (level) => {
      call.receiveLevel(level);
      guide?.receiveLevel(level);
    },
    onDark: (dark) => guide?.receiveDark(dark),
    onCameras: (several) => {
      for (const part of root.querySelectorAll<HTMLElement>("[data-several-cameras]")) part.hidden = !several;
    },
    onChoose: (device, id) => void call.choose(device, id),
  });
  const callView = new CallView(stageElement, words, people, () => call);
  onPress({
    end: () => leave(),
    messages: () => messages.toggle(),
    "use-devices": () => use("both"),
    "use-here": () => {
      call.useHere();
      if (wish) void call.useDevices(wish);
    },
  });
  setInterval(() => render(call.state), 1_000);
  if (!left) call.start();
  render(call.state);

  function newCall(): Call {
    const desk = {
      pass: { url: root.dataset.passUrl ?? "", csrf: readCsrf() },
      signalUrl: root.dataset.signalUrl ?? "",
      other: "clinician",
      onNews: (topic: string) => {
        people.receiveNews(topic);
        questions.receiveNews(topic);
        photos.receiveNews(topic);
        messages.receiveNews(topic);
        if (topic === "wait" || topic === "all") void waitDesk?.ask();
        guide?.receiveNews(topic);
      },
      phone: thisIsAPhone(),
    } as const;
    const made: Call = new Call(desk, (state) => {
      if (made === call) render(state);
    });
    return made;
  }

  function use(chosen: Wish): void {
    wish = chosen;
    asked = true;
    void call.useDevices(chosen);
  }

  function leave(): void {
    left = true;
    remember(LEFT, "1");
    void call.leave();
    render(call.state);
  }

  /** A new session: who left comes back to the same place without being admitted again. */
  function comeBack(): void {
    left = false;
    remember(LEFT, null);
    call = newCall();
    call.start();
    if (wish) void call.useDevices(wish);
    render(call.state);
  }

  function goOn(): void {
    recalled = false;
    render(call.state);
  }

  function render(state: CallState): void {
    const now = Date.now();
    lineLostAt = state.line === "open" ? undefined : (lineLostAt ?? now);
    if (typeof state.line === "object" && state.line.closed === "signed-out" && !left && reloadOnce(now)) return;
    const before = shown;
    const known = { left, lineLostAt, now };
    if (before === "ended" && visitScene(state, { ...known, recalled: false }).state === "live") {
      recalled = true;
      sounds.letIn();
    }
    const scene = visitScene(state, { ...known, recalled });
    if (scene.state === "ended") recalled = false;
    shown = scene.state;
    met ||= scene.state === "live";
    if (scene.state === "live" && before !== "live") enter(state);
    if (before === "live" && (scene.state === "ended" || scene.state === "over")) call.releaseDevices();
    // The stage first: while it fills the window, a heading outside it cannot be focused.
    callView.render(state, { shown: scene.state === "live", card: scene.card, notice: scene.notice }, lineLost(lineLostAt, now));
    view.render(scene.state, met);
    if (scene.state !== before && root.dataset.surveyUrl && ["left", "ended", "over"].includes(scene.state))
      void import("./survey-view").then(({ showSurvey }) => showSurvey(root));
    const stuck = typeof state.line === "object" && scene.state === "waiting";
    const other = state.other;
    view.renderPatience(
      stuck
        ? "stuck"
        : patienceLine(state.line, other, state.heardAt, now, noWayYet(state, now), waitDesk?.known(scene.state === "waiting", now)),
      stillConfirmed(state.heardAt, now) && other?.presence === "here",
      state.heardAt === undefined ? undefined : now - state.heardAt,
    );
    view.renderDevices(state.own);
    renderProblem(words, state.own.problem);
    guide?.render(state);
    preview.render(state.own);
    const lost = state.meeting && state.troubledSince !== undefined && now - state.troubledSince >= 10_000;
    if (lost && !alarmed) alarm(words("lost"));
    alarmed = lost;
  }

  /** Let in, brought back in, or back after a reload. */
  function enter(state: CallState): void {
    sounds.letIn();
    if (state.own.tracks.microphone || state.own.tracks.camera) return;
    if (wish) void call.useDevices(wish);
    else if (!asked) void enterWithoutAsking();
  }

  /** After a reload the devices come back by themselves only where the browser need not ask. */
  async function enterWithoutAsking(): Promise<void> {
    asked = true;
    const { permission } = browserDevices();
    const granted = (await Promise.all([permission("camera"), permission("microphone")])).every((state) => state === "granted");
    if (granted) use("both");
    else await call.goOnWithoutDevices();
  }
}

/** Signed out: the page asks for the identity again when it is loaded. Once only, lest it loads for ever. */
function reloadOnce(now: number): boolean {
  if (now - Number(remembered(RELOADED) ?? 0) < RELOAD_AT_MOST_EVERY_MS) return false;
  remember(RELOADED, String(now));
  location.reload();
  return true;
}

function remembered(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // Without storage a reload goes straight back into the call.
  }
}
