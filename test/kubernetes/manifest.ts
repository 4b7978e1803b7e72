import type { IScaledObject } from '@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject';
import type { IDeployment } from 'kubernetes-models/apps/v1/Deployment';
import type { IJob } from 'kubernetes-models/batch/v1/Job';
import type { INetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import type { IPodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import type { IConfigMap } from 'kubernetes-models/v1/ConfigMap';
import type { IPodTemplateSpec } from 'kubernetes-models/v1/PodTemplateSpec';

/** By the name of its kind, what is read of it here. */
export interface Kinds {
  Deployment: IDeployment;
  Job: IJob;
  ScaledObject: IScaledObject;
  NetworkPolicy: INetworkPolicy;
  PodDisruptionBudget: IPodDisruptionBudget;
  ConfigMap: IConfigMap;
}

export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

export function ofKind<Kind extends keyof Kinds>(
  manifests: readonly Manifest[],
  kind: Kind,
): (Kinds[Kind] & Manifest)[] {
  return manifests.filter((it) => it.kind === kind) as never;
}

/** Every pod that is described, by the name of who makes it. */
export function podsOf(manifests: readonly Manifest[]): Map<string, IPodTemplateSpec> {
  const makers = [...ofKind(manifests, 'Deployment'), ...ofKind(manifests, 'Job')];
  return new Map(
    makers.flatMap(({ metadata, spec }) => (spec ? [[metadata.name, spec.template]] : [])),
  );
}
