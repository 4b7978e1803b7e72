/**
 * Trains the judges of blocks and of pages and measures them, from labelled pages to the tables of figures.
 *   node packages/extract/train/body/main.ts <corpus folder> <work folder> [--ship]
 * With --ship the model that has seen every publisher becomes the shipped one. Needs python3 with
 * xgboost (Debian: python3-xgboost) on the PATH.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDS } from './folds.ts';

const [root, work, flag] = process.argv.slice(2);
if (!root || !work) throw new Error('usage: main.ts <corpus folder> <work folder> [--ship]');
const here = import.meta.dirname;

function run(command: string, ...args: readonly string[]): void {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
}
const script = (name: string): void => run(process.execPath, join(here, name), root, work);
const train = (step: string): void => run('python3', join(here, 'train.py'), work, step);

script('dump.ts');
train('first');
script('write-context.ts');
train('second');
if (flag === '--ship') {
  copyFileSync(join(work, `model.${FOLDS}.json`), join(here, '../../src/body/body.weights.json'));
}
script('cross-validate.ts');
script('../sureness/dump.ts');
run('python3', join(here, '../sureness/train.py'), work);
if (flag === '--ship') {
  copyFileSync(join(work, 'sureness.json'), join(here, '../../src/sureness/sureness.weights.json'));
}
