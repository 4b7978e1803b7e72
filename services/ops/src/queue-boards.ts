import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { PipelineQueues } from '@nashra/pipeline';
import type { FastifyInstance } from 'fastify';

/** Its own page uses inline styles. */
const POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  // It has a base of its own.
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** It asks for a font from elsewhere, which would be told who looks; the system's own will do. */
const FOREIGN = /<link[^>]*href="https?:[^>]*>/gi;

/** Bull Board over every queue: look at jobs, retry, promote, pause. */
export async function serveQueueBoards(
  app: FastifyInstance,
  queues: PipelineQueues,
  prefix: string,
): Promise<void> {
  const serverAdapter = new FastifyAdapter().setBasePath(prefix);
  createBullBoard({
    queues: Object.values(queues.bull).map((queue) => new BullMQAdapter(queue)),
    serverAdapter,
    options: {
      uiConfig: {
        boardTitle: 'Nashra queues',
        miscLinks: [{ text: 'Overview', url: '/' }],
        pollingInterval: { showSetting: true },
      },
    },
  });
  await app.register(async (board) => {
    board.addHook('onSend', async (_, reply, payload) => {
      reply.header('content-security-policy', POLICY);
      return typeof payload === 'string' ? payload.replace(FOREIGN, '') : payload;
    });
    await board.register(serverAdapter.registerPlugin(), { prefix });
  });
}
