import type { Cell } from '../cell.ts';

export const schedulerGone: Cell = {
  name: 'scheduler-gone',
  kind: 'process',
  what: 'the scheduler is killed and comes back after a while',
  named: /no answer|not heard/,
  holdMs: 5_000,
  begin: (system) => system.kill('scheduler'),
  end: (system) => system.start('scheduler'),
};
