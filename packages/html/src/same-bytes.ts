/** Whether two ranges of an array hold the same bytes. */
export function sameBytes(
  bytes: Uint8Array,
  start: number,
  end: number,
  from: number,
  to: number,
): boolean {
  if (end - start !== to - from) return false;
  for (let i = 0; i < to - from; i++) if (bytes[start + i] !== bytes[from + i]) return false;
  return true;
}
