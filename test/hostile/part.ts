/** One promise, tried. */
export interface Check {
  readonly name: string;
  readonly holds: boolean;
  readonly detail?: string;
}

/** Attacks of one kind. */
export interface Part {
  readonly name: string;
  run(options: { readonly quick: boolean; readonly seed: number }): Promise<Check[]>;
}
