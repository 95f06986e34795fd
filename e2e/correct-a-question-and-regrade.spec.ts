import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, expectAccessible, type Page, test } from './setup/test.ts'
import { plantedAnswers } from './sheets/planted-sheet.ts'
import { beginExam, handIn, typeSheet } from './sitting/begin.ts'
import { enrolStudent } from './sitting/enrol-student.ts'
import { openExam } from './sitting/open-exam.ts'

test.describe.configure({ mode: 'serial' })

const slug = '03-convolution'

/** The points of the convolution in a student's result. */
async function earned(page: Page, attemptId: string): Promise<number> {
  const result = await (await page.request.get(`/api/exam/v1/attempts/${attemptId}/result`)).json()
  return result.questions.find((question: { slug: string }) => question.slug === slug).earned
}

test('an instructor sees the corrected question, runs the regrade, sees who gains and approves; the student sees it', async ({
  as,
}) => {
  test.setTimeout(300_000)
  await enrolStudent('emil', 'Emil Strand')
  const student = await as('emil')
  const attemptId = await beginExam(student)
  // the grid can be resized once its controls are there
  const grid = student.locator(`[data-answer="${slug}.y"]`)
  await grid.scrollIntoViewIfNeeded()
  await expect(grid.locator('output').first()).toBeVisible()
  // turns the kernel, which the question as it stands gives half of the points
  await typeSheet(student, attemptId, (of, params) => (of === slug ? plantedAnswers(slug, params).answers : {}))
  await handIn(student)
  const before = await earned(student, attemptId)
  expect(before).toBeGreaterThan(0)

  const file = path.join(process.env.REFEREE_BANK ?? '', `${slug}.md`)
  const source = readFileSync(file, 'utf8')
  const instructor = await as('ines')
  await openExam(instructor)
  await instructor.getByRole('link', { name: 'Regrade with corrected questions' }).click()
  await expect(instructor.getByText('No question of the bank differs')).toBeVisible()

  // staff agree that both readings were taught: turning the kernel is worth all of it
  writeFileSync(file, source.replace('earns: 0.5', 'earns: 1'))
  await instructor.reload()
  await expect(instructor.getByRole('checkbox', { name: /Convolution by hand.*corrected/ })).toBeChecked()
  await expectAccessible(instructor)
  await instructor.getByRole('button', { name: 'Regrade and show what would change' }).click()
  await expect(instructor.getByText('1 student gains')).toBeVisible({ timeout: 60_000 })
  await expect(instructor.getByText('0 students lose')).toBeVisible()
  const row = instructor.getByRole('row', { name: /Emil Strand/ })
  await expect(row).toContainText(`+${before}`)
  await instructor.getByRole('link', { name: 'Sort by Difference' }).click()
  await expect(instructor.getByRole('columnheader', { name: /Difference/ })).toHaveAttribute('aria-sort', 'descending')
  await expect(instructor.getByRole('heading', { name: 'Part by part' })).toBeVisible()
  await expectAccessible(instructor)
  // nothing counts yet
  expect(await earned(student, attemptId)).toBe(before)

  await instructor.getByRole('button', { name: 'Approve: these gradings count' }).click()
  await expect(instructor.getByText(/approved: its gradings count/)).toBeVisible({ timeout: 30_000 })
  await student.reload()
  expect(await earned(student, attemptId)).toBe(2 * before)
  await expectAccessible(student)
})

test('a teaching assistant may look at a regrade and decide nothing', async ({ as }) => {
  const ta = await as('tara')
  await openExam(ta)
  await ta.getByRole('link', { name: 'Regrade with corrected questions' }).click()
  await expect(ta.getByRole('button', { name: 'Regrade and show what would change' })).toBeDisabled()
  await expect(ta.getByText('1 student gains')).toBeVisible()
  await expect(ta.getByRole('button', { name: 'Discard' })).toHaveCount(0)
})
