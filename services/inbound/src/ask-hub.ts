import { FetchError, type Poster } from '@nashra/http';
import { type HubLease, LEASE_SECONDS } from '@nashra/sources';

const MOST_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 307, 308]);

/**
 * Asks a hub for a lease, or for its end (W3C WebSub §5.1). A hub that has moved is asked where it is now, with the same
 * words. Gives what was wrong, null for nothing: the hub's word on it comes by the callback.
 */
export async function askHub(
  poster: Poster,
  { hub, topic, token, secret, state }: HubLease,
  callbacks: string,
  signal: AbortSignal,
): Promise<string | null> {
  const leaving = state === 'leaving';
  const body = new URLSearchParams({
    'hub.mode': leaving ? 'unsubscribe' : 'subscribe',
    'hub.topic': topic,
    'hub.callback': callbacks + token,
    ...(leaving ? {} : { 'hub.secret': secret, 'hub.lease_seconds': String(LEASE_SECONDS) }),
  }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  let address = hub;
  try {
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const { status, location } = await poster.post(address, { body, headers, signal });
      if (status >= 200 && status < 300) return null;
      if (!REDIRECTS.has(status) || !location) return `the hub answers ${status}`;
      const next = URL.parse(location, address);
      // The secret goes along: never from https to where others could read it.
      if (!next || (address.startsWith('https:') && next.protocol !== 'https:')) {
        return 'the hub leads to a less secure place';
      }
      address = next.href;
    }
    return 'the hub leads on and on';
  } catch (error) {
    if (error instanceof FetchError) return `${error.code}: ${error.message}`;
    throw error;
  }
}
