import {
  type ServiceSpec,
  type ServiceStatus,
  type SupervisorOptions,
  superviseService,
} from './supervised-service.ts';

export interface Supervisor {
  statuses(): ServiceStatus[];
  /** Ends all services at the same time; settles when the last is gone. */
  stop(): Promise<void>;
}

/** Runs each service as a child process, restarts what crashes, collects their logs. */
export function superviseServices(
  specs: readonly ServiceSpec[],
  options: SupervisorOptions,
): Supervisor {
  const services = specs.map((spec) => superviseService(spec, options));
  return {
    statuses: () => services.map((service) => service.status()),
    async stop() {
      await Promise.all(services.map((service) => service.stop()));
    },
  };
}
