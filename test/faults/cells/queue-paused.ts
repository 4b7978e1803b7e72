import type { Cell } from '../cell.ts';

export const queuePaused: Cell = {
  name: 'queue-paused',
  kind: 'queue',
  what: 'somebody pauses a queue on the board, and resumes it',
  named: /parse.*paused/,
  stops: true,
  begin: ({ queues }) => queues.bull.parse.pause(),
  end: ({ queues }) => queues.bull.parse.resume(),
};
