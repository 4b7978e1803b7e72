import {
  answerUnsure,
  DESK_FIELDS,
  liftTakedown,
  listImages,
  listTakedowns,
} from '@nashra/articles';
import { exportedCases, takeDownAll, unsureFields } from '@nashra/pipeline';
import { z } from 'zod';
import { RIGHTS } from '../access/rights.ts';
import { carriedOut } from '../state/errands.ts';
import { endpoint } from './endpoint.ts';
import { caseSchema, imageSchema, listOf, takedownSchema, unsureSchema } from './schemas.ts';

const because = z.string().min(1).max(2_000).meta({ description: 'Why, for the audit' });
const limit = z.coerce.number().int().min(1).max(1_000).default(50);
const id = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
export const deskField = z.enum(DESK_FIELDS as ['title', 'body', 'authors', 'date']);

export const DESK = [
  endpoint({
    path: '/desk',
    summary: 'Fields of the latest articles that the extractor is not sure of',
    right: RIGHTS.look,
    asked: z.object({ limit }),
    answer: listOf(unsureSchema),
    read: async ({ pipeline: { db } }, { limit: most }) => ({
      items: (await unsureFields(db, most)).map(({ addressId: _id, ...it }) => it),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/desk/answers',
    summary: 'Says what a page says of a field; without `right`, that what was read is right',
    right: RIGHTS.desk,
    body: z.object({
      article: z.int().min(1),
      field: deskField,
      right: z.string().max(100_000).optional(),
      because: because.optional(),
    }),
    answer: z.strictObject({ article: z.int(), field: z.string() }),
    async read({ pipeline: { db }, act }, { article, field, right, because: why }) {
      await answerUnsure(db, { articleId: article, field, right }, act(why));
      return { article, field };
    },
  }),
  endpoint({
    path: '/desk/cases',
    summary: 'What people answered, as cases for tests',
    right: RIGHTS.look,
    asked: z.object({ limit }),
    answer: listOf(caseSchema),
    read: async ({ pipeline: { db } }, { limit: most }) => ({
      items: (await exportedCases(db, most)).map(
        ({ addressId: _id, captureId: _capture, ...it }) => it,
      ),
    }),
  }),
  endpoint({
    path: '/takedowns',
    summary: 'Who is taken down, the latest first',
    right: RIGHTS.look,
    answer: listOf(takedownSchema),
    read: async ({ pipeline: { db } }) => ({ items: await listTakedowns(db) }),
  }),
  endpoint({
    method: 'post',
    path: '/takedowns',
    summary: 'Shows no article of an author or a publisher any more, and takes none in again',
    right: RIGHTS.desk,
    body: z.object({
      author: z.string().trim().min(1).max(400).optional(),
      publisher: z.string().min(1).max(200).optional().meta({ description: 'Slug' }),
      because,
    }),
    answer: z.strictObject({ takedown: z.int() }),
    async read({ pipeline: { db }, act }, { author, publisher, because: why }) {
      const wish = author === undefined ? { publisher: publisher ?? '' } : { author, publisher };
      return { takedown: await takeDownAll(db, wish, act(why)) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/takedowns/{id}/lift',
    summary: 'Lifts a takedown: what went down with it comes back',
    right: RIGHTS.desk,
    asked: z.object({ id }),
    body: z.object({ because }),
    answer: z.strictObject({ takedown: z.int() }),
    async read({ pipeline: { db }, act }, { id: takedown, because: why }) {
      await liftTakedown(db, takedown, act(why));
      return { takedown };
    },
  }),
  endpoint({
    path: '/images',
    summary: 'Images that readers reported or somebody hid, the latest first',
    right: RIGHTS.look,
    asked: z.object({ limit }),
    answer: listOf(imageSchema),
    read: async ({ pipeline: { db } }, { limit: most }) => ({
      items: await listImages(db, { limit: most }),
    }),
  }),
  ...(['hide', 'show'] as const).map((verb) =>
    endpoint({
      method: 'post',
      path: `/images/{id}/${verb}`,
      summary:
        verb === 'hide'
          ? 'Hides an image from readers'
          : 'Shows one again; reports hide it no more',
      right: RIGHTS.desk,
      asked: z.object({ id }),
      body: z.object({ because }),
      answer: z.strictObject({ image: z.int(), state: z.string() }),
      async read({ pipeline: { db }, act }, { id: image, because: why }) {
        await carriedOut(db, `image.${verb}`, { image }, act(why));
        return { image, state: verb === 'hide' ? 'hidden' : 'shown' };
      },
    }),
  ),
  endpoint({
    method: 'post',
    path: '/stories/{id}/merge',
    summary: 'Tells a story as another one; splitting off what was moved is the way back',
    right: RIGHTS.desk,
    asked: z.object({ id }),
    body: z.object({ into: z.int().min(1), because }),
    answer: z.strictObject({ from: z.int(), into: z.int(), moved: z.array(z.int()) }),
    async read({ pipeline: { db }, act }, { id: from, into, because: why }) {
      return (await carriedOut(db, 'story.merge', { from, into }, act(why))).answer;
    },
  }),
  endpoint({
    method: 'post',
    path: '/stories/split',
    summary: 'Tells articles of one story in a new one; merging it is the way back',
    right: RIGHTS.desk,
    body: z.object({ articles: z.array(z.int().min(1)).min(1).max(1_000), because }),
    answer: z.strictObject({ storyId: z.int(), from: z.int(), moved: z.array(z.int()) }),
    async read({ pipeline: { db }, act }, { articles, because: why }) {
      return (await carriedOut(db, 'story.split', { articles }, act(why))).answer;
    },
  }),
];
