import { way } from '@nashra/pipeline';

/** What `nashra up` starts, in this order: who gives work, the stages, the dashboards, the reading site, who tells subscribers, who hears hubs. */
export const SERVICES = [
  'scheduler',
  ...way.map((stage) => stage.name),
  'ops',
  'portal',
  'push',
  'inbound',
] as const;

export type ServiceName = (typeof SERVICES)[number];
