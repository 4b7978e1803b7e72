import { meantEnv } from '@nashra/env';

/** A variable of the environment, as the services would read it. */
export function setting(name: string): string | undefined {
  return meantEnv(process.env)[name];
}
