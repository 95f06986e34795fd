/** The issuer of people who are enrolled and have no account yet. It is no address, so nobody can come from there. */
export const aheadIssuer = 'ahead'
