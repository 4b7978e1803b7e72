import type { FeedPerson } from '../feed.ts';
import { resolveAddress } from '../markup/resolve-address.ts';
import { personOf } from '../modules/person.ts';
import type { XmlNode } from '../xml/node.ts';

/** A person construct (RFC 4287 §3.2), or the bare text that RSS has in its place. */
export function personConstruct(node: XmlNode): FeedPerson | null {
  const person: FeedPerson = { name: null, email: null, url: null };
  for (const child of node.children) {
    const tag = child.tag.replace(/^.*:/, '');
    if (tag === 'name') person.name = child.text || null;
    else if (tag === 'email') person.email = child.text || null;
    else if (tag === 'uri' || tag === 'url' || tag === 'homepage') {
      person.url = resolveAddress(child.text, child.base);
    }
  }
  const isSaid = person.name !== null || person.email !== null || person.url !== null;
  if (!isSaid) return personOf(node.text);
  if (person.name !== null && person.email === null) return { ...person, ...named(person.name) };
  return person;
}

/** Some write the address of the mail into the name. */
function named(name: string): Pick<FeedPerson, 'name' | 'email'> {
  const person = personOf(name);
  return { name: person?.name ?? null, email: person?.email ?? null };
}
