/** The time zone this browser prints times in. */
export const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone
