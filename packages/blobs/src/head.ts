/** The head that lies beside a blob; null where it is none. */
export function parseHead(text: string): Readonly<Record<string, unknown>> | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
