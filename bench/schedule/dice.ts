/** Numbers that look like chance and are the same at every run (mulberry32), and what is drawn with them. */
export interface Dice {
  (): number;
  normal(): number;
  poisson(mean: number): number;
  exponential(mean: number): number;
}

export function openDice(seed: number): Dice {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const poisson = (mean: number) => {
    if (mean <= 0) return 0;
    if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    const floor = Math.exp(-mean);
    let count = 0;
    for (let left = next(); left > floor; left *= next()) count += 1;
    return count;
  };
  const exponential = (mean: number) => -mean * Math.log(1 - next());
  return Object.assign(next, { normal, poisson, exponential });
}
