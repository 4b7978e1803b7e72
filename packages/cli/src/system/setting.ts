/** A variable of the environment; one that is set to nothing is not set, as for the services. */
export function setting(name: string): string | undefined {
  const value = process.env[name];
  return value?.trim() ? value : undefined;
}
