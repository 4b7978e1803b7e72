import { type Journey, journeyOf } from '@nashra/pipeline';
import { CliError } from '../cli-error.ts';
import { print, printJson } from '../output/print.ts';
import { openSystem } from '../system/find-system.ts';
import { journeyText } from './journey-text.ts';

export async function runShow(what: string, { json }: { json?: true }): Promise<void> {
  await using system = await openSystem();
  const journey: Journey | null = await journeyOf(system, what);
  if (!journey) throw new CliError(unknown(what));
  if (json) printJson(journey);
  else print(journeyText(journey));
}

function unknown(what: string): string {
  const why = /^\d+$/.test(what)
    ? 'No address and no article has that id.'
    : /^https?:\/\//i.test(what)
      ? 'No feed has shown it so far.'
      : 'It is no web address, and no id.';
  return `Not in the ledger: ${what}. ${why}`;
}
