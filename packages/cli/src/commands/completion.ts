import { Argument, type Command } from 'commander';
import { completionScript, SHELLS, type Shell } from '../completion/script.ts';
import { print } from '../output/print.ts';

export function addCompletion(program: Command): void {
  program
    .command('completion')
    .summary('print what has a shell complete commands and options')
    .description('Prints what a shell has to run to complete commands and their options.')
    .addArgument(new Argument('<shell>', 'which one').choices(SHELLS))
    .addHelpText(
      'after',
      `
Examples:
  source <(nashra completion bash)                  # in ~/.bashrc, or of zsh in ~/.zshrc
  nashra completion fish > ~/.config/fish/completions/nashra.fish`,
    )
    .action((shell: Shell) => print(completionScript(program, shell).trimEnd()));
}
