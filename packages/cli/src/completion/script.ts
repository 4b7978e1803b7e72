import type { Command } from 'commander';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** A command, by the words that lead to it, and what may come next. */
interface Place {
  readonly path: string;
  readonly next: readonly Word[];
}

interface Word {
  readonly word: string;
  readonly says: string;
  /** Of an option: the words it takes one of; none where it takes anything. */
  readonly takes?: readonly string[];
}

/** What a shell has to run once to complete commands and their options, made from the commands themselves. */
export function completionScript(program: Command, shell: Shell): string {
  const places = placesOf(program, '');
  return shell === 'fish'
    ? fishScript(places)
    : shell === 'zsh'
      ? zshScript(places)
      : bashScript(places);
}

function placesOf(command: Command, path: string): Place[] {
  const { commands, options } = command;
  const next = [
    ...commands.map((it) => ({ word: it.name(), says: it.summary() || it.description() })),
    ...command.registeredArguments.flatMap(({ argChoices = [], description }) =>
      argChoices.map((word) => ({ word, says: description })),
    ),
    ...options.flatMap(({ long, description, argChoices = [] }) =>
      long ? [{ word: long, says: description, takes: argChoices }] : [],
    ),
  ];
  const below = commands.flatMap((it) => placesOf(it, `${path} ${it.name()}`.trim()));
  return [{ path, next }, ...below];
}

/** Words of ours alone, which hold no quotes; what they say may. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
const wordsOf = ({ next }: Place): string => next.map(({ word }) => word).join(' ');

/** Words that lead on to another command are its path; others are arguments. */
function bashScript(places: readonly Place[]): string {
  const taken = places.flatMap(({ path, next }) =>
    next.flatMap(({ word, takes = [] }) =>
      takes.length > 0 ? [[`${path} ${word}`.trim(), takes.join(' ')] as const] : [],
    ),
  );
  const cases = [...places.map((it) => [it.path, wordsOf(it)] as const), ...taken].map(
    ([path, words]) => `    ${quoted(path)}) echo ${quoted(words)};;`,
  );
  return `_nashra_words() {
  case "$1" in
${cases.join('\n')}
    *) return 1;;
  esac
}
_nashra() {
  local path='' word at
  for ((at = 1; at < COMP_CWORD; at++)); do
    word="\${COMP_WORDS[at]}"
    [[ $word != -* ]] && _nashra_words "\${path:+$path }$word" >/dev/null && path="\${path:+$path }$word"
  done
  word="\${COMP_WORDS[COMP_CWORD-1]}"
  [[ $word == --* ]] && _nashra_words "$path $word" >/dev/null && path="$path $word"
  COMPREPLY=($(compgen -W "$(_nashra_words "$path")" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _nashra nashra
`;
}

function zshScript(places: readonly Place[]): string {
  return `autoload -U +X bashcompinit && bashcompinit
${bashScript(places)}`;
}

function fishScript(places: readonly Place[]): string {
  const names = new Set(places.flatMap(({ path }) => path.split(' ')).filter(Boolean));
  const lines = places.flatMap(({ path, next }) =>
    next.map(({ word, says, takes = [] }) => {
      const values = takes.length > 0 ? ` -x -a ${quoted(takes.join(' '))}` : '';
      const what = word.startsWith('--') ? `-l ${word.slice(2)}${values}` : `-f -a ${word}`;
      return `complete -c nashra -n ${quoted(`test (__nashra_path) = ${quoted(path)}`)} ${what} -d ${quoted(says)}`;
    }),
  );
  return `function __nashra_path
  set -l path
  for word in (commandline -opc)[2..]
    contains -- $word ${[...names].join(' ')}; and set -a path $word
  end
  string join -- ' ' $path; or echo ''
end
${lines.join('\n')}
`;
}
