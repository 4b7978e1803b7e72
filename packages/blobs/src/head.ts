/** The head that lies beside a blob; null where it is none. */
export function parseHead(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const head: unknown = JSON.parse(text);
    return typeof head === 'object' && !Array.isArray(head)
      ? (head as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
