/** Builds every overlay by kustomize and keeps what it comes to in infra/kubernetes/built, for those who have none: `npm run manifests`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { buildOverlay, builtFile, OVERLAYS } from './build-overlay.ts';

for (const name of OVERLAYS) {
  const built = buildOverlay(name);
  mkdirSync(dirname(builtFile(name)), { recursive: true });
  writeFileSync(builtFile(name), built);
}
