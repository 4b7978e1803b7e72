import type { Act } from '@nashra/audit';
import type { Pipeline } from '@nashra/pipeline';
import type { ApiEndpoint } from '@nashra/site';
import { z } from 'zod';
import type { Right } from '../access/rights.ts';
import type { PipelineState } from '../state/state.ts';

/** What an endpoint works on. */
export interface ApiDeps {
  readonly pipeline: Pipeline;
  readonly state: PipelineState;
  /** The name of the settings' login. */
  readonly own: string;
  /** Who acts, and why they say so. */
  act(because?: string): Act;
}

/** One address of the operators' API: the verbs of the pages. */
export interface OpsEndpoint extends ApiEndpoint {
  readonly right: Right;
  read(deps: ApiDeps, asked: never): Promise<unknown>;
}

/** Who asks for nothing there is. */
export class NothingThere extends Error {
  override name = 'NothingThere';
  readonly statusCode = 404;
}

interface Shape<Asked extends z.ZodObject, Body extends z.ZodObject> {
  readonly method?: 'get' | 'post' | 'delete';
  readonly path: string;
  readonly summary: string;
  readonly right: Right;
  readonly asked?: Asked;
  readonly body?: Body;
  readonly answer: z.ZodType;
  read(deps: ApiDeps, asked: z.output<Asked> & z.output<Body>): Promise<unknown>;
}

export function endpoint<Asked extends z.ZodObject, Body extends z.ZodObject>({
  asked,
  read,
  ...rest
}: Shape<Asked, Body>): OpsEndpoint {
  return { ...rest, asked: asked ?? z.object({}), read: read as OpsEndpoint['read'] };
}
