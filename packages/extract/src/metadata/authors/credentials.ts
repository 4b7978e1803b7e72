/** Degrees and licences by their letters: «Ph.D.», «M.D.», «RD», «CEPF®»; first letters of a second name are none. */
const LETTERS =
  /^(?:(?:(?:Ph|Ed|Psy|Pharm|Eng|Th|Sc|Litt?|J|M|R|Au)\.?\s?D|D\.?\s?(?:O|V\.?\s?M|D\.?\s?S|P\.?\s?T)|[BM]\.?\s?(?:A|S|Sc|Ed|Eng)|M\.?\s?(?:B\.?\s?A|P\.?\s?H|F\.?\s?A)|LL\.?\s?[BM]|R\.?\s?N|C\.?\s?P\.?\s?A)|[A-Z](?:-?[A-Z]){1,6})[.®™]*$/u;
/** What one is, or has been for how long: «Sr. Director of …», «10+ years in …», «CEO of …». */
const STATION =
  /\d|^(?:(?:sr|jr|senior|junior|managing|executive|vice|co|chief|head|deputy|assistant|associate|certified|registered|licensed|former|master|lead|principal|general|freelance|staff|directeur|directrice|chef|président\p{L}*|professeure?|maître|avocate?|docteure?|économiste|chercheu\p{L}*|enseignant\p{L}*)\b|(?:ceo|cto|cfo|coo|pdg|founder|director|president|manager|editor|professor|lecturer|expert|specialist|consultant|dietitian|nutritionist|attorney|lawyer|economist|researcher)(?:\s|$))|\s(?:manager|officer|director)$/iu;

/** Where one was, by how names of places begin: «…, Port Ellan». */
const PLACE =
  /^(?:studio|port|fort|mount|lake|new|north|south|east|west|saint|sainte|st\.?|santa|sankt|bad|oued|ksar|aïn|ain|beni|ville de)[ -]\p{Lu}/iu;

/** One word behind a whole name: where one was, or a house. */
const WORD = /^[^\s.]+$/u;

/** True for what stands behind a person's name in a list and is nobody: a degree, a licence, a station, a place. */
export const isCredential = (part: string): boolean =>
  LETTERS.test(part) || STATION.test(part) || PLACE.test(part) || WORD.test(part);
