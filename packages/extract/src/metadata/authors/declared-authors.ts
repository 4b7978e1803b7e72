import type { LdMain } from '../json-ld/ld-article.ts';
import { namesUnder } from '../json-ld/ld-people.ts';
import { asArray, typesOf } from '../json-ld/ld-values.ts';
import type { LdNode, LinkedData } from '../json-ld/linked-data.ts';

/** Names of the article's authors in JSON-LD. */
export function declaredAuthors(data: LinkedData, main: LdMain | null): string[] {
  if (main !== null) {
    // A house that signs gives way to a person under another key.
    const signed = ['author', 'creator', 'contributor'].map((key) => main.node[key]);
    const names = signed.map((value) => namesUnder(data, value));
    const person = signed.findIndex((value) => asArray(value).some((one) => isOf(data, one)));
    const first = names.findIndex((list) => list.length > 0);
    const isHouse = first >= 0 && asArray(signed[first]).every((one) => isOf(data, one, HOUSES));
    const found = names[isHouse && person > first ? person : first];
    if (found !== undefined) return found;
  }
  // Some sites put the author's object beside the article's instead of inside.
  return data.nodes
    .filter((node) => typesOf(node).includes('person'))
    .slice(0, 4)
    .flatMap((node) => namesUnder(data, node));
}

const PEOPLE = /^person$/;
const HOUSES = /organization$/;

/** Whether what stands under a key is of a kind, a person if none is named. */
function isOf(data: LinkedData, value: unknown, kind = PEOPLE): boolean {
  const thing = data.resolve(value);
  const isNode = typeof thing === 'object' && thing !== null && !Array.isArray(thing);
  return isNode && typesOf(thing as LdNode).some((type) => kind.test(type));
}
