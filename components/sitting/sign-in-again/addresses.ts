/** What the page at the end of signing in says to all pages of this site, and nobody else can hear. */
export const channelName = 'signed-in'

/** Signing in that ends on a page which closes itself. Somebody else's place at the university is asked for anew. */
export function signInAddress(somebodyElse: boolean): string {
  return `/sign-in?callbackUrl=${encodeURIComponent('/signed-in')}${somebodyElse ? '&prompt=login' : ''}`
}
