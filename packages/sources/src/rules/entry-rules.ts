import type { EntryRule } from '@nashra/db';
import { foldText } from '@nashra/text';

/** What a rule looks at. */
export interface RuledEntry {
  readonly address: string;
  readonly title: string;
  readonly categories: readonly string[];
}

/** A rule that nobody can follow. */
export class RuleError extends Error {
  override name = 'RuleError';
  readonly code = 'BAD_RULE';
}

const RULE = /^(address|title|category):(.+)$/s;
const MAX_LENGTH = 500;
const MOST_RULES = 200;

/**
 * Rules as they are typed: `address:/sport/*`, `title:words`, `category:Sport`. Of addresses any part, `*` for anything; of
 * titles and categories words that stand together, whatever their case and marks.
 *
 * @throws RuleError
 */
export function readRules(block: readonly string[], keep: readonly string[]): EntryRule[] {
  const rules = [
    ...block.map((text) => readRule(text, 'block')),
    ...keep.map((text) => readRule(text, 'keep')),
  ];
  if (rules.length > MOST_RULES) throw new RuleError(`more than ${MOST_RULES} rules`);
  return rules;
}

function readRule(text: string, does: EntryRule['does']): EntryRule {
  const [, of, what = ''] = RULE.exec(text.trim()) ?? [];
  const isWords = of !== 'address';
  if (of === undefined || what.length > MAX_LENGTH || (isWords && foldText(what).trim() === '')) {
    throw new RuleError(`«${text.slice(0, 100)}» is no rule: address:…, title:… or category:…`);
  }
  return { does, of: of as EntryRule['of'], what: what.trim() };
}

/** The rule that keeps an entry from being fetched; null where it is wanted. */
export function rulingOn(rules: readonly EntryRule[], entry: RuledEntry): EntryRule | null {
  const blocks = rules.find((rule) => rule.does === 'block' && fits(rule, entry));
  if (blocks) return blocks;
  const keeps = rules.filter(({ does }) => does === 'keep');
  return keeps.length === 0 || keeps.some((rule) => fits(rule, entry)) ? null : (keeps[0] ?? null);
}

function fits({ of, what }: EntryRule, { address, title, categories }: RuledEntry): boolean {
  if (of === 'address') return hasPieces(decoded(address), decoded(what).split('*'));
  return (of === 'title' ? [title] : categories).some((text) => hasWords(text, what));
}

function hasWords(text: string, words: string): boolean {
  return ` ${foldText(text).trim()} `.includes(` ${foldText(words).trim()} `);
}

/** Whether the pieces stand in the text in this order: in one pass, whatever they are. */
function hasPieces(text: string, pieces: readonly string[]): boolean {
  let from = 0;
  for (const piece of pieces) {
    const at = text.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return true;
}

function decoded(address: string): string {
  try {
    return decodeURI(address).toLowerCase();
  } catch {
    return address.toLowerCase();
  }
}
