import { execFile } from 'node:child_process';
import { expect, it } from 'vitest';
import { openReadingWatch, PageTooLongError } from './reading-watch.ts';

const forEver = () => {
  for (;;);
};

it('ends a process that a page holds for ever, and none that reads one after another', async () => {
  const program = `
    import { openReadingWatch } from ${JSON.stringify(new URL('./reading-watch.ts', import.meta.url).href)};
    const { read } = openReadingWatch(400);
    const until = performance.now() + 1_500;
    while (performance.now() < until) read(() => 1);
    console.log('still here');
    read(() => { for (;;); });`;
  const ended = await new Promise<{ signal: unknown; stdout: string; stderr: string }>((resolve) =>
    execFile(process.execPath, ['--input-type=module', '-e', program], (error, stdout, stderr) =>
      resolve({ signal: error?.signal, stdout, stderr }),
    ),
  );
  expect(ended).toMatchObject({
    signal: 'SIGKILL',
    stdout: 'still here\n',
    stderr: expect.stringContaining('more than 400 ms of CPU'),
  });
}, 60_000);

it('interrupts a suspect by its name, and reads the next one', async () => {
  await using watch = openReadingWatch(200);
  expect(() => watch.readSuspect(forEver)).toThrow(PageTooLongError);
  expect(watch.readSuspect(() => 'read')).toBe('read');
  const broken = new Error('broken');
  expect(() =>
    watch.readSuspect(() => {
      throw broken;
    }),
  ).toThrow(broken);
});
