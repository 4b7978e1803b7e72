/** What the console says of a sign-on elsewhere. */
export const signOn = {
  by: (called: string) => `Sign on with ${called}`,
  onward: 'Go on',
  loggedOut: 'You are logged out here.',
  outThere: (called: string) => `Log out of ${called} as well`,
  unreachable:
    'The provider of the sign-on does not answer. Try again in a moment, or log in with a password.',
  refused: 'The sign-on was not completed, or took too long. Begin anew.',
  roleless:
    'You are known, and nobody has given you a role here: ask for one of the groups that have one.',
  name: 'Somebody else has your name here already: an admin can remove or rename them.',
};
