// 100 ms a step: sound goes there and comes back within a second and a half.
const STEPS = 100;
const LONGEST_LAG = 15;
const SHORTEST_LAG = 1;
const ALIKE = 0.75;
// Who says little gives nothing to compare: the spread of loudness in ten seconds of talk is well above this.
const LEAST_SPREAD = 0.02;
const TIMES = 3;

/**
 * Hears from two curves of loudness, one's own and what comes in, that the other side plays one's own voice back: ten seconds of what comes in rise and fall as
 * one's own voice did a moment before. Three times in a row, so that two who laugh together are not taken for an echo. Pure.
 */
export class Echo {
  #own: number[] = [];
  #theirs: number[] = [];
  #found = 0;

  /** One step: how loud both are, 0 to 1. Answers whether there is an echo. */
  receive(own: number, theirs: number): boolean {
    this.#own.push(own);
    this.#theirs.push(theirs);
    if (this.#own.length < STEPS + LONGEST_LAG) return this.#found >= TIMES;
    this.#found = this.#echoes() ? this.#found + 1 : 0;
    this.#own = this.#own.slice(-LONGEST_LAG);
    this.#theirs = this.#theirs.slice(-LONGEST_LAG);
    return this.#found >= TIMES;
  }

  #echoes(): boolean {
    for (let lag = SHORTEST_LAG; lag <= LONGEST_LAG; lag++) {
      const from = LONGEST_LAG - lag;
      if (alike(this.#own.slice(from, from + STEPS), this.#theirs.slice(LONGEST_LAG, LONGEST_LAG + STEPS)) > ALIKE) return true;
    }
    return false;
  }
}

/** Pearson's correlation; nothing where one of them hardly changes. */
function alike(one: readonly number[], another: readonly number[]): number {
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const [a, b] = [mean(one), mean(another)];
  let [both, first, second] = [0, 0, 0];
  one.forEach((value, i) => {
    const [x, y] = [value - a, (another[i] ?? b) - b];
    both += x * y;
    first += x * x;
    second += y * y;
  });
  const spread = (squares: number) => Math.sqrt(squares / one.length);
  if (spread(first) < LEAST_SPREAD || spread(second) < LEAST_SPREAD) return 0;
  return both / Math.sqrt(first * second);
}
