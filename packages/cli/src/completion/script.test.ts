import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { createProgram } from '../program.ts';
import { completionScript } from './script.ts';

/** What bash offers for the last word of a line. */
function offered(line: string): string[] {
  const words = line.split(' ');
  const script = `${completionScript(createProgram(), 'bash')}
COMP_WORDS=(${words.map((it) => `'${it}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _nashra; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\n').filter(Boolean);
}

it('completes commands, those below them, and options of each', () => {
  expect(offered('nashra st')).toEqual(['status']);
  expect(offered('nashra sources a')).toEqual(expect.arrayContaining(['add', 'adopt']));
  expect(offered('nashra replay --state dropped --be')).toEqual(['--because']);
});

it('completes what an argument or an option takes one of', () => {
  expect(offered('nashra completion z')).toEqual(['zsh']);
  expect(offered('nashra replay --state dr')).toEqual(['dropped']);
  expect(offered('nashra users role amina operator --be')).toEqual(['--because']);
  expect(completionScript(createProgram(), 'fish')).toContain("-l from -x -a 'fetch parse'");
});

it('takes no argument for a command', () => {
  expect(offered('nashra show sources --j')).toEqual(['--json']);
});

it('is whole for every shell', () => {
  const program = createProgram();
  expect(completionScript(program, 'fish')).toContain("-f -a quarantine -d '");
  expect(completionScript(program, 'zsh')).toContain('bashcompinit');
});
