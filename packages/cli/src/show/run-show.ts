import { type Journey, journeyOf } from '@nashra/pipeline';
import { CliError } from '../cli-error.ts';
import { print, printJson } from '../output/print.ts';
import { openSystem } from '../system/find-system.ts';
import { journeyText } from './journey-text.ts';

export async function runShow(what: string, { json }: { json?: true }): Promise<void> {
  await using system = await openSystem();
  const journey: Journey | null = await journeyOf(system, what);
  if (!journey) throw new CliError(`Not in the ledger: ${what}. No feed has shown it so far.`);
  if (json) printJson(journey);
  else print(journeyText(journey));
}
