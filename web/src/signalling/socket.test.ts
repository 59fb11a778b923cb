import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PassAnswer } from "./pass";
import { Line, type LineState, type Wire } from "./socket";

class FakeWire implements Wire {
  onopen: Wire["onopen"] = null;
  onmessage: Wire["onmessage"] = null;
  onclose: Wire["onclose"] = null;
  readonly sent: Record<string, unknown>[] = [];
  closedWith: number | undefined;

  send(data: unknown): void {
    this.sent.push(JSON.parse(String(data)));
  }

  close(code?: number): void {
    this.closedWith = code;
  }

  opens(): void {
    this.onopen?.call(this as never, {} as Event);
  }

  says(message: object): void {
    this.onmessage?.call(this as never, { data: JSON.stringify(message) } as MessageEvent);
  }

  closes(code: number): void {
    this.onclose?.call(this as never, { code } as CloseEvent);
  }

  get kinds(): unknown[] {
    return this.sent.map(({ t }) => t);
  }
}

const welcome = (resumed: boolean, extra: object = {}) => ({
  t: "welcome",
  session: "s1",
  token: "t1",
  you: "me",
  role: "patient",
  gen: 1,
  resumed,
  iceServers: [],
  relayOnly: false,
  pingEvery: 10_000,
  ...extra,
});
const arm = (s: number) => ({ t: "arm", s, peer: "p", epoch: 1, polite: true });
const ready = { t: "ready", camera: "works", microphone: "works" } as const;
const leave = { t: "leave", cid: "018f6b3c-5f6e-7a11-8d4e-2b9c7f1a0d55" } as const;

let wires: FakeWire[];
let states: LineState[];
let heard: unknown[];
let answers: PassAnswer[];
let passes: number;

function line(): Line {
  return new Line({
    open: () => {
      const wire = new FakeWire();
      wires.push(wire);
      return wire;
    },
    fetchPass: async () => {
      passes++;
      return answers.shift() ?? { kind: "pass", pass: `pass-${passes}` };
    },
    onState: (state) => states.push(state),
    onMessage: (message) => heard.push(message),
    random: () => 0,
  });
}

const last = (): FakeWire => {
  const wire = wires.at(-1);
  if (!wire) throw new Error("no socket was opened");
  return wire;
};

async function opened(): Promise<Line> {
  const it = line();
  it.start();
  await vi.advanceTimersByTimeAsync(0);
  last().opens();
  last().says(welcome(false));
  return it;
}

describe("Line", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    wires = [];
    states = [];
    heard = [];
    answers = [];
    passes = 0;
  });
  afterEach(() => vi.useRealTimers());

  it("saysHelloWithAPassAndOpens", async () => {
    await opened();
    expect(last().sent[0]).toEqual({ t: "hello", pass: "pass-1", proto: 1 });
    expect(states).toEqual(["open"]);
  });

  it("resumesALostSocketWithoutANewPass", async () => {
    const it = await opened();
    last().says(arm(1));
    it.send(ready);
    it.send(leave);
    last().closes(1006);
    expect(states.at(-1)).toBe("lost");
    await vi.advanceTimersByTimeAsync(0);
    last().opens();
    expect(last().sent[0]).toEqual({ t: "resume", session: "s1", token: "t1", lastSeq: 1 });
    last().says(welcome(true, { a: 1, token: "t2" }));
    expect(last().sent[1]).toMatchObject({ t: "leave", s: 2 });
    expect(passes).toBe(1);
  });

  it("keepsForTheResumeWhatIsSentWhileNobodyListens", async () => {
    const it = await opened();
    last().closes(1006);
    it.send(leave);
    await vi.advanceTimersByTimeAsync(0);
    last().opens();
    last().says(welcome(true));
    expect(last().kinds).toEqual(["resume", "leave"]);
  });

  it("numbersAfreshAndRepeatsCommandsWhenTheServiceForgot", async () => {
    const it = await opened();
    last().says(arm(1));
    it.send(ready);
    it.send(leave);
    last().closes(1006);
    await vi.advanceTimersByTimeAsync(0);
    last().opens();
    last().says(welcome(false, { session: "s2" }));
    expect(last().sent[1]).toMatchObject({ t: "leave", s: 1 });
    last().says(arm(1));
    expect(heard.filter((message) => (message as { t: string }).t === "arm")).toHaveLength(2);
  });

  it("asksForANewPassWhenTheSessionIsGone", async () => {
    await opened();
    last().closes(1006);
    await vi.advanceTimersByTimeAsync(0);
    last().opens();
    last().closes(4401);
    await vi.advanceTimersByTimeAsync(300);
    last().opens();
    expect(last().sent[0]).toEqual({ t: "hello", pass: "pass-2", proto: 1 });
  });

  it("backsOffAsTheProtocolSays", async () => {
    await opened();
    for (const wait of [0, 300, 1_000, 2_000, 4_000, 7_000, 7_000]) {
      const before = wires.length;
      last().closes(1006);
      if (wait > 0) await vi.advanceTimersByTimeAsync(wait - 1);
      expect(wires.length).toBe(before);
      await vi.advanceTimersByTimeAsync(1);
      expect(wires.length).toBe(before + 1);
    }
  });

  it("comesBackAtOnceWhenTheNetworkDoes", async () => {
    const it = await opened();
    last().closes(1006);
    for (let i = 0; i < 4; i++) {
      await vi.advanceTimersByTimeAsync(2_000);
      last().closes(1006);
    }
    const before = wires.length;
    it.receiveWakeUp();
    await vi.advanceTimersByTimeAsync(0);
    expect(wires.length).toBe(before + 1);
  });

  it.each([
    [1000, "done"],
    [1009, "fault"],
    [4400, "fault"],
    [4403, "not-allowed"],
    [4409, "elsewhere"],
    [4410, "over"],
  ] as const)("staysClosedAfter%i", async (code, closed) => {
    await opened();
    last().closes(code);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(states.at(-1)).toEqual({ closed });
    expect(wires).toHaveLength(1);
  });

  it("waitsSevenSecondsAfterTooManyMessages", async () => {
    await opened();
    last().closes(4429);
    await vi.advanceTimersByTimeAsync(6_999);
    expect(wires).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(wires).toHaveLength(2);
  });

  it("takesThePlaceBackWithANewSession", async () => {
    const it = await opened();
    last().closes(4409);
    it.useHere();
    await vi.advanceTimersByTimeAsync(0);
    last().opens();
    expect(last().sent[0]).toMatchObject({ t: "hello", pass: "pass-2" });
  });

  it("takesASilentSocketForDeadAfterFifteenSeconds", async () => {
    await opened();
    const silent = last();
    await vi.advanceTimersByTimeAsync(15_001);
    expect(silent.closedWith).toBe(4000);
    expect(wires).toHaveLength(2);
  });

  it("pingsTenSecondsAfterEachAnswer", async () => {
    await opened();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(last().kinds).toEqual(["hello", "ping"]);
    last().says({ t: "pong", time: 1 });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(last().kinds).toEqual(["hello", "ping", "ping"]);
  });

  it("acknowledgesWithinASecondWhenNothingElseDoes", async () => {
    await opened();
    last().says(arm(1));
    await vi.advanceTimersByTimeAsync(999);
    expect(last().kinds).toEqual(["hello"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(last().sent.at(-1)).toEqual({ t: "ack", a: 1 });
  });

  it("drainsWhenAsked", async () => {
    await opened();
    last().says({ t: "reconnect", afterMs: 1_800 });
    last().closes(1012);
    await vi.advanceTimersByTimeAsync(1_799);
    expect(wires).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(wires).toHaveLength(2);
  });

  it("givesUpOnlyWhenThePassIsRefusedForGood", async () => {
    answers = [{ kind: "unreachable" }, { kind: "faulty" }, { kind: "signed-out" }];
    line().start();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(states).toEqual(["lost", "faulty", { closed: "signed-out" }]);
    expect(wires).toHaveLength(0);
  });
});
