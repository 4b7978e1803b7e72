import { type Command, Option } from 'commander';

/** Adds what a source may be asked with beside the usual. */
export function addAccessOptions(command: Command): Command {
  return command
    .addOption(
      repeated('--header <field>', '«Name: value» for its servers; an empty value takes it away'),
    )
    .option('--cookie <text>', 'the same as --header «Cookie: …»')
    .option('--user-agent <text>', 'another name than ours, for its servers alone')
    .option('--basic <user:password>', 'a login by HTTP Basic')
    .option('--proxy <address>', 'the way to its servers: http://, https:// or socks5://');
}

export const ACCESS_HELP = `
What a source is asked with goes to its own hosts and to nobody whom they redirect to. Values may name variables of the
fetch service, "env:SOURCE_…"; what is typed here is kept sealed under NASHRA_SECRET_KEY. None of it is ever shown.`;

function each(field: string, before: readonly string[]): string[] {
  return [...before, field];
}

/** An option that may be given several times. */
export function repeated(flags: string, says: string): Option {
  return new Option(flags, says).argParser(each).default([], 'none');
}
