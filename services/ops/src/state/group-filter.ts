import type { FailureGroup } from '@nashra/ledger';

/** The filter that means one group of failures and no other. */
export function filterOf({ state, stage, reason, host, errorKey }: FailureGroup): string {
  const error = errorKey ? ` error:${errorKey}` : '';
  return `state:${state} stage:${stage} reason:${reason} host:${host}${error}`;
}

export function failuresHref(filter: string): string {
  return `/failures?${new URLSearchParams({ filter })}`;
}
