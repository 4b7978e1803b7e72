import { asArray, asText } from './ld-values.ts';
import type { LdNode, LinkedData } from './linked-data.ts';

/** The names under a key such as `author`: strings, objects, references, lists of all of them. */
export function namesUnder(data: LinkedData, value: unknown): string[] {
  return asArray(value).flatMap((item): string[] => {
    if (typeof item === 'string') return [item];
    const thing = data.resolve(item);
    if (typeof thing !== 'object' || thing === null || Array.isArray(thing)) return [];
    const node = thing as LdNode;
    // A name may be an object that says its language beside it.
    const names = asArray(node['name'])
      .map(asText)
      .filter((name) => name !== '');
    if (names.length > 0) return names;
    const parts = [node['givenName'], node['familyName']].filter(
      (name) => typeof name === 'string',
    );
    return parts.length > 0 ? [parts.join(' ')] : [];
  });
}
