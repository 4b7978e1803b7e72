/** How pauses between attempts grow; spread, so that what failed together does not come again together. */
export function backoffOf(firstMs: number) {
  return { type: 'exponential', delay: firstMs, jitter: 0.5 } as const;
}
