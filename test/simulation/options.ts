/** What `npm run test:simulation` may be told. */
export const OPTIONS = {
  /** So many worlds are lived, from this seed on. */
  seeds: { type: 'string', default: '300' },
  from: { type: 'string', default: '1' },
  /** Prints all that happened in a world that does not hold. */
  trace: { type: 'boolean', default: false },
  /** Processes at a time; as many as there are cores when absent. */
  jobs: { type: 'string' },
  /** Ends at the first seed that does not hold. */
  first: { type: 'boolean', default: false },
  /** With this bug planted. */
  bug: { type: 'string' },
  /** Does what was done to rows again with the real SQL, on the Postgres of DATABASE_URL or one of its own. */
  conform: { type: 'boolean', default: false },
  /** Plants one bug after another and says how many are found. */
  mutations: { type: 'boolean', default: false },
  /** Takes the bugs of this file, of the form of `bugs/bugs.json`, in the place of those. */
  bugs: { type: 'string' },
} as const;

export interface Options {
  readonly seeds: string;
  readonly from: string;
  readonly trace: boolean;
  readonly jobs?: string | undefined;
  readonly first: boolean;
  readonly bug?: string | undefined;
  readonly conform: boolean;
  readonly mutations: boolean;
  readonly bugs?: string | undefined;
}
