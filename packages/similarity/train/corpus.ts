import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Signature } from '../src/signature/signature.ts';
import { signatureOf } from '../src/signature/signature-of.ts';

/** A document of a corpus of near-duplicates, in order of publication. */
export interface Doc {
  readonly id: string;
  readonly lang: string;
  readonly source: string;
  readonly title: string;
  readonly body: string;
  readonly publishedAt: number;
  readonly clusterId: string;
  readonly kind: string;
  readonly signature: Signature;
  /** Documents of one group are never split between training and scoring. */
  group: number;
}

export interface HandPair {
  readonly a: string;
  readonly b: string;
  readonly label: 'dup' | 'part' | 'story' | 'diff';
}

const rows = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** Reads docs.jsonl and meta.jsonl of a folder. */
export function readDocs(folder: string): Doc[] {
  const kinds = new Map(
    rows(join(folder, 'meta.jsonl')).map(({ id, kind, group }) => [id, { kind, group }]),
  );
  const groups = new Map<string, number>();
  return rows(join(folder, 'docs.jsonl')).map((doc, at) => {
    const { kind, group } = kinds.get(doc.id) ?? { kind: '', group: doc.id };
    if (!groups.has(group)) groups.set(group, at);
    const signature = signatureOf({ title: doc.title, body: doc.body, language: doc.lang });
    return {
      ...doc,
      publishedAt: Date.parse(doc.publishedAt),
      kind,
      signature,
      group: groups.get(group),
    };
  });
}

/** Reads manual_pairs.jsonl of a folder. */
export function readHandPairs(folder: string): HandPair[] {
  return rows(join(folder, 'manual_pairs.jsonl'));
}
