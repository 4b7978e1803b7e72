/** What a byte is to the tokenizer, as bits: one look at a table instead of a comparison for each. */
export const KIND = {
  /** ASCII white space. */
  blank: 1,
  /** Ends the name of a tag: white space, `/`, `>`. */
  tagNameEnd: 2,
  /** Ends the name of an attribute: those and `=`. */
  nameEnd: 4,
  /** Ends a value without quotes: white space, `>`. */
  valueEnd: 8,
} as const;

const kinds = new Uint8Array(256);
const mark = (bytes: string, bits: number): void => {
  for (const byte of bytes) kinds[byte.charCodeAt(0)] = bits;
};
mark(' \n\t\r\f', KIND.blank | KIND.tagNameEnd | KIND.nameEnd | KIND.valueEnd);
mark('/', KIND.tagNameEnd | KIND.nameEnd);
mark('>', KIND.tagNameEnd | KIND.nameEnd | KIND.valueEnd);
mark('=', KIND.nameEnd);

/** Whether a byte is of one of these kinds; units above 255, and nothing at all, are of none. */
export const isOf = (byte: number, bits: number): boolean => ((kinds[byte] as number) & bits) !== 0;
