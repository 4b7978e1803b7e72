import { runService } from '@nashra/service';
import { readConfig } from './config.ts';
import { createScheduler } from './service.ts';

await runService(() => createScheduler(readConfig(process.env)));
