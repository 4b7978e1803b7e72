export { dropOpsToken, hasOpsToken, keepOpsToken } from './ops-tokens.ts';
export { type AuditEntry, type AuditFilter, readAudit } from './read-audit.ts';
export { type Act, record } from './record.ts';
