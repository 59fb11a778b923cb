import { expect, it } from "vitest";
import { Screen } from "./screen";

const track = () => ({
  stopped: false,
  contentHint: "",
  onended: null as (() => void) | null,
  stop() {
    this.stopped = true;
  },
});
const display = (given: ReturnType<typeof track> | undefined) => async () => {
  if (!given) throw new DOMException("", "NotAllowedError");
  return { getVideoTracks: () => [given] } as unknown as MediaStream;
};

it("sharesSharplyUntilItIsStopped", async () => {
  const given = track();
  const changes: boolean[] = [];
  const screen: Screen = new Screen(display(given), () => changes.push(screen.track !== null));
  await screen.start();
  expect(given.contentHint).toBe("detail");
  screen.stop();
  screen.stop();
  expect([given.stopped, changes]).toEqual([true, [true, false]]);
});

it("stopsWhenTheBrowsersOwnButtonWasPressed", async () => {
  const given = track();
  const screen = new Screen(display(given), () => undefined);
  await screen.start();
  given.onended?.();
  expect(screen.track).toBeNull();
});

it("takesAClosedQuestionForAnAnswer", async () => {
  const screen = new Screen(display(undefined), () => expect.unreachable());
  await screen.start();
  expect(screen.track).toBeNull();
});

it("isNotPossibleOnATelephone", () => {
  expect(new Screen(undefined, () => undefined).possible).toBe(false);
});
