import { SCOPES } from '@nashra/audit';
import { z } from 'zod';

const instant = z.iso.datetime().meta({ description: 'UTC' });
const count = z.int().nonnegative();

export const errorSchema = z.strictObject({ error: z.string() });

export const groupSchema = z
  .strictObject({
    filter: z.string().meta({ description: 'That means this group and no other' }),
    state: z.enum(['dropped', 'quarantined']),
    stage: z.string(),
    reason: z.string(),
    meaning: z.string().nullable(),
    host: z.string(),
    error: z.string().nullable(),
    count,
    firstAt: instant,
    lastAt: instant,
    trend: z
      .array(count)
      .meta({ description: 'How many began to fail in each of the last 24 hours' }),
    again: count.meta({ description: 'Looked at again without anybody asking' }),
    example: z.string(),
  })
  .meta({ description: 'Failures of one stage, reason, host and error' });

export const failuresSchema = z.strictObject({
  count,
  groupCount: count,
  trend: z.array(count),
  groups: z.array(groupSchema),
});

export const phaseSchema = z.strictObject({ sent: count, ended: count, failed: count });

export const runSchema = z
  .strictObject({
    id: z.int().positive(),
    madeAt: instant,
    verb: z.enum(['retry', 'discard', 'quarantine', 'reextract']),
    filter: z.string(),
    actor: z.string(),
    reason: z.string(),
    rate: z.int().nullable(),
    isWhole: z.boolean(),
    state: z.enum([
      'waiting',
      'running',
      'paused',
      'done',
      'stopped',
      'aborted',
      'undoing',
      'undone',
    ]),
    wanted: z.enum(['abort', 'undo', 'pause', 'resume']).nullable(),
    why: z.enum(['failing', 'slow']).nullable(),
    matched: count.nullable(),
    sent: count,
    acted: count,
    takenBack: count,
    phases: z.array(phaseSchema),
    of: count.meta({ description: 'Phases in all' }),
    endedAt: instant.nullable(),
  })
  .meta({ description: 'What was done to many at once, and how it stands' });

const changedOf = { read: count, changed: count, fields: z.record(z.string(), count) };

export const reportSchema = z
  .strictObject({
    matched: count,
    ...changedOf,
    publishers: z.array(z.strictObject({ publisher: z.string(), ...changedOf })),
    pages: z.array(
      z.looseObject({
        address: z.string(),
        changes: z.array(
          z.strictObject({
            field: z.string(),
            before: z.string(),
            after: z.string(),
            alike: z.number(),
          }),
        ),
      }),
    ),
  })
  .meta({ description: 'What reading kept pages again would change' });

export const sourceSchema = z.strictObject({
  publisher: z.string(),
  name: z.string(),
  address: z.string(),
  title: z.string().nullable(),
  health: z.string(),
  evidence: z.string().nullable(),
  state: z.string(),
  intervalSeconds: z.int(),
  failures: count,
  lastReason: z.string().nullable(),
  lastPolledAt: instant.nullable(),
  lastSuccessAt: instant.nullable(),
  lastEntryAt: instant.nullable(),
  nextPollAt: instant,
  entriesPerDay: z.number().nullable(),
});

export const foundSchema = z.looseObject({
  address: z.string(),
  by: z.enum(['given', 'link', 'robots', 'guess', 'page']),
  title: z.string().nullable(),
  entries: count,
  sitemaps: count,
  publisher: z.looseObject({ slug: z.string(), name: z.string() }),
});

export const guardSchema = z.strictObject({
  publisher: z.string(),
  name: z.string(),
  state: z.enum(['watching', 'held', 'off']),
  told: z
    .looseObject({
      fields: z.array(z.strictObject({ field: z.string(), before: z.number(), now: z.number() })),
      isCollapse: z.boolean(),
    })
    .nullable(),
  toldAt: instant.nullable(),
  since: instant.nullable().meta({ description: 'When the first page like that came' }),
});

export const unsureSchema = z.strictObject({
  articleId: z.int(),
  address: z.string(),
  field: z.string(),
  sureness: z.number(),
  said: z.string().meta({ description: 'What was read; of a body its beginning' }),
});

export const caseSchema = z.strictObject({
  articleId: z.int(),
  address: z.string(),
  sha256: z.string().nullable().meta({ description: 'Of the kept body' }),
  contentType: z.string().nullable(),
  field: z.string(),
  said: z.string(),
  right: z.string(),
  actor: z.string(),
  at: instant,
});

export const imageSchema = z.strictObject({
  id: z.int(),
  articleId: z.int(),
  url: z.string(),
  hiddenAt: instant.nullable(),
  hiddenBy: z.enum(['operator', 'reports']).nullable(),
  approvedAt: instant.nullable().meta({ description: 'When somebody said that it may be seen' }),
  reports: count,
});

export const takedownSchema = z.strictObject({
  id: z.int(),
  kind: z.enum(['author', 'publisher']),
  publisherId: z.int().nullable(),
  name: z.string().nullable(),
  actor: z.string(),
  reason: z.string(),
  madeAt: instant,
  liftedAt: instant.nullable(),
  articles: z.int().meta({ description: 'That are down by it' }),
});

export const concernSchema = z.looseObject({
  is: z.string(),
  where: z.string(),
  href: z.string().meta({ description: 'The page with the verb that mends it' }),
  since: instant.nullable(),
});

export const deedSchema = z.strictObject({
  id: z.int(),
  at: instant,
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  reason: z.string().nullable(),
  detail: z.looseObject({}),
});

export const userSchema = z.strictObject({
  name: z.string(),
  role: z.string(),
  madeAt: instant,
  signsOn: z.boolean().meta({ description: 'By a provider elsewhere, who says the role' }),
});

export const tokenSchema = z.strictObject({
  id: z.int(),
  who: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  madeAt: instant,
  endsAt: instant,
});

export const listOf = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item) });
