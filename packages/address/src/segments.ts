/** The parts of a path as people read them: escapes undone, where that can be done. */
export function segmentsOf(pathname: string): string[] {
  return pathname.split('/').filter(Boolean).map(decoded);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
