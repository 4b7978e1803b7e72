/** What a script may rely on; `nashra --help` lists them. */
export const EXIT = {
  ok: 0,
  /** The work itself failed: an address was dropped, a page is no article, a check did not pass. */
  failed: 1,
  usage: 2,
  /** Nothing runs, or the database or Redis does not answer. */
  notRunning: 3,
  /** Not done in the time given; it may still be going on. */
  late: 4,
  /** By Ctrl-C or another word to end; what was done by then stands, and the same command goes on where it can. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const EXIT_HELP = `
Exit codes:
  0  done
  1  failed: an address was dropped, a page is no article, a check did not pass
  2  wrong usage
  3  nothing is running, or the database or Redis does not answer
  4  not done in the time given
  130  interrupted`;
