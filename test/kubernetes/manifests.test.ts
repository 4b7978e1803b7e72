import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { queues } from '@nashra/pipeline';
import { variablesOf } from '@nashra/stack';
import { describe, expect, it } from 'vitest';
import {
  buildOverlay,
  digestOfSources,
  findBuilder,
  manifestsOf,
  OVERLAYS,
  readBuilt,
} from './build-overlay.ts';
import { type Manifest, ofKind, podsOf } from './manifest.ts';
import { againstPolicy } from './policy.ts';
import { againstSchema, unknownFields } from './schema.ts';

const builder = findBuilder();
if (!builder)
  process.stderr.write('SKIPPED: neither kustomize nor kubectl is here: nothing was built anew\n');
const services = readdirSync(resolve(import.meta.dirname, '../../services')).toSorted();

describe.each(OVERLAYS)('the overlay %s', (name) => {
  const manifests = manifestsOf(name);
  const clone = () => structuredClone(manifests) as Manifest[];

  it('was built of what stands here', () => {
    expect(readBuilt(name)).toContain(`# Sources: ${digestOfSources()}\n`);
  });

  it.skipIf(!builder)('is what kustomize makes of it', () => {
    expect(readBuilt(name)).toBe(buildOverlay(name));
  });

  it('is what the API knows', async () => {
    const against = await Promise.all(manifests.map(againstSchema));
    expect(against.filter(Boolean)).toEqual([]);
    expect(unknownFields(manifests)).toEqual([]);
    expect(manifests.length).toBeGreaterThan(25);
  }, 60_000);

  it('is found out when it is not', async () => {
    const bad = clone();
    const [deployment] = ofKind(bad, 'Deployment');
    Object.assign(deployment?.spec ?? {}, { replicas: 'two' });
    const against = await Promise.all(bad.map(againstSchema));
    expect(against.filter(Boolean)).toHaveLength(1);
    const odd = clone();
    Object.assign(ofKind(odd, 'Deployment')[0]?.spec?.template.spec ?? {}, { livenesProbe: {} });
    expect(unknownFields(odd)).toHaveLength(1);
  }, 60_000);

  it('keeps to the restricted standard, and to who may talk to whom', () => {
    expect(againstPolicy(manifests)).toEqual([]);
  });

  it.each([
    ['may gain rights', (pod: Pod) => delete pod.containers[0]?.securityContext],
    ['may run as root', (pod: Pod) => delete pod.securityContext?.runAsNonRoot],
    ['has no limit of memory', (pod: Pod) => delete pod.containers[0]?.resources?.limits],
    [
      'has a secret in plain text',
      (pod: Pod) => pod.containers[0]?.env?.push({ name: 'REDIS_PASSWORD', value: 'x' }),
    ],
    [
      'mounts what the restricted standard forbids',
      (pod: Pod) => pod.volumes?.push({ name: 'host', hostPath: { path: '/' } }),
    ],
  ])('is told when one %s', (what, spoil) => {
    const bad = clone();
    const pod = podsOf(bad).get('parse')?.spec;
    if (pod) spoil(pod as Pod);
    expect(againstPolicy(bad).some((it) => it.includes(what))).toBe(true);
  });

  it('is told when somebody else may go out', () => {
    const bad = clone();
    const web = ofKind(bad, 'NetworkPolicy').find((it) => it.metadata.name === 'web');
    web?.spec?.podSelector?.matchExpressions?.[0]?.values?.push('parse');
    expect(againstPolicy(bad)).toContain('web lets fetch, parse out');
  });

  it('has a Deployment of every service, which reads no variable that it does not know', async () => {
    const deployments = ofKind(manifests, 'Deployment');
    expect(deployments.map((it) => it.metadata.name).toSorted()).toEqual(services);
    for (const { metadata, spec } of deployments) {
      const env = spec?.template.spec?.containers[0]?.env ?? [];
      const known = [...(await variablesOf(metadata.name)), 'SERVICE'];
      expect(env.filter((it) => !known.includes(it.name))).toEqual([]);
      expect(env.find((it) => it.name === 'SERVICE')?.value).toBe(metadata.name);
    }
  }, 60_000);

  it('scales by queues that there are, and only what nobody else counts', () => {
    for (const { metadata, spec } of ofKind(manifests, 'ScaledObject')) {
      const queue = metadata.name;
      expect(Object.keys(queues)).toContain(queue);
      expect(spec?.scaleTargetRef.name).toBe(queue);
      expect(spec?.triggers[0]?.metadata['listName']).toBe(`{nashra:${queue}}:${queue}:wait`);
      const deployment = ofKind(manifests, 'Deployment').find((it) => it.metadata.name === queue);
      expect(deployment?.spec?.replicas).toBeUndefined();
    }
  });

  it('lets every pod wait for the schema, say that its work moves, and end in its time', () => {
    for (const { metadata, spec } of ofKind(manifests, 'Deployment')) {
      const pod = spec?.template.spec;
      expect([metadata.name, pod?.initContainers?.[0]?.command?.slice(-3)]).toEqual([
        metadata.name,
        ['migrate', '--wait', '600'],
      ]);
      const [container] = pod?.containers ?? [];
      expect(container?.readinessProbe?.httpGet?.path).toBe('/readyz');
      expect(container?.livenessProbe?.httpGet?.path).toBe('/healthz');
      // A service takes eight seconds at the most.
      expect(pod?.terminationGracePeriodSeconds).toBeGreaterThan(10);
    }
  });
});

type Pod = import('kubernetes-models/v1/PodSpec').IPodSpec & {
  containers: import('kubernetes-models/v1/Container').IContainer[];
};
