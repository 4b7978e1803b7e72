import { overloading } from '../overload.ts';

export const overloadLong = overloading(
  {
    name: 'overload-long',
    what: 'the same for ten minutes',
    isLong: true,
  },
  { rounds: 300, drainMs: 1_800_000 },
);
