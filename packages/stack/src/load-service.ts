/** A service that runs in this process. */
export interface LoadedService extends AsyncDisposable {
  /** Of its health and metrics. */
  readonly port: number;
}

/** Starts a service from its settings and what it shares with others of its process. */
export type StartService = (
  env: Readonly<Record<string, string | undefined>>,
  overrides?: object,
) => Promise<LoadedService>;

/**
 * Loads a service of `services/` by its name, so that it runs in this process: its `config.ts` reads the
 * settings, its `service.ts` starts it. By path, since a service has no door for packages.
 */
export async function loadService(name: string): Promise<StartService> {
  const folder = new URL(`../../../services/${name}/src/`, import.meta.url);
  const [{ readConfig }, service] = await Promise.all([
    import(new URL('config.ts', folder).href),
    import(new URL('service.ts', folder).href),
  ]);
  const create = service[`create${name.charAt(0).toUpperCase()}${name.slice(1)}`];
  return (env, overrides) => create(readConfig(env), overrides);
}
