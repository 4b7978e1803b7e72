import { way } from '@nashra/pipeline';

/** What `nashra up` starts, in this order: who gives work, the stages, the dashboards. */
export const SERVICES = ['scheduler', ...way.map((stage) => stage.name), 'ops'] as const;

export type ServiceName = (typeof SERVICES)[number];
