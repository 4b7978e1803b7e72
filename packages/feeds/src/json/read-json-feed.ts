import { AddressRoom } from '../address-room.ts';
import type { Feed } from '../feed.ts';
import { FeedDraft } from '../feed-draft.ts';
import { FeedError } from '../feed-error.ts';
import { alternate, finishEntry, finishFeed } from '../finish.ts';
import { pageAddress } from '../markup/page-address.ts';
import { resolveAddress } from '../markup/resolve-address.ts';
import type { ReadContext } from '../read-context.ts';
import { Spoken } from '../spoken.ts';
import { parsedStrictly, salvageJson } from './salvage.ts';
import {
  authorsOf,
  isRecord,
  type JsonRecord,
  type JsonScope,
  listOf,
  scalarOf,
  stringOf,
  textOf,
} from './values.ts';

/** Reads JSON Feed 1.0 and 1.1 (jsonfeed.org). */
export function readJsonFeed(
  text: string,
  context: ReadContext,
  options: { encoding: string; base: string | null; language: string | null },
): Omit<Feed, 'warnings'> {
  const document = readDocument(text, context);
  const scope = { base: options.base, language: stringOf(document['language']) };
  context.language ??= scope.language;
  context.own.home = addressOf(document, 'home_page_url', scope);
  const entries = [];
  const room = new AddressRoom(text);
  for (const item of document['items'].slice(0, context.limits.maxItems)) {
    context.deadline.check();
    if (!isRecord(item)) continue;
    const entry = finishEntry(readItem(item, new Spoken(context), scope));
    if (!room.take(entry)) {
      context.warnings.add('too-many-entries');
      break;
    }
    entries.push(entry);
  }
  if (document['items'].length > context.limits.maxItems) context.warnings.add('too-many-entries');
  const draft = readHead(document, new FeedDraft(context), scope);
  draft.language ??= options.language;
  const version =
    /(\d+(?:\.\d+)?)\/?$/.exec((stringOf(document['version']) ?? '').slice(0, 200))?.[1] ?? '';
  return finishFeed(draft, { format: 'json', version, encoding: options.encoding }, entries);
}

function readDocument(text: string, { warnings, limits }: ReadContext): JsonFeedDocument {
  const whole = parsedStrictly(text);
  const document = whole === undefined ? salvageJson(text, limits.maxItems) : whole;
  if (!isRecord(document) || !isFeed(document)) {
    throw new FeedError('NOT_A_FEED', 'the document is neither XML nor a JSON Feed');
  }
  if (whole === undefined) warnings.add('bad-json');
  return document;
}

type JsonFeedDocument = JsonRecord & { items: unknown[] };

/** Plenty of JSON has items; a feed says that it is one, or its items look like entries. */
function isFeed(document: JsonRecord): document is JsonFeedDocument {
  const items = document['items'];
  if (!Array.isArray(items)) return false;
  if (/jsonfeed/i.test(stringOf(document['version']) ?? '')) return true;
  return (
    isRecord(items[0]) &&
    ['url', 'content_html', 'content_text'].some((key) => key in (items[0] as JsonRecord))
  );
}

function readHead(head: JsonRecord, draft: FeedDraft, scope: JsonScope): FeedDraft {
  const addLink = (key: string, rel: string) => {
    const href = addressOf(head, key, scope);
    if (href !== null) draft.add(draft.links, { ...alternate(href), rel });
  };
  setText(draft, 'title', head['title'], 'text/plain', scope);
  setText(draft, 'subtitle', head['description'], 'text/plain', scope);
  addLink('home_page_url', 'alternate');
  addLink('feed_url', 'self');
  addLink('next_url', 'next');
  draft.language = scope.language;
  draft.authors.push(...authorsOf(head, scope));
  for (const hub of listOf(head['hubs'])) {
    const href = isRecord(hub) ? addressOf(hub, 'url', scope) : null;
    if (href !== null) draft.add(draft.links, { ...alternate(href), rel: 'hub' });
  }
  for (const key of ['icon', 'favicon']) {
    const url = addressOf(head, key, scope);
    if (url !== null) draft.addImage(url);
  }
  return draft;
}

function readItem(item: JsonRecord, draft: Spoken, scope: JsonScope): Spoken {
  draft.id = scalarOf(item['id']);
  draft.language = stringOf(item['language']);
  const url = pageAddress(stringOf(item['url']) ?? '', scope.base);
  const external = pageAddress(stringOf(item['external_url']) ?? '', scope.base);
  if (url !== null) draft.add(draft.links, alternate(url));
  if (external !== null) {
    draft.add(draft.links, { ...alternate(external), rel: url === null ? 'alternate' : 'related' });
  }
  if (draft.id !== null && /^https?:\/\//.test(draft.id)) draft.addresses.guid = draft.id;
  setText(draft, 'title', item['title'], 'text/plain', scope);
  setText(draft, 'summary', item['summary'], 'text/plain', scope);
  const html = textOf(item['content_html'], 'text/html', scope, draft.context.limits.maxFieldChars);
  const plain = textOf(
    item['content_text'],
    'text/plain',
    scope,
    draft.context.limits.maxFieldChars,
  );
  const content = html ?? plain;
  if (content) draft.contents.push(content);
  draft.setDate('published', scalarOf(item['date_published']) ?? '', 0);
  draft.setDate('updated', scalarOf(item['date_modified']) ?? '', 0);
  draft.authors.push(...authorsOf(item, scope));
  for (const tag of listOf(item['tags'])) {
    const term = stringOf(tag);
    if (term !== null) draft.addCategory({ term, scheme: null, label: null });
  }
  for (const key of ['image', 'banner_image']) {
    const image = addressOf(item, key, scope);
    if (image !== null) draft.addImage(image);
  }
  readAttachments(item, draft, scope);
  return draft;
}

function readAttachments(item: JsonRecord, draft: Spoken, scope: JsonScope): void {
  for (const attachment of listOf(item['attachments'])) {
    const url = isRecord(attachment) ? addressOf(attachment, 'url', scope) : null;
    if (url === null || !isRecord(attachment)) continue;
    const size = attachment['size_in_bytes'];
    const length = typeof size === 'number' ? String(size) : null;
    draft.add(draft.enclosures, { url, type: stringOf(attachment['mime_type']), length });
  }
}

function addressOf(record: JsonRecord, key: string, { base }: JsonScope): string | null {
  const written = stringOf(record[key]);
  return written === null ? null : resolveAddress(written, base);
}

function setText(
  draft: Spoken,
  slot: 'title' | 'subtitle' | 'summary',
  value: unknown,
  type: string,
  scope: JsonScope,
): void {
  const text = textOf(value, type, scope, draft.context.limits.maxFieldChars);
  if (text) draft.setText(slot, text, 0);
}
