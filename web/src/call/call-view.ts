import { CompanyView } from "../company/company-view";
import type { People } from "../company/people";
import { SpeakerView } from "../devices/speaker-view";
import { onPress } from "../page/press-view";
import type { Words } from "../page/words-view";
import type { Call } from "./call";
import type { CallState } from "./call-state";
import { HandsetView } from "./handset-view";
import { OwnView } from "./own-view";
import { callPresses } from "./presses";
import { qualityLine } from "./quality-line";
import { QualityView } from "./quality-view";
import { SettingsView } from "./settings-view";
import { type Scene, StageView } from "./stage-view";
import { TheirView } from "./their-view";

/** The whole call in the full window, the same for both sides. `call` is asked each time: who comes back to a call has a new one. */
export class CallView {
  readonly #stage: StageView;
  readonly #theirs: TheirView;
  readonly #own: OwnView;
  readonly #quality: QualityView;
  readonly #handset = new HandsetView();

  readonly #company: CompanyView;

  constructor(stage: HTMLElement, words: Words, people: People, call: () => Call) {
    this.#stage = new StageView(stage);
    this.#theirs = new TheirView(stage, words, () => call().receiveFirstFrame());
    this.#own = new OwnView(words);
    this.#quality = new QualityView(stage, words);
    const settings = new SettingsView(stage);
    const speaker = new SpeakerView(this.#theirs.sound, words);
    this.#company = new CompanyView(stage, words, people, (sound) => speaker.adopt(sound));
    onPress({
      ...callPresses(call),
      tap: () => {
        void this.#theirs.play();
        this.#company.play();
      },
      settings: () => {
        settings.toggle();
        void speaker.list();
      },
    });
  }

  /** `away`: the service is not heard. */
  render(state: CallState, scene: Scene, away: boolean): void {
    this.#stage.render(state, scene);
    this.#theirs.render(state);
    this.#company.render(state);
    this.#own.render(state);
    this.#quality.render(qualityLine(state, away));
    this.#handset.render(state.meeting);
  }
}
