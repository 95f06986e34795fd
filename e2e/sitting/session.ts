import type { Page } from '@playwright/test'
import { PASSWORD, type Person } from '../setup/people.ts'
import { changeRow } from './drawn.ts'

/** Ends every session of a person on the server, as signing out elsewhere or an administrator would. */
export async function endSessions(email: string): Promise<void> {
  await changeRow(
    `update session set ended_at = clock_timestamp()
     where ended_at is null and person_id in (select id from person where email = $1)`,
    [email],
  )
}

/** What of an answer the server holds now: its text, or null. */
export async function heldText(page: Page, attemptId: string, key: string): Promise<string | null> {
  const response = await page.request.get(`/api/exam/v1/attempts/${attemptId}`)
  const { responses } = (await response.json()) as { responses?: Record<string, { value: { markdown?: string } }> }
  return responses?.[key]?.value.markdown ?? null
}

/** Fills in the sign-in form of a window, with a password. */
export async function signInThere(window: Page, person: Person): Promise<void> {
  await window.getByLabel('E-mail').fill(`${person}@example.edu`)
  await window.getByLabel('Password').fill(PASSWORD)
  await window.getByRole('button', { name: 'Sign in', exact: true }).click()
}
