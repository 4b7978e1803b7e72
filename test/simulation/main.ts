import { openSeams } from './hooks.ts';

openSeams();
const { simulate } = await import('./simulate.ts');
process.exitCode = await simulate(process.argv.slice(2));
