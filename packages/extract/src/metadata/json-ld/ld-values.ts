import type { LdNode } from './linked-data.ts';

/** The types of an object without the vocabulary's prefix, lower-case: `newsarticle`. */
export function typesOf(node: LdNode): string[] {
  return asArray(node['@type'])
    .filter((type) => typeof type === 'string')
    .map((type) => type.slice(Math.max(type.lastIndexOf('/'), type.lastIndexOf(':')) + 1))
    .map((type) => type.toLowerCase());
}

/** A value as a list: JSON-LD lets one thing stand for a list of one. */
export function asArray(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The first string a value holds, also as `@value`, `name` or `url` of an object; '' without one. */
export function asText(value: unknown): string {
  for (const item of asArray(value)) {
    if (typeof item === 'string') return item;
    if (typeof item === 'number') return String(item);
    if (typeof item !== 'object' || item === null || Array.isArray(item)) continue;
    const node = item as LdNode;
    for (const key of ['@value', 'name', 'url', '@id'])
      if (typeof node[key] === 'string') return node[key];
  }
  return '';
}

/** The address of a thing given as a string or as an object with `url`, `contentUrl` or `@id`. */
export function asUrl(value: unknown): string {
  for (const item of asArray(value)) {
    if (typeof item === 'string') return item;
    if (typeof item !== 'object' || item === null) continue;
    const node = item as LdNode;
    for (const key of ['url', 'contentUrl', '@id']) {
      const url = node[key];
      if (typeof url === 'string') return url;
      if (Array.isArray(url) && typeof url[0] === 'string') return url[0];
    }
  }
  return '';
}
