import type { Words } from "../page/words-view";
import { localShelf, rememberChoice, rememberedChoice } from "./choice";

type Speaking = HTMLMediaElement & { setSinkId?: (deviceId: string) => Promise<void> };

/** Chooses where the other side's sound comes out. Hidden where the browser leaves that to the system, as on telephones. */
export class SpeakerView {
  readonly #sound: Speaking;
  readonly #more: Speaking[] = [];
  readonly #words: Words;
  readonly #select: HTMLSelectElement | null;

  constructor(sound: HTMLMediaElement, words: Words) {
    this.#sound = sound;
    this.#words = words;
    this.#select = document.querySelector<HTMLSelectElement>("[data-choose-speaker]");
    if (!this.#select || !this.#sound.setSinkId) return;
    this.#select.addEventListener("change", () => void this.#choose(this.#select?.value ?? ""));
    navigator.mediaDevices?.addEventListener?.("devicechange", () => void this.list());
    const remembered = rememberedChoice(localShelf()).speaker;
    if (remembered) void this.#use(remembered);
  }

  /** Somebody else is heard, too: out of the same speaker. */
  adopt(sound: Speaking): void {
    this.#more.push(sound);
    const chosen = (this.#sound as { sinkId?: string }).sinkId;
    if (chosen) void sound.setSinkId?.(chosen).catch(() => undefined);
  }

  /** Again once devices were given: before that their names are hidden. */
  async list(): Promise<void> {
    const select = this.#select;
    if (!select || !this.#sound.setSinkId) return;
    const devices = (await navigator.mediaDevices?.enumerateDevices?.()) ?? [];
    const found = devices.filter((device) => device.kind === "audiooutput" && device.deviceId !== "");
    select.replaceChildren(
      ...found.map(({ deviceId, label }, index) => {
        const option = document.createElement("option");
        option.value = deviceId;
        option.textContent = label || this.#words("speaker.numbered", index + 1);
        option.selected = deviceId === ((this.#sound as { sinkId?: string }).sinkId || "default");
        return option;
      }),
    );
    const group = select.closest<HTMLElement>("[data-choice]");
    if (group) group.hidden = found.length === 0;
  }

  async #choose(deviceId: string): Promise<void> {
    rememberChoice(localShelf(), { speaker: deviceId });
    await this.#use(deviceId);
  }

  async #use(deviceId: string): Promise<void> {
    // Unplugged since: the system's own choice goes on.
    for (const sound of [this.#sound, ...this.#more]) await sound.setSinkId?.(deviceId).catch(() => undefined);
  }
}
