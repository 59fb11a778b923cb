import type { CallState } from "../call/call-state";
import { announce } from "../page/focus-view";
import type { Words } from "../page/words-view";
import { company, crowd } from "./company";
import type { People } from "./people";
import { TileView } from "./tile-view";

/** Everybody in the call beside the two who meet, in a row below the picture; one of them may stand beside it. */
export class CompanyView {
  readonly #stage: HTMLElement;
  readonly #words: Words;
  readonly #people: People;
  readonly #strip: HTMLElement | null;
  readonly #template: HTMLTemplateElement | null;
  readonly #onTile: (sound: HTMLMediaElement) => void;
  readonly #tiles = new Map<string, TileView>();
  #named = new Set<string>();

  constructor(stage: HTMLElement, words: Words, people: People, onTile: (sound: HTMLMediaElement) => void) {
    this.#stage = stage;
    this.#words = words;
    this.#people = people;
    this.#strip = stage.querySelector<HTMLElement>("[data-strip]");
    this.#template = stage.querySelector<HTMLTemplateElement>("template[data-tile]");
    this.#onTile = onTile;
  }

  render(state: CallState): void {
    const there = company(state);
    const seats = there.map(({ participant }) => participant.id);
    this.#people.need(seats, Date.now());
    for (const [seat, tile] of [...this.#tiles]) {
      if (seats.includes(seat)) continue;
      tile.element.remove();
      this.#tiles.delete(seat);
    }
    for (const another of there) {
      const seat = another.participant.id;
      this.#tile(seat)?.render(another, this.#people.of(seat), state.room?.pinned === seat);
    }
    const pinned = state.room?.pinned ?? null;
    this.#stage.classList.toggle("has-company", there.length > 0);
    this.#stage.classList.toggle("has-pinned", pinned !== null && seats.includes(pinned));
    if (this.#strip) this.#strip.hidden = there.length === 0;
    this.#count(crowd(state));
    this.#tell(seats);
  }

  /** Where a browser holds sound back, a touch of the page lets it go. */
  play(): void {
    for (const tile of this.#tiles.values()) void tile.play();
  }

  #tile(seat: string): TileView | undefined {
    const known = this.#tiles.get(seat);
    if (known || !this.#template || !this.#strip) return known;
    const tile = new TileView(this.#template, seat, this.#words);
    this.#tiles.set(seat, tile);
    this.#strip.append(tile.element);
    this.#onTile(tile.sound);
    return tile;
  }

  #count(people: number): void {
    for (const pill of this.#stage.querySelectorAll<HTMLElement>("[data-crowd]")) {
      pill.hidden = people < 3;
      const label = pill.querySelector<HTMLElement>("[data-label]");
      const text = this.#words("guests.people", people);
      if (label && label.textContent !== text) label.textContent = text;
    }
  }

  /** Who joins and who goes is said once, when the name is known. */
  #tell(seats: readonly string[]): void {
    for (const seat of seats) {
      const person = this.#people.of(seat);
      if (!person || this.#named.has(seat)) continue;
      this.#named.add(seat);
      announce(this.#words("guests.joined", person.name, person.as));
    }
    for (const seat of [...this.#named]) {
      if (seats.includes(seat)) continue;
      this.#named.delete(seat);
      announce(this.#words("guests.gone", this.#people.of(seat)?.name ?? ""));
    }
  }
}
