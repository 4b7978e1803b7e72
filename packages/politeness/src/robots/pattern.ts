/** Whether a pattern matches from the start of a path. One pass: each literal part is taken where it first occurs. */
export function matches(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$');
  const parts = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  const first = parts[0] as string;
  if (!path.startsWith(first)) return false;
  if (parts.length === 1) return !anchored || path.length === first.length;
  const last = parts.at(-1) as string;
  const end = anchored ? path.length - last.length : path.length;
  if (anchored && !path.endsWith(last)) return false;
  let at = first.length;
  for (let index = 1; index < parts.length - (anchored ? 1 : 0); index++) {
    const part = parts[index] as string;
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= end;
}
