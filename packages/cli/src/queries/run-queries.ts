import { asReader, matchesAfter } from '@nashra/reader';
import {
  listQueries,
  removeQuery,
  removeWebhook,
  requireQuery,
  SavedQueryError,
  type StoredQuery,
  saveQuery,
  setWebhook,
} from '@nashra/subscriptions';
import { oneLine, print, printJson } from '../output/print.ts';
import { acting } from '../system/acting.ts';
import { openSystemDb } from '../system/find-system.ts';
import { transact } from '../system/transact.ts';

interface ActOptions {
  readonly because?: string;
  readonly json?: true;
}

const MOST = 20_000;
const MOST_MATCHES = 1_000;

export async function runAdd(
  name: string,
  query: string,
  options: ActOptions & { language?: string; publisher?: string; webhook?: string },
): Promise<void> {
  const { because, json, language, publisher, webhook } = options;
  await using db = openSystemDb();
  const secret = await transact(db, SavedQueryError, async (tx) => {
    await saveQuery(tx, acting(because), { name, query, language, publisher });
    return webhook && (await setWebhook(tx, acting(because), name, webhook));
  });
  tell(name, secret, json);
}

export async function runWebhook(
  name: string,
  address: string | undefined,
  { because, json }: ActOptions,
): Promise<void> {
  await using db = openSystemDb();
  const secret = await transact(db, SavedQueryError, async (tx) => {
    if (address !== undefined) return await setWebhook(tx, acting(because), name, address);
    await removeWebhook(tx, acting(because), name);
    return undefined;
  });
  tell(name, secret, json);
}

function tell(query: string, secret: string | undefined, json: true | undefined): void {
  if (json) printJson({ query, ...(secret && { secret }) });
  else print(secret ? `${query}: what is sent is signed with ${secret}` : `${query}: done.`);
}

export async function runRemove(name: string, { because }: ActOptions): Promise<void> {
  await using db = openSystemDb();
  await transact(db, SavedQueryError, (tx) => removeQuery(tx, acting(because), name));
  print(`${name} is forgotten.`);
}

export async function runList({ json }: ActOptions): Promise<void> {
  await using db = openSystemDb();
  const queries = await listQueries(db, MOST);
  for (const query of queries) {
    if (json) printJson(query);
    else print(`${query.name}  ${oneLine(query.query)}  ${query.matches} found  ${sentTo(query)}`);
  }
  if (queries.length === 0 && !json) print('None.');
}

function sentTo({ webhook }: StoredQuery): string {
  if (!webhook) return 'sent nowhere';
  const { state, failures, lastError, isBehind } = webhook;
  const trouble = failures > 0 ? `, ${failures} failed: ${oneLine(lastError ?? '')}` : '';
  return `to ${oneLine(webhook.address)}: ${state}${isBehind ? ', behind' : ''}${trouble}`;
}

export async function runMatches(
  name: string,
  { after, json }: { readonly after: number; readonly json?: true },
): Promise<void> {
  await using db = openSystemDb();
  await transact(db, SavedQueryError, (tx) => requireQuery(tx, name));
  for (const match of await matchesAfter(asReader(db), { query: name, after, limit: MOST_MATCHES }))
    if (json) printJson(match);
    else
      print(`${match.seq}  ${match.event}  article ${match.articleId}  ${match.at.toISOString()}`);
}
