/** How Nashra names itself to publishers where operators say nothing else. */
export const USER_AGENT = 'Nashra/0.1 (news ingestion)';
