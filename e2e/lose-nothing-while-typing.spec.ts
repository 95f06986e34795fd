import { signIn } from './setup/people.ts'
import { test } from './setup/test.ts'
import { beginExam } from './sitting/begin.ts'
import { enrolStudent } from './sitting/enrol-student.ts'
import {
  box,
  expect,
  expectComplete,
  expectSaved,
  held,
  journaled,
  letSavesPass,
  stopSaves,
} from './sitting/keep-going.ts'
import { KillableBrowser } from './sitting/killable-browser.ts'

const text = '01-short-answers.ensemble'
const thinned = '01-short-answers.thinned'

test.use({ allow: [/503|ERR_FAILED|Failed to fetch/] })

test('the browser is killed in the middle of a word: what the device had is on the server afterwards', async ({
  baseURL,
}) => {
  await enrolStudent('noor', 'Noor Haddad')
  const browser = new KillableBrowser()
  try {
    let page = await browser.start(baseURL ?? '')
    await signIn(page, 'noor')
    const attemptId = await beginExam(page)
    await stopSaves(page)
    const typed = 'The gradient vanishes since every factor is below one, and there are many of them. '
    const typing = box(page, text)
      .pressSequentially(typed.repeat(4), { timeout: 0 })
      .catch(() => {})
    let seen = ''
    await expect(async () => {
      seen = await journaled(page, attemptId, text)
      expect(seen.length).toBeGreaterThan(20)
    }).toPass({ intervals: [20] })
    await browser.kill()
    await typing

    page = await browser.start(baseURL ?? '')
    await signIn(page, 'noor')
    await page.goto(`/attempts/${attemptId}`)
    await expectComplete(page)
    await expectSaved(page)
    const now = await held(page, attemptId, text)
    expect(now.startsWith(seen)).toBe(true)
    expect(typed.repeat(4).startsWith(now)).toBe(true)
    await expect(box(page, text)).toHaveValue(now)
    expect(await journaled(page, attemptId, text)).toBe('')
  } finally {
    await browser.end()
  }
})

test('the server refuses, the page is loaded again: every field is sent once it takes them', async ({ as }) => {
  await enrolStudent('noor', 'Noor Haddad')
  const page = await as('noor')
  const attemptId = await beginExam(page)
  const fields = [thinned, '01-short-answers.out_shape', text]
  await stopSaves(page, 503)
  for (const [k, field] of fields.entries()) await box(page, field).fill(`4${k}`)
  await expect(page.getByText('3 answers are on this device only: trying again').first()).toBeVisible()
  await page.reload()
  await expectComplete(page)
  for (const [k, field] of fields.entries()) await expect(box(page, field)).toHaveValue(`4${k}`)
  await letSavesPass(page)
  await box(page, thinned).focus()
  await box(page, fields[1] ?? '').focus()
  await expectSaved(page)
  for (const [k, field] of fields.entries()) expect(await held(page, attemptId, field)).toBe(`4${k}`)
})

test('a page with answers that the server does not take asks before it is closed', async ({ as }) => {
  await enrolStudent('noor', 'Noor Haddad')
  const page = await as('noor')
  await beginExam(page)
  await stopSaves(page)
  await box(page, text).press('End')
  await page.keyboard.type(' Not sent.')
  await expect(page.getByText('One answer is on this device only: trying again').first()).toBeVisible()
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await letSavesPass(page)
  await expectSaved(page)
})

test('a browser that keeps nothing: the student is warned before and during the exam, and saved all the same', async ({
  as,
}) => {
  await enrolStudent('noor', 'Noor Haddad')
  const page = await as('noor')
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = function put() {
      this.transaction.abort()
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await page.goto('/exams')
  await page
    .getByRole('link', { name: /twelve questions/ })
    .first()
    .click()
  const attemptId = await beginExam(page)
  await expect(page.getByText('keeps no copy of your answers on this device').first()).toBeVisible()
  await box(page, thinned).fill('77')
  await expectSaved(page)
  await expect.poll(() => held(page, attemptId, thinned)).toBe('77')
})
