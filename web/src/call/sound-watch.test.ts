import { expect, it } from "vitest";
import { SoundWatch } from "./sound-watch";

it("takesTheMicrophoneAnewOnceBeforeItSaysAnything", () => {
  let restored = 0;
  const watch = new SoundWatch(() => restored++);
  const told = [true, true, true, false, true].map((mute) => {
    watch.receiveMute(mute);
    return watch.state.soundLost;
  });
  expect([told, restored]).toEqual([[false, true, true, false, false], 2]);
});

it("tellsWhoTalksWithTheMicrophoneOffOnceUntilItChanges", () => {
  const watch = new SoundWatch(() => undefined);
  const news = Array.from({ length: 12 }, () => watch.receiveLevel(true, 0.8, 0));
  expect(news.filter(Boolean)).toHaveLength(1);
  expect(watch.state.talkingMuted).toBe(true);
  expect(watch.receiveLevel(false, 0.8, 0)).toBe(true);
  watch.receiveLevel(true, 0.8, 0);
  watch.reset();
  expect(watch.state.talkingMuted).toBe(false);
});
