const UNEVEN = /\s\s|[^\S ]/;

/** The text trimmed, each run of white space in it one blank; most texts are so already. */
export function oneLine(text: string): string {
  const trimmed = text.trim();
  return UNEVEN.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
}
