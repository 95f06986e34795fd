import type { BrowserContext } from '@playwright/test'

/**
 * Collects what must not happen in any page of a context: errors on the console (violations of the content security
 * policy are among them), uncaught exceptions, and answers of 500 and above.
 */
export function watch(context: BrowserContext, faults: string[]): void {
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => faults.push(`uncaught: ${error.error().stack ?? error.error().message}`))
  context.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()}: ${response.request().method()} ${response.url()}`)
  })
}
