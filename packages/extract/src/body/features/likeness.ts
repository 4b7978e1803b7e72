import { tokenShare, trigramShare } from '../resemblance.ts';
import type { FeatureGroup } from './group.ts';

/** How much of the block stands elsewhere: in titles, descriptions, in other blocks. */
export const likeness: FeatureGroup = {
  names: [
    'like-title',
    'title-cover',
    'like-description',
    'description-cover',
    'description-tokens',
    'has-description',
    'repeated',
    'repeated:before',
  ],
  write({ tokens, texts, title, description, repeats }, { indices, starts, values }, column) {
    const titleSize = Math.max(1, title.tokens.size);
    const descriptionSize = Math.max(1, description.trigrams.size);
    for (let place = 0; place < indices.length; place++) {
      const index = indices[place] as number;
      let at = (starts[place] as number) + column;
      const facts = texts[index] as (typeof texts)[number];
      const words = facts.tokenEnd - facts.tokenStart;
      const titleShare = tokenShare(tokens, facts, title);
      const descriptionShare = trigramShare(tokens, facts, description);
      values[at++] = titleShare;
      values[at++] = Math.min(2, (titleShare * words) / titleSize);
      values[at++] = descriptionShare;
      values[at++] = Math.min(2, (Math.max(0, descriptionShare) * words) / descriptionSize);
      values[at++] = tokenShare(tokens, facts, description);
      values[at++] = description.trigrams.size;
      values[at++] = repeats.shares[index] as number;
      values[at] = repeats.before[index] as number;
    }
  },
};
