import { RARE } from '../signature/common-words.ts';
import { hashWord } from '../signature/hash.ts';
import type { Topic } from './topic.ts';

/** A topic as JSON holds it. */
interface Packed extends Omit<Topic, 'names' | 'places' | 'numbers' | 'words' | 'title'> {
  readonly names: readonly string[];
  readonly places: readonly string[];
  readonly numbers: readonly string[];
  readonly words: readonly number[];
  readonly title: readonly number[];
}

export function packTopic(topic: Topic): string {
  const { language, isThin } = topic;
  const [names, places, numbers] = [[...topic.names], [...topic.places], [...topic.numbers]];
  const packed: Packed = {
    language,
    isThin,
    names,
    places,
    numbers,
    words: [...topic.words],
    title: [...topic.title],
  };
  return JSON.stringify(packed);
}

/** Reads what `packTopic` wrote, parsed already. */
export function unpackTopic(json: unknown): Topic {
  const { language, isThin, names, places, numbers, words, title } = json as Packed;
  return {
    language,
    isThin,
    names: new Set(names),
    places: new Set(places),
    numbers: new Set(numbers),
    words: new Set(words),
    title: new Set(title),
  };
}

/** Under which a topic is looked for: its names, and the rare words of its title. Two of one event share one at the least. */
export function marksOf({ names, title }: Topic): Int32Array {
  const rare = [...title].filter((word) => (word & 7) >= RARE - 1);
  const marks = [...[...names].map((name) => hashWord(name, 0, name.length)), ...rare];
  return Int32Array.from(new Set(marks.map((mark) => mark | 0)));
}
