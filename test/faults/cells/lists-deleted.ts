import { way } from '@nashra/pipeline';
import type { Cell } from '../cell.ts';

export const listsDeleted: Cell = {
  name: 'lists-deleted',
  kind: 'queue',
  what: 'lists of waiting and delayed jobs are deleted, while the records of their jobs are there',
  async begin({ raw, queues, key }) {
    // Something stands in them, whatever the pace of the machine.
    for (const { name } of way) await queues.bull[name].pause();
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const lists = way.flatMap(({ name }) =>
      ['wait', 'delayed', 'prioritized'].map((it) => key(name, it)),
    );
    for (const list of lists) await raw.del(list);
    for (const { name } of way) await queues.bull[name].resume();
  },
};
