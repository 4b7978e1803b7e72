/** Who does what in the database. None of them logs in itself: logins are members. docs/security.md has the table. */
export const ROLES = ['nashra_owner', 'nashra_app', 'nashra_ops', 'nashra_reader'] as const;
export type Role = (typeof ROLES)[number];
