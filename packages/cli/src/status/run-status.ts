import { readStatus } from '@nashra/pipeline';
import { print, printJson } from '../output/print.ts';
import { openSystem } from '../system/find-system.ts';
import { statusText } from './status-text.ts';

export async function runStatus({ json }: { json?: true }): Promise<void> {
  await using system = await openSystem();
  const status = await readStatus(system);
  if (json) printJson(status);
  else print(statusText(status));
}
