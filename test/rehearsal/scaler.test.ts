import type { IScaledObject } from '@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject';
import { expect, it } from 'vitest';
import { Scaler } from './scaler.ts';

const scaled = (behavior: object = {}): IScaledObject => ({
  apiVersion: 'keda.sh/v1alpha1',
  kind: 'ScaledObject',
  metadata: { name: 'parse' },
  spec: {
    scaleTargetRef: { name: 'parse' },
    minReplicaCount: 1,
    maxReplicaCount: 6,
    advanced: { horizontalPodAutoscalerConfig: { behavior } },
    triggers: [
      { type: 'redis', metricType: 'AverageValue' as const, metadata: { listLength: '50' } },
    ],
  },
});
const waiting = (jobs: number) => async () => jobs;

it('has so many that each has its share, and never more or fewer than it may', async () => {
  const scaler = new Scaler(scaled({ scaleDown: { stabilizationWindowSeconds: 0 } }));
  expect(await scaler.next(0, 1, waiting(10_000))).toBe(6);
  expect(await scaler.next(15, 6, waiting(120))).toBe(3);
  expect(await scaler.next(30, 3, waiting(0))).toBe(1);
});

it('leaves them alone where the share is nearly right', async () => {
  const scaler = new Scaler(scaled({ scaleDown: { stabilizationWindowSeconds: 0 } }));
  expect(await scaler.next(0, 2, waiting(108))).toBe(2);
  expect(await scaler.next(15, 2, waiting(120))).toBe(3);
});

it('goes up by the steps that its policies allow', async () => {
  const policies = [
    { type: 'Percent', value: 100, periodSeconds: 15 },
    { type: 'Pods', value: 2, periodSeconds: 15 },
  ];
  const scaler = new Scaler(scaled({ scaleUp: { policies } }));
  expect(await scaler.next(0, 1, waiting(10_000))).toBe(3);
  expect(await scaler.next(15, 3, waiting(10_000))).toBe(6);
});

it('goes down only when it has not been wished otherwise for the time of the window', async () => {
  const scaler = new Scaler(scaled({ scaleDown: { stabilizationWindowSeconds: 60 } }));
  await scaler.next(0, 6, waiting(10_000));
  expect(await scaler.next(15, 6, waiting(0))).toBe(6);
  expect(await scaler.next(60, 6, waiting(0))).toBe(6);
  expect(await scaler.next(75, 6, waiting(0))).toBe(1);
});
