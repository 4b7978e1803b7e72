import { stripVTControlCharacters } from 'node:util';

/** A block at the bottom of the terminal that is drawn anew, with lines that stay above it. */
export interface LiveDisplay {
  /** A line that stays. */
  log(line: string): void;
  /** Replaces the block. */
  show(block: readonly string[]): void;
}

/** The part of a terminal it needs. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export function openDisplay(terminal: Terminal): LiveDisplay {
  if (!terminal.isTTY) return openLines(terminal);
  let drawn: readonly string[] = [];
  const erase = () => {
    if (drawn.length > 0) terminal.write(`\u001b[${drawn.length}A\u001b[J`);
  };
  const draw = () => {
    for (const line of drawn) terminal.write(`${line}\n`);
  };
  return {
    log(line) {
      erase();
      terminal.write(`${line}\n`);
      draw();
    },
    show(block) {
      erase();
      // A line that wraps would count as two, and the next block would start in the wrong place.
      drawn = block.map((line) => cut(line, (terminal.columns ?? 80) - 1));
      draw();
    },
  };
}

/** Into a file or a pipe nothing is drawn: a block is told when it is another, line by line. */
function openLines(terminal: Terminal): LiveDisplay {
  let told = '';
  const log = (line: string) => void terminal.write(`${line}\n`);
  return {
    log(line) {
      told = '';
      log(line);
    },
    show(block) {
      const text = block.join('\n');
      if (text !== '' && text !== told) log(text);
      told = text;
    },
  };
}

function cut(line: string, width: number): string {
  const plain = stripVTControlCharacters(line);
  return plain.length <= width ? line : `${plain.slice(0, width - 1)}…`;
}
