// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { Upload, type UploadState } from "./upload";

const SIZE = 500 * 1024;

interface Asked {
  readonly url: string;
  readonly offset: string | undefined;
  readonly bytes: number;
}

/** A service that takes pieces where they belong, and breaks where it is told. */
function service(breaksAt: readonly number[] = []) {
  const asked: Asked[] = [];
  let received = 0;
  const ask = async (url: string, body: URLSearchParams | Blob, headers: Readonly<Record<string, string>>): Promise<Response> => {
    const bytes = body instanceof Blob ? body.size : 0;
    asked.push({ url, offset: headers["Upload-Offset"], bytes });
    if (breaksAt.includes(asked.length)) throw new TypeError("network");
    if (body instanceof URLSearchParams) return Response.json({ id: "7", received: 0, done: false }, { status: 201 });
    if (headers["Upload-Offset"] !== String(received)) return Response.json({ id: "7", received, done: false }, { status: 409 });
    received += bytes;
    const done = received === SIZE;
    return Response.json(done ? { id: "7", received, done, name: "scan.pdf" } : { id: "7", received, done });
  };
  return {
    asked,
    ask,
    /** Takes what comes next although the sender never hears of it. */
    lose: (bytes: number) => {
      received += bytes;
    },
  };
}

function upload(ask: ReturnType<typeof service>["ask"]) {
  const states: UploadState[] = [];
  const waits: number[] = [];
  const made = new Upload(
    "/files",
    new File([new Uint8Array(SIZE)], "scan.pdf"),
    (state) => states.push(state),
    ask,
    async (milliseconds) => {
      waits.push(milliseconds);
    },
  );
  return { made, states, waits };
}

describe("Upload", () => {
  it("sendsAllPiecesOnceAndTellsHowFarItIs", async () => {
    const { asked, ask } = service();
    const { made, states } = upload(ask);
    await made.run();
    expect(asked.slice(1).map(({ offset }) => offset)).toEqual(["0", "196608", "393216"]);
    expect(asked.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(SIZE);
    expect(states.at(-1)).toEqual({ kind: "sent", id: "7", name: "scan.pdf" });
    expect(states.filter(({ kind }) => kind === "sending")).toHaveLength(4);
  });

  it("goesOnWhereItBrokeOff", async () => {
    const { asked, ask } = service([3]);
    const { made, states, waits } = upload(ask);
    await made.run();
    expect(waits).toEqual([500]);
    expect(asked.map(({ offset }) => offset)).toEqual([undefined, "0", "196608", "196608", "393216"]);
    expect(states.map(({ kind }) => kind)).toContain("paused");
    expect(states.at(-1)?.kind).toBe("sent");
  });

  it("doesNotSendAgainWhatArrivedWithoutAnAnswer", async () => {
    const far = service([3]);
    const { made } = upload(async (...request) => {
      if (far.asked.length === 2) far.lose(196_608);
      return far.ask(...request);
    });
    await made.run();
    // the third was taken and its answer lost; the fourth learns that, and the fifth is the last piece
    expect(far.asked.map(({ offset }) => offset)).toEqual([undefined, "0", "196608", "196608", "393216"]);
  });

  it("saysWhatIsWrongWithAFileAndGivesUpOnlyAfterMinutes", async () => {
    const refused = upload(async () => Response.json({ received: 0, done: true, problem: "Too large." }, { status: 422 }));
    await refused.made.run();
    expect(refused.states.at(-1)).toEqual({ kind: "refused", problem: "Too large." });

    const away = upload(async () => new Response(null, { status: 503 }));
    await away.made.run();
    expect(away.waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(120_000);
    expect(away.states.at(-1)).toEqual({ kind: "refused", problem: undefined });
  });
});
