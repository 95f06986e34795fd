import { emptyCourse } from './building/own-course.ts'
import { expect, expectAccessible, type Page, test } from './setup/test.ts'
import { rightAnswers } from './sheets/answer-sheet.ts'
import { handIn, typeSheet } from './sitting/begin.ts'

test.use({ trace: 'off' })

const saved = { timeout: 15_000 }
const everythingSaved = (page: Page) =>
  expect(page.getByRole('status').first()).toHaveText('Everything is saved.', saved)

/** From the rules of an exam to its paper. */
async function startHere(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Start the exam' }).click()
  await page.waitForURL(/\/attempts\/[0-9a-f-]+$/)
  await expect(page.locator('#the-end')).toBeAttached()
  return page.url().split('/').at(-1) ?? ''
}

test('a quiz is built from the bank, mended, tried, published, and sat', async ({ as }) => {
  await emptyCourse({ student: 'nils', instructor: 'iris' }, 'Building')
  const staff = await as('iris')
  await staff.goto('/staff')
  await staff.getByRole('link', { name: 'New exam' }).click()
  await staff.getByLabel('Title').fill('Two small questions')
  await staff.getByRole('radio', { name: /^Quiz/ }).check()
  await staff.getByRole('button', { name: 'Begin' }).click()
  await staff.waitForURL(/\/edit$/)
  const address = staff.url().replace(/\/edit$/, '')

  // two questions of the bank, in a set from which three are to be drawn
  for (const [words, title] of [
    ['convolution', /^Add .*convolution by hand/i],
    ['bias variance', /^Add .*bias, variance/i],
  ] as const) {
    await staff.getByRole('searchbox').fill(words)
    await staff.getByRole('button', { name: title }).click()
  }
  // the second one before the first: by hand, and back by the keys of its handle
  const titles = staff.locator('[data-questions] a')
  const second = staff.getByRole('button', { name: /^Drag .*bias/i })
  // away from the edges of the window, where a drag scrolls
  await second.evaluate((handle) => handle.scrollIntoView({ block: 'center' }))
  await second.dragTo(staff.getByRole('button', { name: /^Drag .*convolution/i }), { targetPosition: { x: 4, y: 1 } })
  await expect(titles.first()).toHaveText(/bias/i)
  await second.press('ArrowDown')
  await expect(titles.first()).toHaveText(/convolution/i)
  await expect(second).toBeFocused()
  await staff.getByRole('button', { name: 'Divide into sections' }).click()
  await staff.getByLabel(/Title of the section/).fill('Both of them')
  // another section goes before it by the keys of its handle, and out again
  await staff.getByRole('button', { name: 'Add a section' }).click()
  await staff.getByRole('button', { name: /^Drag section 2/ }).press('ArrowUp')
  await expect(staff.getByLabel(/^Section 2 .*Title of the section/)).toHaveValue('Both of them')
  await expect(staff.getByRole('button', { name: /^Drag section 1/ })).toBeFocused()
  await staff.getByRole('button', { name: 'Remove section 1' }).click()
  await staff.getByRole('radio', { name: /^some of them/ }).check()
  await staff.getByLabel('How many').fill('3')
  await expect(staff.getByText('There are not that many.')).toBeVisible()
  await staff.getByRole('textbox', { name: 'Instructions' }).fill('Take your time: $1 + 1 = 2$.')
  await everythingSaved(staff)
  await expectAccessible(staff)

  // the checklist says so; it is mended where it leads to
  await staff.getByRole('link', { name: 'Check and publish' }).click()
  const red = staff.getByRole('listitem').filter({ hasText: 'More questions are to be drawn than there are in' })
  await expect(red).toContainText('Both of them')
  await expect(staff.getByRole('button', { name: 'Publish' })).toBeDisabled()
  await red.getByRole('link', { name: 'mend it' }).click()
  await staff.getByRole('radio', { name: 'all questions', exact: true }).check()
  await everythingSaved(staff)

  // as a student: what is handed in is graded, and counts nowhere
  await staff.getByRole('link', { name: 'Try it' }).click()
  await staff.getByRole('button', { name: 'Make a trial' }).click()
  await staff.getByRole('link', { name: 'Sit it' }).click({ timeout: 45_000 })
  await expect(staff.getByRole('heading', { level: 1 })).toHaveText('Trial: Two small questions')
  await startHere(staff)
  await handIn(staff)
  await staff.goto(`${address}/trial`)
  await expect(staff.getByRole('link', { name: 'see the result' })).toBeVisible()

  await staff.getByRole('link', { name: 'Check and publish' }).click()
  await expect(staff.getByText('Somebody has tried it as it is now.')).toBeVisible()
  const publish = staff.getByRole('button', { name: 'Publish' })
  for (const tick of await staff.getByRole('checkbox').all()) await tick.check()
  await expectAccessible(staff)
  await publish.click()
  await expect(staff.getByText('This exam is published. Students see it.')).toBeVisible({ timeout: 45_000 })

  const student = await as('nils')
  await student.goto('/exams')
  await expect(student.getByText('Trial')).toHaveCount(0)
  await student.getByRole('link', { name: /^Read the rules and start/ }).click()
  const attemptId = await startHere(student)
  await expect(student.getByText('Both of them')).toBeVisible()
  await typeSheet(student, attemptId, rightAnswers)
  await handIn(student)
  const possible = await student
    .getByText(/of \d+ points/)
    .first()
    .textContent()
  expect(possible).toBeTruthy()

  // what somebody has begun is not taken apart any more
  await staff.goto(`${address}/edit`)
  await expect(staff.getByText('Somebody has begun this exam.')).toBeVisible()
  await expect(staff.getByRole('radio', { name: /^Exam/ })).toBeDisabled()
  await expect(staff.getByLabel('Title', { exact: true })).toBeEnabled()
})

test('an exam is printed, every version with its own key', async ({ as }) => {
  const staff = await as('ines')
  await staff.goto('/staff')
  await staff
    .getByRole('link', { name: /twelve questions/ })
    .first()
    .click()
  await staff.getByRole('link', { name: 'On paper', exact: true }).click()
  const sheet = staff.locator('.printed-exam')
  await expect(sheet.locator('.printed-question')).toHaveCount(12, { timeout: 30_000 })
  const first = await sheet.textContent()
  await staff.getByRole('link', { name: 'Version 2' }).click()
  // a long page: a busy machine takes its time
  const drawn = { timeout: 30_000 }
  await expect(sheet).toContainText('Version 2', drawn)
  expect(await sheet.textContent()).not.toBe(first)
  await expectAccessible(staff)
  await staff.getByRole('link', { name: 'With key' }).click()
  await expect(sheet).toContainText('Key to version 2', drawn)
  await expect(sheet.getByText('Worked solution').first()).toBeVisible()
  const paper = await staff.pdf({ format: 'A4' })
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-')
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(3)
})
