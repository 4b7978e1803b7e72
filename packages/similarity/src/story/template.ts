import type { Signature } from '../signature/signature.ts';
import { holds } from '../signature/sketch.ts';

interface InStory {
  readonly storyId: number;
  readonly signature: Signature;
}

/**
 * For each story among the candidates, the shingles of a text that other stories hold too: what is said every day
 * (forecasts, congratulations, prayer times), or a text that is made of several.
 */
export function templatesOf(
  text: Signature,
  candidates: readonly InStory[],
): ReadonlyMap<number, ReadonlySet<number>> {
  const stories = new Map<number, Signature[]>();
  for (const { storyId, signature } of candidates) {
    const held = stories.get(storyId);
    if (held) held.push(signature);
    else stories.set(storyId, [signature]);
  }
  const templates = new Map([...stories.keys()].map((id) => [id, new Set<number>()]));
  if (stories.size < 2) return templates;
  for (const shingle of text.shingles) {
    const holders = [...stories].filter(([, texts]) =>
      texts.some(({ shingles }) => holds(shingles, shingle)),
    );
    if (holders.length === 0) continue;
    const only = holders.length === 1 ? holders[0]?.[0] : undefined;
    for (const [id, template] of templates) if (id !== only) template.add(shingle);
  }
  return templates;
}
