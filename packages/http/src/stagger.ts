/** One way to reach what is wanted. */
export type Attempt<T> = () => Promise<T>;

/**
 * The first of several attempts that succeeds: each begins when the one before it has failed, or has not come to an end after
 * `afterMs` (RFC 8305 §5). Those that succeed too late are handed to `discard`.
 *
 * @throws the last failure when all fail, or `none` when there is nothing to try
 */
export function stagger<T>(
  attempts: readonly Attempt<T>[],
  { afterMs, discard, none }: { afterMs: number; discard: (late: T) => void; none: () => Error },
): Promise<T> {
  return new Promise((resolve, reject) => {
    let [begun, failed] = [0, 0];
    let isOver = false;
    let timer: NodeJS.Timeout | undefined;
    const next = (): void => {
      clearTimeout(timer);
      const attempt = attempts[begun];
      if (isOver || attempt === undefined) return;
      begun += 1;
      if (begun < attempts.length) timer = setTimeout(next, afterMs);
      attempt().then(
        (reached) => {
          if (isOver) return discard(reached);
          isOver = true;
          clearTimeout(timer);
          resolve(reached);
        },
        (error: unknown) => {
          failed += 1;
          if (isOver) return;
          if (failed === attempts.length) {
            isOver = true;
            reject(error);
          } else next();
        },
      );
    };
    if (attempts.length === 0) reject(none());
    else next();
  });
}

/** In turns of the two families of IP, the first one's first, so that the second attempt tries the other (RFC 8305 §4). */
export function inTurns<T extends { readonly ip: string }>(targets: readonly T[]): T[] {
  const isV6 = ({ ip }: T): boolean => ip.includes(':');
  const first = targets[0];
  if (first === undefined) return [];
  const own = targets.filter((it) => isV6(it) === isV6(first));
  const other = targets.filter((it) => isV6(it) !== isV6(first));
  return own.flatMap((it, at) => [it, ...other.slice(at, at + 1)]).concat(other.slice(own.length));
}
