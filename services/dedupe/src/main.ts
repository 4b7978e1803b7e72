import { runService } from '@nashra/service';
import { readConfig } from './config.ts';
import { createDedupe } from './service.ts';

await runService(() => createDedupe(readConfig(process.env)));
