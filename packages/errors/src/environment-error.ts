/**
 * Something that every address needs is away, or refuses us, said by who speaks to it: `what` as `s3: SlowDown`. Whoever meets
 * it spends nobody's attempts.
 */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
  readonly what: string;

  constructor(what: string, options?: ErrorOptions) {
    super(what, options);
    this.what = what;
  }
}
