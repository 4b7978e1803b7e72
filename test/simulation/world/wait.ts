/** Something that is waited for. */
export class Wait {
  readonly over: Promise<void>;
  readonly end: () => void;

  constructor() {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.over = promise;
    this.end = resolve;
  }
}

/** What a process that is dead waits for. */
export const never = (): Promise<never> => new Promise(() => {});
