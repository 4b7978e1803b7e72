import { type Env, withSecretFiles } from './secret-files.ts';

/**
 * A variable that is set to nothing but white space is one that is not set: that is what `${NAME:-}` of a compose file
 * or shell gives, and what Number() would take for 0. And `X_PASSWORD` is put into `X_URL` where that has none, so that
 * a password of any characters needs no escaping by hand. `X_FILE` names the file that a secret lies in.
 */
export function meantEnv(given: Env): Env {
  const env = withSecretFiles(given);
  const set: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) if (value?.trim()) set[name] = value;
  for (const [name, value] of Object.entries(set)) {
    const password = name.endsWith('_URL') && set[name.replace(/URL$/, 'PASSWORD')];
    if (password) set[name] = withPassword(value, password);
  }
  return set;
}

/** What is no address, or has a password, stays as it is. */
function withPassword(address: string, password: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || url.password) return address;
  url.password = encodeURIComponent(password);
  return url.href;
}
