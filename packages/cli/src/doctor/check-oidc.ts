import { type Check, fail } from './check.ts';

const PATIENCE_MS = 3_000;

/** Whether who logs people in is there, and is who the setting says (OpenID Connect Discovery 1.0, section 4). */
export async function checkOidc(issuer: string | undefined): Promise<Check[]> {
  // What is no address is said by the check of settings.
  if (!issuer?.trim() || !URL.canParse(issuer)) return [];
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const complain = (found: string, advice: string) => [fail('OIDC', found, advice)];
  const advice = 'Nobody can log in by it: start it, or mend OPS_OIDC_ISSUER.';
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!answer.ok) return complain(`${address} answers ${answer.status}`, advice);
    const said = (await answer.json()) as { readonly issuer?: unknown } | null;
    const own = String(said?.issuer ?? 'nobody').slice(0, 200);
    if (own === issuer || URL.parse(own)?.href === new URL(issuer).href) return [];
    return complain(
      `who answers calls itself ${own}`,
      `Logins are refused: set OPS_OIDC_ISSUER to that.`,
    );
  } catch {
    return complain(`no configuration at ${address}`, advice);
  }
}
