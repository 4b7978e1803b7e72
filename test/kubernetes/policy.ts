import type { IContainer } from 'kubernetes-models/v1/Container';
import type { IPodTemplateSpec } from 'kubernetes-models/v1/PodTemplateSpec';
import { type Manifest, ofKind, podsOf } from './manifest.ts';

/** Volumes that the restricted standard allows. */
const VOLUMES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

/** What the restricted Pod Security Standard of Kubernetes, and our own rules, have against what is to be applied. */
export function againstPolicy(manifests: readonly Manifest[]): string[] {
  const against: string[] = [];
  for (const [name, pod] of podsOf(manifests)) {
    for (const what of [...againstPod(pod), ...againstContainers(pod)])
      against.push(`${name}: ${what}`);
  }
  return [...against, ...againstNetwork(manifests), ...againstBudgets(manifests)];
}

function againstPod({ spec }: IPodTemplateSpec): string[] {
  const { securityContext: at } = spec ?? {};
  const rules: readonly (readonly [boolean, string])[] = [
    [at?.runAsNonRoot === true, 'may run as root'],
    [at?.runAsUser !== 0, 'runs as root'],
    [at?.seccompProfile?.type === 'RuntimeDefault', 'has no seccomp profile'],
    [!spec?.hostNetwork && !spec?.hostPID && !spec?.hostIPC, 'shares the host'],
    [spec?.automountServiceAccountToken === false, 'is given a token of the API'],
    [
      (spec?.volumes ?? []).every((it) =>
        Object.keys(it).every((key) => key === 'name' || VOLUMES.includes(key)),
      ),
      'mounts what the restricted standard forbids',
    ],
  ];
  return rules.flatMap(([holds, what]) => (holds ? [] : [what]));
}

function againstContainers({ spec }: IPodTemplateSpec): string[] {
  const all = [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])];
  return all.flatMap((container) =>
    rulesOf(container).flatMap(([holds, what]) => (holds ? [] : [`${container.name} ${what}`])),
  );
}

function rulesOf(it: IContainer): readonly (readonly [boolean, string])[] {
  const { securityContext: at, resources, env = [], image = '' } = it;
  return [
    [at?.allowPrivilegeEscalation === false, 'may gain rights'],
    [at?.privileged !== true, 'is privileged'],
    [at?.readOnlyRootFilesystem === true, 'may write to its image'],
    [at?.capabilities?.drop?.includes('ALL') === true, 'keeps capabilities'],
    [(at?.capabilities?.add ?? []).length === 0, 'adds capabilities'],
    [(it.ports ?? []).every((port) => !port.hostPort), 'takes a port of the host'],
    [resources?.requests?.['cpu'] !== undefined, 'requests no CPU'],
    [resources?.requests?.['memory'] !== undefined, 'requests no memory'],
    [resources?.limits?.['memory'] !== undefined, 'has no limit of memory'],
    [/:[^:]+$/.test(image) && !image.endsWith(':latest'), 'has no version'],
    [!env.some((one) => SECRET.test(one.name) && one.value), 'has a secret in plain text'],
  ];
}

const SECRET = /(PASSWORD|SECRET|_URL|_KEY)$/;

/** Only fetch may go out into the web, and nobody is asked but those who are meant to be. */
function againstNetwork(manifests: readonly Manifest[]): string[] {
  const policies = ofKind(manifests, 'NetworkPolicy');
  const against: string[] = [];
  const closes = policies.some(
    ({ spec }) =>
      Object.keys(spec?.podSelector ?? {}).length === 0 &&
      spec?.policyTypes?.includes('Egress') &&
      spec.policyTypes.includes('Ingress') &&
      !spec.egress &&
      !spec.ingress,
  );
  if (!closes) against.push('nobody is closed in by default');
  for (const { metadata, spec } of policies) {
    const goesOut = (spec?.egress ?? []).some(({ to = [] }) => to.some(({ ipBlock }) => ipBlock));
    const names = (spec?.podSelector?.matchExpressions ?? []).flatMap((it) => it.values ?? []);
    const onlyTls = (spec?.egress ?? []).every(({ ports }) =>
      ports?.every((it) => it.port === 443),
    );
    if (goesOut && names.join() !== 'fetch' && !(onlyTls && names.length > 0))
      against.push(`${metadata.name} lets ${names.join(', ') || 'everybody'} out`);
    for (const { to = [] } of spec?.egress ?? [])
      for (const { ipBlock } of to)
        if (ipBlock?.cidr === '0.0.0.0/0' && !ipBlock.except?.includes('169.254.0.0/16'))
          against.push(`${metadata.name} lets out to private networks`);
  }
  return against;
}

/** A budget that forbids any eviction stops every upgrade of a node. */
function againstBudgets(manifests: readonly Manifest[]): string[] {
  const covered = new Set<string>();
  const against: string[] = [];
  for (const { metadata, spec } of ofKind(manifests, 'PodDisruptionBudget')) {
    if (spec?.maxUnavailable !== 1) against.push(`${metadata.name} does not let one go at a time`);
    const { matchLabels = {}, matchExpressions = [] } = spec?.selector ?? {};
    for (const name of [
      ...Object.values(matchLabels),
      ...matchExpressions.flatMap((it) => it.values ?? []),
    ])
      covered.add(name);
  }
  for (const { metadata } of ofKind(manifests, 'Deployment'))
    if (metadata.name !== 'ops' && !covered.has(metadata.name))
      against.push(`${metadata.name} has no budget`);
  return against;
}
