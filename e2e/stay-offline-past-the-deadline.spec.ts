import type { Page } from '@playwright/test'
import { test } from './setup/test.ts'
import { beginExam } from './sitting/begin.ts'
import { changeRow } from './sitting/drawn.ts'
import { enrolStudent } from './sitting/enrol-student.ts'
import { box, expect, expectSaved, held, journaled, stopSaves } from './sitting/keep-going.ts'

const text = '01-short-answers.ensemble'
const number = '01-short-answers.thinned'

// without a network what is fetched ahead cannot be, and is fetched again when it is wanted
test.use({ allow: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|ChunkLoadError/] })

/** Moves the attempt in time, so that its deadline lies so many seconds ahead. */
async function deadlineIn(attemptId: string, seconds: number): Promise<void> {
  await changeRow(
    `update attempt set started_at = clock_timestamp() - interval '2 hours' + make_interval(secs => $2) where id = $1`,
    [attemptId, seconds],
  )
}

/** The device's own clock is wrong by that many hours, in every page of the browser. */
async function setClockWrong(page: Page, hours: number): Promise<void> {
  await page.addInitScript((milliseconds) => {
    const Right = Date
    class Wrong extends Right {
      constructor(...given: [] | [number | string | Date]) {
        if (given.length === 0) super(Right.now() + milliseconds)
        else super(given[0])
      }
      static override now() {
        return Right.now() + milliseconds
      }
    }
    globalThis.Date = Wrong as DateConstructor
  }, hours * 3_600_000)
}

/** Types without a network until the deadline locks the page, then lets the time go on that long before the network is back. */
async function offlinePastTheDeadline(page: Page, attemptId: string, secondsAfter: number): Promise<void> {
  await deadlineIn(attemptId, 16)
  await expect(page.getByRole('timer')).toHaveText(/^0:\d/)
  await page.context().setOffline(true)
  await box(page, text).fill('typed without a network')
  await expect(
    page
      .getByText('On this device, sending…')
      .or(page.getByText(/on this device only/))
      .first(),
  ).toBeVisible()
  await expect(box(page, text)).toBeEnabled()
  await expect(page.getByText(/^Time is up\. One answer is stored on this device only/)).toBeVisible()
  await expect(box(page, text)).toBeDisabled()
  await deadlineIn(attemptId, -secondsAfter)
  await page.context().setOffline(false)
}

test('offline across the deadline with a clock five hours ahead: typing locks in time, and what was typed counts', async ({
  as,
}) => {
  await enrolStudent('otto', 'Otto Lind')
  const page = await as('otto')
  await setClockWrong(page, 5)
  const attemptId = await beginExam(page)
  await expect(page.getByRole('timer')).toHaveText(/1 h 59|2 h 0|1 h 60/)
  await box(page, number).fill('1')
  await expectSaved(page)
  await offlinePastTheDeadline(page, attemptId, 15)
  await expect(page.getByText('it has arrived and counts')).toBeVisible()
})

test('back too late with a clock five hours behind: the answer is kept as late and shown as such', async ({ as }) => {
  await enrolStudent('pia', 'Pia Roth')
  const page = await as('pia')
  await setClockWrong(page, -5)
  const attemptId = await beginExam(page)
  await expect(box(page, text)).toBeEnabled()
  await offlinePastTheDeadline(page, attemptId, 3_000)
  await expect(page.getByText('One answer reached the server after the end.')).toBeVisible()
  await expect(page.locator(`[data-answer="${text}"]`).getByText('after the end')).toBeVisible()
  await page.getByRole('button', { name: 'Show what is on this device' }).click()
  await expect(page.getByRole('dialog')).toContainText('typed without a network')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as a sealed file' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.sealed\.json$/)
})

test('closed without a network, opened after the end: the list of exams says what is left here, and opening sends it', async ({
  as,
}) => {
  await enrolStudent('xena', 'Xena Moss')
  const page = await as('xena')
  const attemptId = await beginExam(page)
  await stopSaves(page)
  await box(page, text).fill('left on the laptop')
  await expect.poll(() => journaled(page, attemptId, text)).toBe('left on the laptop')
  await deadlineIn(attemptId, -3_000)
  const later = await page.context().newPage()
  await page.close()
  await later.goto('/exams')
  await later.getByRole('link', { name: 'Open the exam, and they are sent' }).click()
  await expect(later.getByText('One answer reached the server after the end.')).toBeVisible()
  expect(await held(later, attemptId, text)).toBe('')

  // the server has it, the student has seen it: this device need not keep it
  await later.getByRole('button', { name: 'Show what is on this device' }).click()
  await expect(later.getByRole('dialog')).toContainText('left on the laptop')
  await later.getByRole('button', { name: 'Remove from this device' }).click()
  await expect(later.getByRole('dialog')).toBeHidden()
  await expect.poll(() => journaled(later, attemptId, text)).toBe('')
})
