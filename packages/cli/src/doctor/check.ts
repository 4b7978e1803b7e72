/** One thing that was looked at. */
export interface Check {
  readonly name: string;
  readonly level: 'ok' | 'warn' | 'fail';
  /** What was found. */
  readonly found: string;
  /** What to do about it. */
  readonly advice?: string;
}

export const ok = (name: string, found: string): Check => ({ name, level: 'ok', found });

export const warn = (name: string, found: string, advice: string): Check => ({
  name,
  level: 'warn',
  found,
  advice,
});

export const fail = (name: string, found: string, advice: string): Check => ({
  name,
  level: 'fail',
  found,
  advice,
});
