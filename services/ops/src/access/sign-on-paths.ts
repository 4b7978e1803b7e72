/** Where a sign-on elsewhere begins, comes back to, and what is said when somebody has logged out. */
export const SIGN_ON_PATHS = {
  begin: '/login/oidc',
  back: '/login/oidc/back',
  out: '/logged-out',
} as const;
