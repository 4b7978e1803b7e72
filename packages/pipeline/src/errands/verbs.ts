import { catalogSchema } from '@nashra/sources';
import { z } from 'zod';

const id = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
const web = z.string().min(1).max(4_096);

/**
 * What may be asked for, by its verb; each with what it takes. Who carries one out reads it by these: the process that
 * asks faces browsers.
 */
export const ERRANDS = {
  'image.hide': z.strictObject({ image: id }),
  'image.show': z.strictObject({ image: id }),
  'story.merge': z.strictObject({ from: id, into: id }),
  'story.split': z.strictObject({ articles: z.array(id).min(1).max(1_000) }),
  'address.replay': z.strictObject({ address: id, from: z.enum(['fetch', 'parse']) }),
  'source.add': z.strictObject({ catalog: catalogSchema }),
  'source.move': z.strictObject({ source: web, to: web }),
  'source.adopt': z.strictObject({ source: web, choose: z.int().min(1).max(100) }),
  'source.find': z.strictObject({ address: web }),
  'page.read': z.strictObject({ address: id }),
  'pages.compare': z.strictObject({
    filter: z.string().min(1).max(2_000),
    pages: z.int().min(1).max(1_000),
  }),
} as const;

export type ErrandVerb = keyof typeof ERRANDS;
/** What a verb takes. */
export type Asked<Verb extends ErrandVerb> = z.output<(typeof ERRANDS)[Verb]>;
