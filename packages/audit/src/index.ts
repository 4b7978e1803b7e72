export {
  type Alarm,
  noteAlarms,
  settleAlarms,
  type TakenAlarm,
  type Telling,
  takeAlarms,
} from './alarms.ts';
export {
  type ApiToken,
  addApiToken,
  findApiToken,
  listApiTokens,
  removeApiToken,
  SCOPES,
  type Scope,
  type TokenOrder,
} from './api-tokens.ts';
export { dropOpsToken, findOpsToken, keepOpsToken, type TokenHolder } from './ops-tokens.ts';
export {
  addUser,
  findUser,
  listUsers,
  OPS_ROLES,
  type OpsUser,
  PersonError,
  removeUser,
  setUserPassword,
  setUserRole,
  type UserOrder,
} from './people.ts';
export { type AuditEntry, type AuditFilter, readAudit } from './read-audit.ts';
export { type Act, record } from './record.ts';
export { admitSignOn, type SignOn } from './sign-on.ts';
export { stretch } from './stretch.ts';
