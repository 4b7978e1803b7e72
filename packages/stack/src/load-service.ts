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
  const [{ readConfig }, service] = await Promise.all([
    import(fileOf(name, 'config.ts')),
    import(fileOf(name, 'service.ts')),
  ]);
  const create = service[`create${name.charAt(0).toUpperCase()}${name.slice(1)}`];
  return (env, overrides) => create(readConfig(env), overrides);
}

/** The variables that a service reads, by its `config.ts`. */
export async function variablesOf(name: string): Promise<string[]> {
  return Object.keys(await shapeOf(name));
}

/** The schema of each of them, as the service itself reads it: Zod's, which this package does not know. */
export async function shapeOf(name: string): Promise<Readonly<Record<string, unknown>>> {
  const { shape } = await import(fileOf(name, 'config.ts'));
  return shape;
}

function fileOf(service: string, file: string): string {
  return new URL(`../../../services/${service}/src/${file}`, import.meta.url).href;
}
