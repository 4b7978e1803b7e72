import { waitFor } from '@nashra/testkit';
import type { IDeployment } from 'kubernetes-models/apps/v1/Deployment';
import type { IPodSpec } from 'kubernetes-models/v1/PodSpec';
import { type Cluster, type Ended, Pod } from './pod.ts';

/** A machine that is shared takes its time to start ten processes. */
const READY_WITHIN_MS = 300_000;

/** A Deployment, carried out: so many pods of its template, and another template in the place of that, one pod after another. */
export class Workload {
  readonly name: string;
  /** Every pod's end so far. */
  readonly ends: (Ended & { readonly pod: string })[] = [];
  readonly restarts: string[] = [];
  #spec: IPodSpec;
  readonly #cluster: Cluster;
  readonly #pods: Pod[] = [];
  readonly #ending = new Set<Promise<void>>();
  #born = 0;

  constructor(deployment: IDeployment, cluster: Cluster) {
    this.name = deployment.metadata?.name ?? '';
    this.#spec = deployment.spec?.template.spec as IPodSpec;
    this.#cluster = cluster;
  }

  get pods(): readonly Pod[] {
    return this.#pods;
  }

  get ready(): number {
    return this.#pods.filter((pod) => pod.isReady).length;
  }

  async scaleTo(replicas: number): Promise<void> {
    while (this.#pods.length < replicas) await this.#start();
    // Who is not ready goes first, then the youngest.
    while (this.#pods.length > replicas) {
      const unready = this.#pods.findLast((pod) => !pod.isReady);
      this.#end(unready ?? (this.#pods.at(-1) as Pod));
    }
  }

  async allReady(): Promise<void> {
    const what = `${this.name} to be ready`;
    await waitFor(() => this.ready === this.#pods.length, {
      timeoutMs: READY_WITHIN_MS,
      everyMs: 100,
      what,
    });
  }

  /** One more than there should be, and never one fewer that is ready. */
  async roll(change: (spec: IPodSpec) => IPodSpec): Promise<void> {
    this.#spec = change(structuredClone(this.#spec));
    for (const old of [...this.#pods]) {
      const young = await this.#start();
      await waitFor(() => young.isReady, {
        timeoutMs: READY_WITHIN_MS,
        everyMs: 100,
        what: `${young.name} to be ready`,
      });
      this.#end(old);
    }
    await Promise.all(this.#ending);
  }

  /** Every pod ends. */
  async stop(): Promise<void> {
    await this.scaleTo(0);
    await Promise.all(this.#ending);
  }

  async #start(): Promise<Pod> {
    this.#born += 1;
    const pod = await Pod.schedule(`${this.name}-${this.#born}`, this.#spec, this.#cluster);
    this.#pods.push(pod);
    void pod
      .run()
      .finally(() => this.restarts.push(...pod.restarts.map((it) => `${pod.name}: ${it}`)));
    return pod;
  }

  #end(pod: Pod): void {
    this.#pods.splice(this.#pods.indexOf(pod), 1);
    const ending = pod.end().then((ended) => {
      this.ends.push({ ...ended, pod: pod.name });
      this.#ending.delete(ending);
    });
    this.#ending.add(ending);
  }
}
