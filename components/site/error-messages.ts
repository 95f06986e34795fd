import { site } from '../messages/en/site.ts'

/** What an error page says. It comes with its own words: when it shows, the page that had them has failed. */
export const siteMessages = {
  broken: site.broken,
  brokenText: site.brokenText,
  toStart: site.toStart,
  tryAgain: site.tryAgain,
}
