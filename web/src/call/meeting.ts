/** One meeting of two who were both let in: since when, whether anything has flowed, and since when nothing does. Pure: time comes in, in milliseconds. */
export class Meeting {
  #since: number | undefined;
  #troubledSince: number | undefined;
  #everConnected = false;
  #seen = false;

  get on(): boolean {
    return this.#since !== undefined;
  }

  get troubledSince(): number | undefined {
    return this.#troubledSince;
  }

  get everConnected(): boolean {
    return this.#everConnected;
  }

  receive(on: boolean, flows: boolean, now: number): void {
    if (!on) {
      this.#since = this.#troubledSince = undefined;
      this.#everConnected = this.#seen = false;
      return;
    }
    this.#since ??= now;
    this.#everConnected ||= flows;
    this.#troubledSince = flows ? undefined : (this.#troubledSince ?? now);
  }

  /** Answers once in each meeting how long the first picture took. */
  receiveFirstFrame(now: number): number | undefined {
    if (this.#since === undefined || this.#seen) return undefined;
    this.#seen = true;
    return now - this.#since;
  }
}
