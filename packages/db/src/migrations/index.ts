import type { Migration } from 'kysely/migration';
import * as ids from './0001-ids.ts';
import * as ledger from './0002-ledger.ts';
import * as articles from './0003-articles.ts';
import * as reader from './0004-reader.ts';
import * as publisherMemory from './0005-publisher-memory.ts';
import * as owners from './0006-owners.ts';
import * as flight from './0007-flight.ts';
import * as stories from './0008-stories.ts';
import * as passing from './0011-passing.ts';

/** Append only. Order is the order of the keys. */
export const migrations: Record<string, Migration> = {
  '0001-ids': ids,
  '0002-ledger': ledger,
  '0003-articles': articles,
  '0004-reader': reader,
  '0005-publisher-memory': publisherMemory,
  '0006-owners': owners,
  '0007-flight': flight,
  '0008-stories': stories,
  '0011-passing': passing,
};
