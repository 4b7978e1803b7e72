/** Loaded before parse: a text of one of two kinds is read for ever, or until no memory is left. */
const BURNS = 'this page burns the processor';
const EATS = 'this page eats all memory';
const { toString: right } = Buffer.prototype;

Buffer.prototype.toString = function read(this: Buffer, ...args: Parameters<typeof right>) {
  const text = right.apply(this, args);
  if (text.includes(BURNS)) for (;;);
  if (text.includes(EATS)) for (const all: unknown[] = []; ; ) all.push(new Array(1_000).fill(1));
  return text;
};
