import { decodeHTML, decodeHTMLAttribute } from 'entities/decode';

/** Newlines as the standard's input stream has them. */
const normalizeNewlines = (text: string): string =>
  text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;

/** The characters of a stretch of source whose character references are not decoded; NULs count as U+FFFD. */
export const normalizeRaw = (text: string): string => {
  const normal = normalizeNewlines(text);
  return normal.includes('\0') ? normal.replaceAll('\0', '\uFFFD') : normal;
};

/** The characters of a stretch of source. */
export const decodeText = (text: string): string => {
  const normal = normalizeRaw(text);
  return normal.includes('&') ? decodeHTML(normal) : normal;
};

/** The same with NULs left as they are. */
export const decodeWithNuls = (text: string, isRaw: boolean): string =>
  isRaw ? normalizeNewlines(text) : decodeHTML(normalizeNewlines(text));

/** The characters of an attribute's value, in which `&copy=1` stays as it is. */
export const decodeAttribute = (text: string): string => {
  const normal = normalizeRaw(text);
  return normal.includes('&') ? decodeHTMLAttribute(normal) : normal;
};
