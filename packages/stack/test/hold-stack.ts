// A process of its own that runs a stack until told to stop: node hold-stack.ts <dataDir>
import { startStack } from '../src/index.ts';

const stack = await startStack({
  dataDir: process.argv[2] ?? '',
  log: (line) => process.send?.(line),
});
process.once('SIGINT', async () => {
  await stack.stop();
  process.disconnect();
});
process.send?.('ready');
