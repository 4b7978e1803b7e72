import { once } from 'node:events';
import { Transform } from 'node:stream';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { openReader } from '@nashra/reader';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-codes.ts';
import { visibleJson } from '../output/visible.ts';
import { readingAddress } from '../system/find-system.ts';
import { untilInterrupted } from '../system/interrupt.ts';
import { createMcpServer } from './server.ts';

/** As a reader, whoever the login is: nothing can be written, and the pipeline’s own tables are out of reach. */
const AS_READER = '-c role=nashra_reader -c default_transaction_read_only=on';

/** Serves until its input ends. */
export async function runMcp(): Promise<void> {
  const url = new URL(readingAddress());
  // What a pooler's session becomes it is for whoever gets it next.
  if (url.searchParams.has('pooler'))
    throw new CliError(
      'A pooler of transactions lends no session to read in as a reader: name the server or a replica in DATABASE_READ_URL.',
      EXIT.usage,
    );
  url.searchParams.set('options', AS_READER);
  await using reader = openReader(url.href, { name: 'nashra-mcp', statementTimeoutMs: 10_000 });
  using interrupt = untilInterrupted();
  const server = createMcpServer(reader);
  const closed = new AbortController();
  server.server.onclose = () => closed.abort();
  process.stdin.once('end', () => closed.abort());
  // Whoever tries it by hand has a terminal there.
  const out = spelling();
  out.pipe(process.stdout);
  await server.connect(new StdioServerTransport(process.stdin, out));
  const { signal } = closed;
  const ended = AbortSignal.any([signal, interrupt.signal]);
  if (!ended.aborted) await once(ended, 'abort');
  await server.close();
}

/** Messages that mean the same, with what steers a terminal spelt out; each is written whole. */
function spelling(): Transform {
  return new Transform({
    transform: (message, _, done) => done(null, visibleJson(String(message))),
  });
}
