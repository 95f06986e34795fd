import { expect as hasty, type Locator, type Page } from '@playwright/test'
import type { JournalRow } from '../../components/sitting/engine/journal/journal.ts'
import type { AttemptState } from '../../components/sitting/engine/protocol.ts'

/** For what takes a network, a disk or a whole page: machines that build beside the tests are slow. */
export const expect = hasty.configure({ timeout: 40_000 })

/** The page is set question by question; the end stands when all are there. */
export async function expectComplete(page: Page): Promise<void> {
  await expect(page.locator('#the-end')).toBeAttached()
}

/** The first control of a field. */
export const box = (page: Page, field: string): Locator => page.locator(`[id="answer-${field}"]`)

/** Where the page says that the answers lie. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator('[data-saved="server"]')).toBeVisible()
}

/** No save leaves the page any more, or each is answered by that status. */
export async function stopSaves(page: Page, status?: number): Promise<void> {
  await page.route('**/responses', (route) => (status ? route.fulfill({ status, json: {} }) : route.abort()))
}

export async function letSavesPass(page: Page): Promise<void> {
  await page.unroute('**/responses')
}

/** What the server has of a field, as text. */
export async function held(page: Page, attemptId: string, field: string): Promise<string> {
  const state = (await (await page.request.get(`/api/exam/v1/attempts/${attemptId}`)).json()) as AttemptState
  return textOf(state.responses[field]?.value)
}

/** What lies in this browser's journal of a field, as text. */
export async function journaled(page: Page, attemptId: string, field: string): Promise<string> {
  const row = await page.evaluate(
    (key) =>
      new Promise<unknown>((resolve) => {
        const request = indexedDB.open('referee')
        request.onsuccess = () => {
          const got = request.result.transaction('edits').objectStore('edits').get(key)
          got.onsuccess = () => {
            request.result.close()
            resolve(got.result)
          }
        }
      }),
    [attemptId, field],
  )
  return textOf((row as JournalRow | undefined)?.value)
}

function textOf(value: JournalRow['value'] | undefined): string {
  if (value?.kind === 'text') return value.markdown
  return value?.kind === 'number' || value?.kind === 'shape' ? value.text : ''
}
