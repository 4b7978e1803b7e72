import type { IScaledObject } from '@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject';

/** What a trigger measures: jobs that wait, or seconds. */
export type Measure = (
  trigger: NonNullable<IScaledObject['spec']>['triggers'][number],
) => Promise<number>;

/** A step of the autoscaler leaves replicas alone where it would change them by less than a tenth. */
const TOLERANCE = 0.1;
/** What Kubernetes does where nothing is said. */
const DEFAULT_WINDOW_S = { up: 0, down: 300 } as const;

interface Policy {
  readonly type: string;
  readonly value: number;
  readonly periodSeconds: number;
}

interface Rules {
  readonly stabilizationWindowSeconds?: number;
  readonly policies?: readonly Policy[];
}

/**
 * The autoscaler that KEDA sets up for a ScaledObject, as the documents of HorizontalPodAutoscaler (autoscaling/v2) describe it:
 * each trigger's figure over its target, the largest of them, within the window and the steps that the behaviour allows.
 */
export class Scaler {
  readonly #spec: NonNullable<IScaledObject['spec']>;
  readonly #wished: { at: number; replicas: number }[] = [];
  readonly #were: { at: number; replicas: number }[] = [];

  constructor(scaled: IScaledObject) {
    if (!scaled.spec) throw new Error('a ScaledObject without a spec');
    this.#spec = scaled.spec;
  }

  get least(): number {
    return this.#spec.minReplicaCount ?? 0;
  }

  get most(): number {
    return this.#spec.maxReplicaCount ?? 100;
  }

  /** How many there should be, `seconds` after the beginning; asked once a polling interval. */
  async next(seconds: number, current: number, measure: Measure): Promise<number> {
    const wishes = await Promise.all(
      this.#spec.triggers.map(async (trigger) => wish(trigger, current, await measure(trigger))),
    );
    const wished = Math.min(Math.max(...wishes, this.least), this.most);
    this.#wished.push({ at: seconds, replicas: wished });
    this.#were.push({ at: seconds, replicas: current });
    const { behavior } = this.#spec.advanced?.horizontalPodAutoscalerConfig ?? {};
    const up: Rules = behavior?.scaleUp ?? {};
    const down: Rules = behavior?.scaleDown ?? {};
    // Up only to what was wished all the time of its window, down only to the most that was wished in its own.
    const upTo = Math.min(
      ...this.#within(seconds, up.stabilizationWindowSeconds ?? DEFAULT_WINDOW_S.up),
    );
    const downTo = Math.max(
      ...this.#within(seconds, down.stabilizationWindowSeconds ?? DEFAULT_WINDOW_S.down),
    );
    if (upTo > current) return Math.min(upTo, this.#bound(seconds, current, up, 1));
    if (downTo < current) return Math.max(downTo, this.#bound(seconds, current, down, -1));
    return current;
  }

  #within(seconds: number, window: number): number[] {
    return this.#wished.filter(({ at }) => at >= seconds - window).map((it) => it.replicas);
  }

  /** As far as the most generous of the policies goes, counted from what there was a period ago. */
  #bound(seconds: number, current: number, { policies = [] }: Rules, sign: 1 | -1): number {
    if (policies.length === 0) return sign > 0 ? this.most : this.least;
    const bounds = policies.map(({ type, value, periodSeconds }) => {
      const before = this.#were.find(({ at }) => at > seconds - periodSeconds)?.replicas ?? current;
      const step = type === 'Percent' ? Math.ceil((before * value) / 100) : value;
      return before + sign * step;
    });
    return sign > 0 ? Math.max(...bounds) : Math.min(...bounds);
  }
}

function wish(
  trigger: NonNullable<IScaledObject['spec']>['triggers'][number],
  current: number,
  figure: number,
): number {
  const target = Number(trigger.metadata['listLength'] ?? trigger.metadata['threshold']);
  if (trigger.metricType === 'Value') {
    const ratio = figure / target;
    return Math.abs(ratio - 1) <= TOLERANCE ? current : Math.ceil(current * ratio);
  }
  return current > 0 && Math.abs(figure / (current * target) - 1) <= TOLERANCE
    ? current
    : Math.ceil(figure / target);
}
