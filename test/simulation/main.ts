import { z } from 'zod';
import { openSeams } from './hooks.ts';

// Every start of a service reads settings anew: compiling what reads them once would cost more than reading.
z.config({ jitless: true });
// Errors are thrown by the thousand, and nobody reads where.
Error.stackTraceLimit = 0;
openSeams();
const { simulate } = await import('./simulate.ts');
process.exitCode = await simulate(process.argv.slice(2));
