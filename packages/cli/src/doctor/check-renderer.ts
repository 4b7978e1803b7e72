import { type Check, fail } from './check.ts';

const PATIENCE_MS = 3_000;

/** Whether somebody listens where pages are to be rendered; what it answers to a plain question is its own matter. */
export async function checkRenderer(address: string | undefined): Promise<Check[]> {
  const url = address?.trim() ? URL.parse(address) : null;
  // What is no address is said by the check of settings.
  if (!url || !/^https?:$/.test(url.protocol)) return [];
  const { username, password } = url;
  [url.username, url.password] = ['', ''];
  const login = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
  const headers: Record<string, string> = username
    ? { authorization: `Basic ${login.toString('base64')}` }
    : {};
  const answers = await fetch(url, {
    method: 'HEAD',
    headers,
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).then(
    () => true,
    () => false,
  );
  if (answers) return [];
  const advice = 'Pages behind walls stay unread: start it, or take RENDERER_URL away.';
  return [fail('Renderer', `no answer at ${url.host}`, advice)];
}
