/** Bounds of one fetch, redirects included. */
export interface FetchLimits {
  /** For everything, in milliseconds. */
  readonly totalMs: number;
  /** For connecting and the head of each answer, in milliseconds. */
  readonly headersMs: number;
  /** Of the body, on the wire and again decoded. */
  readonly maxBytes: number;
  readonly maxRedirects: number;
  /** Least mean rate of a body over each `rateWindowMs`. */
  readonly minBytesPerSecond: number;
  readonly rateWindowMs: number;
  /** Cookies and policies grow; browsers take some more. */
  readonly maxHeaderBytes: number;
}

export const defaultLimits: FetchLimits = {
  totalMs: 30_000,
  headersMs: 15_000,
  maxBytes: 8 * 1024 * 1024,
  maxRedirects: 10,
  minBytesPerSecond: 128,
  rateWindowMs: 5_000,
  maxHeaderBytes: 96 * 1024,
};
