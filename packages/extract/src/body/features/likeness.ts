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
  ],
  prepare({ tokens, texts, title, description, repeated }) {
    const titleSize = Math.max(1, title.tokens.size);
    const descriptionSize = Math.max(1, description.trigrams.size);
    return (index, row, start) => {
      let at = start;
      const facts = texts[index] as (typeof texts)[number];
      const words = facts.tokenEnd - facts.tokenStart;
      const titleShare = tokenShare(tokens, facts, title);
      const descriptionShare = trigramShare(tokens, facts, description);
      row[at++] = titleShare;
      row[at++] = Math.min(2, (titleShare * words) / titleSize);
      row[at++] = descriptionShare;
      row[at++] = Math.min(2, (Math.max(0, descriptionShare) * words) / descriptionSize);
      row[at++] = tokenShare(tokens, facts, description);
      row[at++] = description.trigrams.size;
      row[at] = repeated[index] as number;
    };
  },
};
