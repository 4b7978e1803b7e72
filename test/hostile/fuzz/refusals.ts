/** What a parser says of a document that is none; anything else that it throws is a crash. */
export function orRefused<Result>(
  read: () => Result,
  ...kinds: readonly (abstract new (
    ...of: never[]
  ) => Error)[]
): Result | null {
  try {
    return read();
  } catch (error) {
    if (kinds.some((kind) => error instanceof kind)) return null;
    throw error;
  }
}
