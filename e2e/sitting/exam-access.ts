import { expect, type Page } from '@playwright/test'
import { openExam } from './open-exam.ts'

/** To the page of access of the exam of the twelve questions; returns the exam's id. */
export async function openAccess(staff: Page): Promise<string> {
  await openExam(staff)
  await staff.getByRole('link', { name: 'Access: code, networks, browser' }).click()
  await expect(staff.getByRole('heading', { level: 1 })).toHaveText('Access to the exam')
  return /exams\/([0-9a-f-]+)\/access/.exec(staff.url())?.[1] ?? ''
}

export async function saveRules(staff: Page): Promise<void> {
  await staff.getByRole('button', { name: 'Save the rules' }).click()
  await expect(staff.getByText('Saved. It counts from now on.')).toBeVisible()
}

/** The next test's students come from anywhere. */
export async function openToAll(staff: Page): Promise<void> {
  const exam = await openAccess(staff)
  const data = { code: null, networks: [], safeBrowser: false, configKeys: [], browserKeys: [], settings: null }
  const headers = { origin: new URL(staff.url()).origin, 'sec-fetch-site': 'same-origin' }
  const answer = await staff.request.post(`/api/staff/v1/exams/${exam}/access`, { data, headers })
  expect(answer.ok()).toBe(true)
}
