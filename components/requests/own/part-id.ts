/** The id of what was said about a part. */
export const partId = (part: string): string => `request-${part}`
