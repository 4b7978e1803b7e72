import { tokenShare, trigramShare } from '../resemblance.ts';
import type { FeatureGroup } from './group.ts';

const CHARS_PER_WORD = 6;

/** How much of the block stands elsewhere: in titles, descriptions, the data for search engines, in other blocks. */
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
    'like-data',
    'data-tokens',
    'data-share',
  ],
  write(facts, { indices, starts, values }, column) {
    const { tokens, texts, title, description, data, repeats, containers } = facts;
    const titleSize = Math.max(1, title.tokens.size);
    const descriptionSize = Math.max(1, description.trigrams.size);
    // Data may hold the beginning of the text alone, or nothing.
    const dataSize = data.trigrams.size;
    const dataShare = Math.min(3, (CHARS_PER_WORD * dataSize) / Math.max(1, containers.total));
    for (let place = 0; place < indices.length; place++) {
      const index = indices[place] as number;
      let at = (starts[place] as number) + column;
      const text = texts[index] as (typeof texts)[number];
      const words = text.tokenEnd - text.tokenStart;
      const titleShare = tokenShare(tokens, text, title);
      const descriptionShare = trigramShare(tokens, text, description);
      values[at++] = titleShare;
      values[at++] = Math.min(2, (titleShare * words) / titleSize);
      values[at++] = descriptionShare;
      values[at++] = Math.min(2, (Math.max(0, descriptionShare) * words) / descriptionSize);
      values[at++] = tokenShare(tokens, text, description);
      values[at++] = description.trigrams.size;
      values[at++] = repeats.shares[index] as number;
      values[at++] = repeats.before[index] as number;
      values[at++] = dataSize > 0 ? trigramShare(tokens, text, data) : -2;
      values[at++] = dataSize;
      values[at] = dataShare;
    }
  },
};
