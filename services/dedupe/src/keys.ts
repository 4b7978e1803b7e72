import { createHash } from 'node:crypto';
import { addressKey, canonicalAddress } from '@nashra/address';
import type { ArticleKeyKind } from '@nashra/db';
import { textKey, titleKey } from '@nashra/text';
import type { Subject } from './handler.ts';

export interface IdentityKey {
  readonly kind: ArticleKeyKind;
  /** 16 bytes. */
  readonly key: Buffer;
}

/** By what the article of a draft can be recognised, strongest first. */
export function keysOf({ address, guidKey, draft }: Subject): IdentityKey[] {
  const keys: IdentityKey[] = [{ kind: 'canonical', key: addressKey(address) }];
  const own = ownAddress(draft.canonical);
  if (own && !own.equals(keys[0]?.key as Buffer)) keys.push({ kind: 'canonical', key: own });
  if (guidKey) keys.push({ kind: 'guid', key: guidKey });
  const text = textKey(draft.body);
  if (text) keys.push({ kind: 'text', key: digest(text) });
  const title = titleKey(draft.title);
  if (title) keys.push({ kind: 'title', key: digest(title) });
  return keys;
}

/** The page's own word for its address; a home page is nobody's canonical address. */
function ownAddress(canonical: string | null): Buffer | null {
  const address = canonical === null ? null : canonicalAddress(canonical);
  if (address === null) return null;
  const { pathname, search } = new URL(address);
  return pathname === '/' && search === '' ? null : addressKey(address);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest().subarray(0, 16);
}
