import type { Display, EntryRule } from '@nashra/db';
import {
  type AccessWish,
  RuleError,
  readRules,
  setDisplay,
  setRules,
  setSource,
} from '@nashra/sources';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-codes.ts';
import { print, printJson } from '../output/print.ts';
import { acting } from '../system/acting.ts';
import { openSystemDb, requireSystem } from '../system/find-system.ts';
import { secretKey } from '../system/secret-key.ts';
import { type AccessOptions, accessSaid } from './access-said.ts';
import { askWith } from './ask-with.ts';

export interface SetOptions extends AccessOptions {
  readonly interval?: number;
  readonly title?: string;
  readonly address?: string;
  readonly display?: Display;
  readonly block?: readonly string[];
  readonly keep?: readonly string[];
  /** False to want all. */
  readonly rules?: boolean;
  readonly asUsual?: true;
  readonly undo?: true;
  readonly because?: string;
  readonly json?: true;
}

export async function runSet(what: string, options: SetOptions): Promise<void> {
  const { display, interval, title, address } = options;
  const access = accessWish(options);
  const ofFeed = interval !== undefined || title !== undefined || address !== undefined;
  const rules = rulesSaid(options);
  const said = [display !== undefined, access !== undefined, rules !== undefined, ofFeed];
  if (said.filter(Boolean).length > 1) {
    throw new CliError(
      'One at a time: --display, what it is asked with, rules, or the others, of a feed.',
      EXIT.usage,
    );
  }
  if (display !== undefined) return await showAs(what, display, options);
  if (access !== undefined) return await setAsked(what, access, options);
  if (rules !== undefined) return await setWanted(what, rules, options);
  if (!ofFeed) throw new CliError('Nothing to set: see "nashra sources set --help".', EXIT.usage);
  await using db = openSystemDb();
  await setSource(db, what, { intervalSeconds: interval, title, address }, acting(options.because));
  if (options.json) printJson({ source: address ?? what, interval, title, address });
  else print(`${address ?? what} is set; it is polled within seconds.`);
}

type Said = Pick<SetOptions, 'because' | 'json'>;

async function showAs(what: string, display: Display, { because, json }: Said): Promise<void> {
  await using db = openSystemDb();
  await setDisplay(db, what, display, acting(because));
  if (json) printJson({ source: what, display });
  else print(`Of ${what} is shown: ${display}; sites know within a minute.`);
}

async function setAsked(what: string, wish: AccessWish, { because, json }: Said): Promise<void> {
  await using db = openSystemDb();
  const askedWith = await askWith(db, what, wish, because);
  if (json) printJson({ source: what, askedWith });
  else if (askedWith.length === 0) print(`${what} is asked as usual; it is polled within seconds.`);
  else print(`${what} is asked with ${askedWith.join(', ')}; it is polled within seconds.`);
}

function rulesSaid({ block = [], keep = [], rules }: SetOptions): EntryRule[] | undefined {
  if (rules === false) return [];
  if (block.length + keep.length === 0) return undefined;
  try {
    return readRules(block, keep);
  } catch (error) {
    throw error instanceof RuleError ? new CliError(`${error.message}.`, EXIT.usage) : error;
  }
}

async function setWanted(what: string, rules: readonly EntryRule[], { because, json }: Said) {
  await using db = openSystemDb();
  await setRules(db, what, rules, acting(because));
  if (json) printJson({ source: what, rules });
  else if (rules.length === 0) print(`All that ${what} lists is fetched.`);
  else
    print(
      `${what} has ${rules.length} rules in the place of those before; it is polled within seconds.`,
    );
}

function accessWish(options: SetOptions): AccessWish | undefined {
  const change = accessSaid(options);
  const wishes = [change, options.undo, options.asUsual].filter((it) => it !== undefined);
  if (wishes.length > 1) {
    throw new CliError('--undo and --as-usual stand alone.', EXIT.usage);
  }
  if (options.undo) return 'undo';
  if (options.asUsual) return 'forget';
  return change && { change, key: secretKey(requireSystem().dataDir) };
}
