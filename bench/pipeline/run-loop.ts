import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { cpuOfTree } from '@nashra/testkit';
import { type Ground, hostOf } from './ground.ts';
import { BENCH_FOLDER } from './pages.ts';
import { WARM_ARTICLES, WARM_RUN } from './run-pipeline.ts';

/** CPU ms an article of one of the programs without a pipeline, Postgres counted. */
export async function runLoop(
  ground: Ground,
  kind: 'straight' | 'script',
  round: number,
): Promise<number> {
  await using site = await ground.serve(round);
  const feeds = Array.from({ length: ground.size.hosts }, (_, at) => `http://${hostOf(at)}/feed`);
  const { databaseUrl } = ground;
  const task = JSON.stringify({ port: site.port, feeds, databaseUrl });
  await site.show(WARM_RUN + round, WARM_ARTICLES);
  const child = fork(join(BENCH_FOLDER, 'loop.ts'), [kind, task]);
  await once(child, 'message');
  await site.show(round, ground.size.articles);
  const before = cpuOfTree(ground.postgres.pid);
  child.send('go');
  const [report] = (await once(child, 'message')) as [{ articles: number; cpuMs: number }];
  await once(child, 'exit');
  const postgres = cpuOfTree(ground.postgres.pid) - before;
  return (report.cpuMs + postgres) / report.articles;
}
