/** MiB of a program's heap: of objects that live long, and of the half in which young ones are born. */
interface Heap {
  readonly old: number;
  readonly young: number;
}

/** What carries addresses from table to table needs little; what holds pages, trees and signatures needs more. */
const SMALL: Heap = { old: 192, young: 2 };
const HEAPS: Readonly<Record<string, Heap>> = {
  fetch: { old: 384, young: 32 },
  parse: { old: 768, young: 64 },
  dedupe: { old: 256, young: 16 },
  ops: { old: 256, young: 4 },
  portal: { old: 512, young: 16 },
  together: { old: 1_024, young: 8 },
};

/** Marked beside their work: in one go it takes a tenth of a second, for which whoever asks for a page waits. */
const ANSWERS_PEOPLE = new Set(['ops', 'portal', 'together']);
const NOBODY_WAITS = [
  // Collected by the thread that makes the garbage: helpers that wait for it cost more than they spare in heaps this small.
  '--single-threaded-gc',
  // In one piece: what is born while a heap is marked bit by bit outlives the marking, bodies of pages too, and has it
  // begun again at once.
  '--no-incremental-marking',
];

/**
 * Node's heap bounds of a service, by its name. Left to itself Node takes a quarter of the machine for each process, and
 * its young half grows to 16 MiB on the first burst and stays.
 */
export function heapArgs(name: string): string[] {
  // Several of one kind are told apart by a number: dedupe-0, dedupe-1.
  const { old, young } = HEAPS[name.replace(/-\d+$/, '')] ?? SMALL;
  return [
    `--max-old-space-size=${old}`,
    `--max-semi-space-size=${young}`,
    ...(ANSWERS_PEOPLE.has(name) ? [] : NOBODY_WAITS),
  ];
}
