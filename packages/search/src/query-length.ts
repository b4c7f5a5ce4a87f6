/** Longest query that is asked, in characters; what goes beyond it is left off. */
export const MAX_QUERY_LENGTH = 100;
