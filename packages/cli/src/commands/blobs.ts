import type { Command } from 'commander';

export function addBlobs(program: Command): void {
  program
    .command('blobs')
    .description('Where kept bytes lie.')
    .command('copy')
    .summary('copy kept bytes from one place to another')
    .description(
      'Copies all that one blob store has and another has not, while both are in use. Each page is proven by its key on the way; interrupted, the same command goes on. Places are written as in NASHRA_BLOBS, and the bucket’s keys are found as the services find them.',
    )
    .argument('<from>', 'a folder, or s3://bucket/prefix')
    .argument('<to>', 'likewise')
    .option('--json', 'print { copied, known, corrupt }')
    .addHelpText(
      'after',
      '\nExample:\n  nashra blobs copy /var/lib/nashra/blobs s3://pages/nashra?region=eu-west-3',
    )
    .action(async (from, to, options) =>
      (await import('../blobs/run-copy.ts')).runCopy(from, to, options),
    );
}
