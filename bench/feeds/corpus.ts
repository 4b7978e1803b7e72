import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface FeedFile {
  name: string;
  bytes: Buffer;
}

/** Every feed of a folder, or of `feeds/` in it, by name. */
export function readFeedFiles(folder: string): FeedFile[] {
  const inner = join(folder, 'feeds');
  const from = statSync(inner, { throwIfNoEntry: false })?.isDirectory() ? inner : folder;
  return readdirSync(from)
    .filter((name) => /\.(?:xml|rss|atom|rdf|json|txt)$/i.test(name))
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(from, name)) }));
}
