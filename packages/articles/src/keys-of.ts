import { createHash } from 'node:crypto';
import { addressKey, canonicalAddress } from '@nashra/address';
import { textKey, titleKey } from '@nashra/text';
import type { Draft } from './draft.ts';
import type { IdentityKey } from './identity.ts';

/** What was read off the page of an address. */
export interface ReadDraft {
  readonly addressId: number;
  readonly address: string;
  readonly guidKey: Buffer | null;
  readonly draft: Draft;
}

/** By what the article of a draft can be recognised, strongest first. */
export function keysOf({ address, guidKey, draft }: Omit<ReadDraft, 'addressId'>): IdentityKey[] {
  const keys: IdentityKey[] = [{ kind: 'canonical', key: addressKey(address) }];
  const named = draft.canonical === null ? null : canonicalAddress(draft.canonical);
  if (named !== null) keys.push({ kind: 'canonical', key: addressKey(named) });
  if (guidKey) keys.push({ kind: 'guid', key: guidKey });
  const text = textKey(draft.body);
  if (text) keys.push({ kind: 'text', key: digest(text) });
  const title = titleKey(draft.title);
  if (title) keys.push({ kind: 'title', key: digest(title) });
  return keys;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest().subarray(0, 16);
}
