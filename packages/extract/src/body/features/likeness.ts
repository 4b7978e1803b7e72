import { tokenShare, trigramShare } from '../resemblance.ts';
import type { FeatureGroup } from './group.ts';

/** How much of the block stands elsewhere: in titles, descriptions, JSON-LD, in other blocks. */
export const likeness: FeatureGroup = {
  names: [
    'like-title',
    'title-cover',
    'like-description',
    'description-cover',
    'description-tokens',
    'like-article-body',
    'has-article-body',
    'has-description',
    'repeated',
    'copies',
  ],
  write({ tokens, texts, title, description, articleBody, repeated, copies }, index, row, at) {
    const facts = texts[index] as (typeof texts)[number];
    const words = facts.tokenEnd - facts.tokenStart;
    const titleShare = tokenShare(tokens, facts, title);
    const descriptionShare = trigramShare(tokens, facts, description);
    row[at++] = titleShare;
    row[at++] = title.tokens.size > 0 ? Math.min(2, (titleShare * words) / title.tokens.size) : 0;
    row[at++] = descriptionShare;
    row[at++] =
      description.trigrams.size > 0
        ? Math.min(2, (Math.max(0, descriptionShare) * words) / description.trigrams.size)
        : 0;
    row[at++] = tokenShare(tokens, facts, description);
    row[at++] = articleBody.trigrams.size > 0 ? trigramShare(tokens, facts, articleBody) : -2;
    row[at++] = articleBody.trigrams.size;
    row[at++] = description.trigrams.size;
    row[at++] = repeated[index] as number;
    row[at] = copies[index] as number;
  },
};
