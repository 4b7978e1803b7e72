const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Columns a text takes in a terminal, near enough: colours and marks take none. */
export function widthOf(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours are made of.
  return [...graphemes.segment(text.replace(/\u001b\[[\d;]*m/g, ''))].length;
}

/** Rows in columns, two blanks apart; numbers to the right, the last column ragged. */
export function table(
  rows: readonly (readonly (string | number)[])[],
  head?: readonly string[],
): string {
  const all = head ? [head, ...rows] : rows;
  const columns = Math.max(0, ...all.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(...all.map((row) => widthOf(String(row[at] ?? '')))),
  );
  const isNumeric = widths.map((_, at) => rows.every((row) => typeof row[at] !== 'string'));
  return all
    .map((row) =>
      row
        .map((cell, at) => {
          const text = String(cell);
          const blanks = ' '.repeat(Math.max(0, (widths[at] ?? 0) - widthOf(text)));
          if (isNumeric[at]) return blanks + text;
          return at === columns - 1 ? text : text + blanks;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
