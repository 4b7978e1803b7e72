import { runService } from '@nashra/service';
import { readConfig } from './config.ts';
import { createPortal } from './service.ts';

await runService(() => createPortal(readConfig(process.env)));
