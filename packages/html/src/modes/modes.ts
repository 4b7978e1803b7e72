import type { Mode } from '../tree-builder.ts';
import {
  afterAfterBody,
  afterAfterFrameset,
  afterBody,
  afterFrameset,
  inFrameset,
} from './after-body.ts';
import {
  afterHead,
  beforeHead,
  beforeHtml,
  inHead,
  inHeadNoscript,
  initial,
} from './before-body.ts';
import { inBody } from './in-body.ts';
import { inCaption, inCell } from './in-cell.ts';
import { inRow, inTableBody } from './in-row.ts';
import { inSelect, inSelectInTable } from './in-select.ts';
import { inColumnGroup, inTable } from './in-table.ts';
import { inTemplate } from './in-template.ts';

/** The rules of each insertion mode, in the order of MODE. */
export const MODES: readonly Mode[] = [
  initial,
  beforeHtml,
  beforeHead,
  inHead,
  inHeadNoscript,
  afterHead,
  inBody,
  inTable,
  inCaption,
  inColumnGroup,
  inTableBody,
  inRow,
  inCell,
  inSelect,
  inSelectInTable,
  inTemplate,
  afterBody,
  inFrameset,
  afterFrameset,
  afterAfterBody,
  afterAfterFrameset,
];
