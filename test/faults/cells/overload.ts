import { overloading } from '../overload.ts';

export const overload = overloading(
  {
    name: 'overload',
    what: 'half as much again as can be done comes in for 20 s; all are stopped in the midst, and start again',
  },
  { rounds: 10, drainMs: 300_000 },
);
