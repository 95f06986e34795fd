/**
 * The cookies by which a browser says how it wants pages served, and what in them makes sense. Pages that are the same
 * for everybody look at nothing else of a request: that is what lets the exam page be kept (lib/serve).
 */
export interface PageCookies {
  theme: 'light' | 'dark' | null
  /** an IANA time zone; null: none was named that is one */
  zone: string | null
}

export function readPageCookies(read: (name: keyof PageCookies) => string | undefined): PageCookies {
  const theme = read('theme')
  return { theme: theme === 'light' || theme === 'dark' ? theme : null, zone: knownZone(read('zone') ?? '') }
}

function knownZone(cookie: string): string | null {
  try {
    const name = decodeURIComponent(cookie)
    return name ? new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone : null
  } catch {
    return null
  }
}
