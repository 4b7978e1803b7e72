import type { signOn as en } from './sign-on-en.ts';

export const signOn: typeof en = {
  by: (called: string) => `Se connecter avec ${called}`,
  onward: 'Continuer',
  loggedOut: 'Vous êtes déconnecté ici.',
  outThere: (called: string) => `Se déconnecter aussi de ${called}`,
  unreachable:
    'Le fournisseur d’identité ne répond pas. Réessayez dans un instant, ou entrez avec un mot de passe.',
  refused: 'La connexion n’a pas abouti, ou a pris trop de temps. Recommencez.',
  roleless:
    'Vous êtes connu, mais personne ne vous a donné de rôle ici : demandez un des groupes qui en ont un.',
  name: 'Quelqu’un d’autre porte déjà votre nom ici : un admin peut le retirer.',
};
