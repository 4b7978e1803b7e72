import type { TopicEvidence } from './topic.ts';

/**
 * Whether telling events by their marks is on. It is not: on judged pairs of one language the rule is right nine
 * times of ten only where it finds a fifth of the pairs (docs/choices/0026), so readers would be told of topics
 * that are none. Whoever turns it on must not merge stories by it.
 */
export const TOPICS_BY_DEFAULT = false;

const MOST_HOURS = 36;

/** Whether two texts are likely about one event, in other words or another language. It never makes them one story. */
export function isSameEvent(evidence: TopicEvidence): boolean {
  const { oneLanguage, names, numbers, strangeNumbers, words, title, hours, thin } = evidence;
  if (hours > MOST_HOURS) return false;
  // What is in two languages shares no words by chance: a name and a figure are much.
  if (oneLanguage === 0) return names >= 1 && numbers >= 1 && strangeNumbers === 0;
  if (thin === 1) return title >= 0.3 && strangeNumbers === 0;
  return names >= 6 && words >= 0.15 && hours <= 12;
}
