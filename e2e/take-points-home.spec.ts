import fs from 'node:fs/promises'
import { readCsv } from '../lib/points/export/testing/read-csv.ts'
import { unzip } from '../lib/points/export/testing/unzip.ts'
import { otherAnswer, renameOne } from './reviewing/compared.ts'
import { answersToReview } from './reviewing/forty-answers.ts'
import { expect, expectAccessible, type Page, test } from './setup/test.ts'

const hostile = '=HYPERLINK("http://evil.example","Ada")'

/** What the browser keeps under a link. */
async function saved(page: Page, link: string): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: link, exact: true }).click()
  const file = await coming
  return { name: file.suggestedFilename(), bytes: await fs.readFile(await file.path()) }
}

// an assistant asks for the files
test.use({ allow: [/403 \(Forbidden\).*\/export/] })

test('an instructor follows how points came about and takes them home; nothing in the files runs', async ({ as }) => {
  const { exam, field } = await answersToReview(3)
  await renameOne(exam.examId, hostile)
  const submissionId = await otherAnswer(exam.examId, field)
  const here = `/staff/exams/${exam.examId}/points`

  const tara = await as('tara')
  await tara.goto(`/staff/exams/${exam.examId}`)
  await expect(tara.getByRole('link', { name: 'Points and their changes' })).toHaveCount(0)
  const answers = await tara.evaluate(
    async ({ exports, body }) => {
      const headers = { 'content-type': 'application/json' }
      const review = await fetch('/api/staff/v1/reviews', { method: 'POST', headers, body: JSON.stringify(body) })
      return [review.status, (await fetch(exports)).status]
    },
    {
      exports: `/api/staff/v1/exams/${exam.examId}/export?what=points&format=csv`,
      body: { submissionId, field, version: 0, points: 1.5, reason: '@SUM(A1)' },
    },
  )
  expect(answers).toEqual([200, 403])

  const ines = await as('ines')
  await ines.goto(`/staff/exams/${exam.examId}`)
  await ines.getByRole('link', { name: 'Points and their changes' }).click()
  await expect(ines.getByRole('heading', { level: 1 })).toHaveText('Points and their changes')
  await ines.getByLabel('Reason of the change').selectOption('person')
  await ines.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(ines).toHaveURL(/cause=person/)
  const row = ines.getByRole('row').filter({ hasText: '@SUM(A1)' })
  await expect(row).toContainText('open → 1.5')
  await expect(row).toContainText('Tara')
  await expectAccessible(ines)
  await row.getByRole('link').click()
  await expect(ines.getByRole('heading', { level: 1 })).toHaveText('How the points came about')
  await expect(ines.getByRole('row').filter({ hasText: '@SUM(A1)' })).toContainText('open → 1.5')
  await expectAccessible(ines)

  await ines.goto(here)
  const workbook = await saved(ines, 'Points by student and part: Excel workbook')
  expect(workbook.name).toMatch(/-points\.xlsx$/)
  const sheet = unzip(workbook.bytes).get('xl/worksheets/sheet1.xml') ?? ''
  expect(sheet).toContain(`>${hostile}<`)
  expect(sheet).not.toMatch(/<f[\s>/]/)
  const changes = readCsv((await saved(ines, 'All changes of points: CSV for Excel')).bytes.toString('utf8').slice(1))
  const review = changes.find((cells) => cells.includes("'@SUM(A1)"))
  expect(review?.slice(12, 14)).toEqual(['', '1.5'])
  expect(changes.flat().filter((cell) => /^[=+@]/.test(cell))).toEqual([])
})
