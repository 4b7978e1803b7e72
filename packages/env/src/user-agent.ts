/** Of the whole project, as `nashra --version` says it. */
export const VERSION = '0.1';

/** How Nashra names itself to publishers where operators say nothing else. */
export const USER_AGENT = `Nashra/${VERSION} (news ingestion)`;
