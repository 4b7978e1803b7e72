import { addressKey, canonicalAddress } from '@nashra/address';
import type { Signature } from '@nashra/similarity';
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
export function keysOf(
  { address, guidKey, draft }: Omit<ReadDraft, 'addressId'>,
  { textKey, titleKey }: Pick<Signature, 'textKey' | 'titleKey'>,
): IdentityKey[] {
  const keys: IdentityKey[] = [{ kind: 'canonical', key: addressKey(address) }];
  const named = draft.canonical === null ? null : canonicalAddress(draft.canonical);
  if (named !== null) keys.push({ kind: 'canonical', key: addressKey(named) });
  if (guidKey) keys.push({ kind: 'guid', key: guidKey });
  if (textKey) keys.push({ kind: 'text', key: Buffer.from(textKey, 'hex') });
  if (titleKey) keys.push({ kind: 'title', key: Buffer.from(titleKey, 'hex') });
  return keys;
}
