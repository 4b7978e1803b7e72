/** Decodes a page by its declared charset, UTF-8 when none is declared. */
export function readText(bytes: Uint8Array, contentType: string | undefined): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const declared = /charset=["']?([\w-]+)/i.exec(`${contentType ?? ''} ${head}`)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(declared).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
