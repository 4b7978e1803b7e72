import type { Cell } from '../cell.ts';

export const emptyPayload: Cell = {
  name: 'empty-payload',
  kind: 'queue',
  what: 'jobs are added by hand that are nobody’s',
  guilty: 2,
  async begin({ queues }) {
    await queues.bull.parse.add('parse', {} as never);
    await queues.bull.index.add('index', {} as never);
  },
  async check({ db }) {
    const rows = await db.selectFrom('quarantine').select('message').execute();
    const nameless = rows.filter(({ message }) => !/^job \S+ of (parse|index)/.test(message));
    if (nameless.length > 0)
      throw new Error(`they do not name themselves: ${nameless[0]?.message}`);
  },
};
