import { readFileSync } from 'node:fs';

/** Variables, as a process is given them. */
export type Env = Readonly<Record<string, string | undefined>>;

/** Ours that may lie in a file instead, as container platforms hand secrets over. */
const NAMED =
  /^(?:(?:DATABASE|DATABASE_READ|REDIS)_(?:URL|PASSWORD)|(?:OPS|PORTAL|NASHRA|S3)_(?:\w+_)?(?:PASSWORD|SECRET|KEY))_FILE$/;
const MAX_LENGTH = 64 * 1024;

/**
 * `X_FILE` stands for `X`: the text of that file without the line's end. The file is read once, at the start.
 *
 * @throws Error that begins with «Bad environment», names the variable and never says what it holds
 */
export function withSecretFiles(env: Env): Env {
  const read: Record<string, string | undefined> = { ...env };
  const bad: string[] = [];
  for (const [name, path] of Object.entries(env)) {
    if (!path?.trim() || !NAMED.test(name)) continue;
    const meant = name.slice(0, -'_FILE'.length);
    if (env[meant]?.trim()) bad.push(`${name}: ${meant} is set too`);
    else {
      const text = textOf(path);
      if (text === undefined) bad.push(`${name}: no such file, or not ours to read`);
      else read[meant] = text;
    }
  }
  if (bad.length > 0) throw new Error(`Bad environment:\n  ${bad.join('\n  ')}`);
  return read;
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
      .slice(0, MAX_LENGTH)
      .replace(/\r?\n$/, '');
  } catch {
    return undefined;
  }
}
