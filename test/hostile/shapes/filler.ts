import { pick } from './random.ts';

const WORDS = (
  'council budget harbour minister evening report water school market inquiry railway harvest ' +
  'مجلس المدينة الميناء الوزير مساء تقرير الماء المدرسة السوق القطار الموسم ' +
  'conseil ville port ministre soir rapport eau marché enquête récolte'
).split(' ');

/** What makes a shape: parts until the document is as long as asked for, counted in UTF-8. */
export class Filler {
  readonly random: () => number;
  readonly #parts: string[] = [];
  #room: number;
  count = 0;

  constructor(bytes: number, random: () => number) {
    this.#room = bytes;
    this.random = random;
  }

  add(part: string): void {
    this.#parts.push(part);
    this.#room -= Buffer.byteLength(part);
  }

  /** Adds `part(0)`, `part(1)` … until the room is used up but for `rest`. */
  fill(part: (at: number) => string, rest = 0): this {
    while (this.#room > rest) this.add(part(this.count++));
    return this;
  }

  words(count: number): string {
    return Array.from({ length: count }, () => pick(WORDS, this.random)).join(' ');
  }

  get text(): string {
    return this.#parts.join('');
  }
}

/** The room that is left for what repeats, and what stands around it. */
export function around(
  bytes: number,
  random: () => number,
  {
    before,
    after,
    part,
  }: { before: string; after: string; part: (at: number, f: Filler) => string },
): string {
  const filler = new Filler(bytes - Buffer.byteLength(after), random);
  filler.add(before);
  filler.fill((at) => part(at, filler));
  return filler.text + after;
}
