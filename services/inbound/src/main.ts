import { runService } from '@nashra/service';
import { readConfig } from './config.ts';
import { createInbound } from './service.ts';

await runService(() => createInbound(readConfig(process.env)));
