import { runService } from '@nashra/service';
import { readConfig } from './config.ts';
import { createFetch } from './service.ts';

await runService(() => createFetch(readConfig(process.env)));
