export type WarcErrorCode = 'NOT_A_WARC' | 'ENDLESS';

/** Why an archive cannot be read on. What costs one record only is a `BrokenRecord`. */
export class WarcError extends Error {
  override name = 'WarcError';
  readonly code: WarcErrorCode;

  constructor(code: WarcErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
