/** One promise, held or not, with the figure that says so. */
export interface Check {
  readonly name: string;
  readonly holds: boolean;
  readonly detail?: string;
}

export interface PartOptions {
  /** The short form, for every push: all parts together within four minutes. */
  readonly quick: boolean;
  /** From which everything random is made; the same seed makes the same. */
  readonly seed: number;
  /** Shapes whose names hold this alone, where a part takes shapes. */
  readonly only?: string | undefined;
}

/** One kind of attack; a file of `parts/` exports one as `part`, and its name in `main.ts` runs it. */
export interface Part {
  readonly name: string;
  run(options: PartOptions): Promise<Check[]>;
}
