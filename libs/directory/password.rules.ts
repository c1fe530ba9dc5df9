/** NIST SP 800-63B: length counts, composition rules do not. */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 500;
