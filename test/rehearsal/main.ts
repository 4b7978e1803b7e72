/**
 * Carries out what an overlay of infra/kubernetes says by processes of this machine: commands, environments, probes, limits, grace,
 * and scaling on the real depth of the real queue.
 *
 *   infra/kubernetes/rehearse [--overlay small] [--depth 10000] [--speed 10]
 *
 * `--speed` is how many seconds of the manifests' windows pass in one. The last line is «N of M hold».
 */
import { parseArgs } from 'node:util';
import { startPublisher, waitFor } from '@nashra/testkit';
import { manifestsOf, OVERLAYS, type Overlay } from '../kubernetes/build-overlay.ts';
import { ofKind, podsOf } from '../kubernetes/manifest.ts';
import { openGround } from './cluster.ts';
import { keepScaling, type Scaling } from './keep-scaling.ts';
import { Pod } from './pod.ts';
import { countAll, fillQueue, keepPublishing, settled } from './work.ts';
import { Workload } from './workload.ts';

const { values } = parseArgs({
  options: {
    overlay: { type: 'string', default: 'small' },
    depth: { type: 'string', default: '10000' },
    speed: { type: 'string', default: '10' },
  },
});
const overlay = OVERLAYS.find((it) => it === values.overlay) as Overlay;
const depth = Number(values.depth);
const speed = Number(values.speed);
/** The order of a roll-out is nobody's: any of them may be new while the others are old. */
const ROLLED = ['scheduler', 'parse', 'index', 'fetch', 'dedupe'];
const SETTLE_MS = 1_200_000;

const verdicts: boolean[] = [];
function say(what: string, holds: boolean, figures: string): void {
  verdicts.push(holds);
  console.log(`${holds ? 'holds' : 'FAILS'}  ${what}: ${figures}`);
}
const began = performance.now();
const at = () => `${((performance.now() - began) / 1_000).toFixed(0)} s`;
const note = (line: string) => console.log(`${at().padStart(6)}  ${line}`);

const manifests = manifestsOf(overlay);
await using ground = await openGround(manifests);
await using publisher = await startPublisher();
const workloads = new Map(
  ofKind(manifests, 'Deployment').map((it) => [it.metadata.name, new Workload(it, ground.cluster)]),
);
const named = (name: string): Workload => {
  const found = workloads.get(name);
  if (!found) throw new Error(`${name} is not in the manifests`);
  return found;
};

// Everything is applied at once; who needs the schema waits for the Job.
const scaled = ofKind(manifests, 'ScaledObject');
for (const { metadata, spec } of ofKind(manifests, 'Deployment')) {
  const least = scaled.find((it) => it.metadata.name === metadata.name)?.spec?.minReplicaCount;
  await named(metadata.name).scaleTo(least ?? spec?.replicas ?? 1);
}
note(`${[...workloads.values()].reduce((sum, it) => sum + it.pods.length, 0)} pods are applied`);
const job = podsOf(manifests).get('migrate')?.spec;
if (!job) throw new Error('there is no Job that migrates');
const none = [...workloads.values()].every((it) => it.ready === 0);
const migrated = await (await Pod.schedule('migrate', job, ground.cluster)).runToEnd();
await ground.openDoors();
await Promise.all([...workloads.values()].map((it) => it.allReady()));
say('services wait for the Job that migrates', none && migrated === 0, `all ready after ${at()}`);

// Depth.
const gauges = () => `http://127.0.0.1:${named('ops').pods[0]?.port}/metrics`;
const scalings = new Map<string, Scaling>();
{
  await using open = new AsyncDisposableStack();
  await fillQueue(ground, depth);
  note(`${depth} pages wait for parse`);
  for (const it of scaled) {
    const how = { redisUrl: ground.redisUrl, gauges, speed };
    scalings.set(it.metadata.name, open.use(keepScaling(it, named(it.metadata.name), how)));
  }
  await settled(ground, SETTLE_MS);
  note('all are articles');
  const isBack = () =>
    [...scalings].every(([name, { least }]) => named(name).pods.length === least);
  await waitFor(isBack, { timeoutMs: 300_000, everyMs: 500, what: 'all to be scaled back' });
}
const parse = scalings.get('parse');
const samples = parse?.samples ?? [];
for (const [n, { seconds, depth: waiting, replicas }] of samples.entries())
  if (n === 0 || samples[n - 1]?.replicas !== replicas)
    note(`  after ${seconds.toFixed(1)} s ${waiting} jobs wait, ${replicas} pods of parse`);
const most = Math.max(...samples.map((it) => it.replicas));
const deepest = Math.max(...samples.map((it) => it.depth));
say(
  'the depth of the queue scales parse to the limit and back',
  most === parse?.most && named('parse').pods.length === parse.least && deepest > depth * 0.9,
  `${deepest} jobs, ${parse?.least} → ${most} → ${named('parse').pods.length}, back ${at()}`,
);

// A newer version, while articles come.
const live = keepPublishing(ground, publisher, 150);
for (const name of ROLLED) {
  await named(name).roll((spec) => {
    spec.containers[0]?.env?.push({ name: 'REHEARSED_VERSION', value: '2' });
    return spec;
  });
  note(`${name} is rolled, ${live.count()} articles published meanwhile`);
}
await live.stop();
await settled(ground, SETTLE_MS);
const expected = depth + live.count();
const counted = await countAll(ground);
say(
  'nothing is lost or doubled, through scaling and a rolling upgrade with a grown contract under load',
  counted.articles === expected &&
    counted.revisions === expected &&
    counted.told === expected &&
    counted.held === 0 &&
    counted.other === 0,
  `${expected} published, ${JSON.stringify(counted)}`,
);

await Promise.all([...workloads.values()].map((it) => it.stop()));
const ends = [...workloads.values()].flatMap((it) => it.ends);
const slowest = Math.max(...ends.map((it) => it.ms));
const unclean = ends.filter((it) => !it.isInGrace || it.code !== 0);
say(
  'every pod ends within its grace, and cleanly',
  unclean.length === 0,
  `${ends.length} ends, the slowest ${(slowest / 1_000).toFixed(1)} s${unclean.map((it) => `; ${it.pod} with ${it.code}`).join('')}`,
);
const restarts = [...workloads.values()].flatMap((it) => it.restarts);
say(
  'no pod is started anew, by a probe or for its memory',
  restarts.length === 0,
  restarts.join('; ') || 'none was',
);
console.log(`${verdicts.filter(Boolean).length} of ${verdicts.length} hold`);
process.exitCode = verdicts.every(Boolean) ? 0 : 1;
