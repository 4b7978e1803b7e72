import type { TopicEvidence } from './topic.ts';

/** Raised whenever the rule decides otherwise. */
export const TOPIC_RULE = '1';

/** Texts further apart tell of other events. */
export const TOPIC_HOURS = 36;

/** Whether two texts are likely about one event, in other words or another language. It never makes them one story. */
export function isSameEvent(evidence: TopicEvidence): boolean {
  const { oneLanguage, names, numbers, strangeNumbers, words, title, hours, thin } = evidence;
  if (hours > TOPIC_HOURS) return false;
  // What is in two languages shares no words by chance: a name and a figure are much.
  if (oneLanguage === 0) return names >= 1 && numbers >= 1 && strangeNumbers === 0;
  if (thin === 1) return title >= 0.3 && strangeNumbers === 0;
  return names >= 6 && words >= 0.15 && hours <= 12;
}
