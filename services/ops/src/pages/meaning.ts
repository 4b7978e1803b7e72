import { meaningOf } from '@nashra/pipeline';
import type { View } from '../site/view.ts';

/** A reason of the ledger in words of the page. */
export function meaning({ words }: Pick<View, 'words'>, reason: string | null): string | null {
  if (reason === null) return null;
  const [, status] = /^http_(\d{3})$/.exec(reason) ?? [];
  if (status !== undefined) return words.answered(status);
  return Object.hasOwn(words.reasons, reason) ? (words.reasons[reason] ?? null) : meaningOf(reason);
}
