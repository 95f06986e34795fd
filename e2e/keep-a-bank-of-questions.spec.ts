import { writeFileSync } from 'node:fs'

import { expect, expectAccessible, test } from './setup/test.ts'

const text = (title: string) => `---
title: ${title}
topics: [sums of a bank]
parameters:
  x: decimals([2], 1, 9, 1)
reference:
  y: sum(x)
answers:
  y: { points: 2, decimals: 1 }
---
The sum of {{x}} is :answer[y].
`

test('an author brings files in, finds them, tags and collects them, and takes them out as the same bytes', async ({
  as,
}, info) => {
  const page = await as('ines')
  const [first, second] = ['bank-first', 'bank-second'].map((slug) => info.outputPath(`${slug}.md`))
  writeFileSync(first ?? '', text('First sum of the bank').replaceAll('\n', '\r\n'))
  writeFileSync(second ?? '', text('Second sum of the bank'))

  await page.goto('/staff/questions/files')
  await expectAccessible(page)
  await page.getByLabel('Choose a zip or files').setInputFiles([first ?? '', second ?? ''])
  await expect(page.getByText('2 files. Nothing has been written yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Bring 2 files in' }).click()
  await expect(page.getByText('2 files were brought in.')).toBeVisible()
  await expectAccessible(page)

  await page.goto('/staff/questions')
  await page.getByLabel('Words').fill('sum bank')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.getByText('2 questions')).toBeVisible()
  await page.getByLabel('Choose all on this page').check()
  const actions = page.getByRole('region', { name: 'With the chosen questions' })
  await actions.getByLabel('Add a tag').fill('Week 1')
  await actions.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(actions.getByText('Done.')).toBeVisible()
  await actions.getByLabel('Name of the collection').fill('Sums')
  await actions.getByRole('button', { name: 'Put in', exact: true }).click()
  await expect(page.getByRole('combobox', { name: 'Collection', exact: true }).first()).toContainText('Sums (2)')
  await expectAccessible(page)

  await page.goto('/staff/questions?tag=week+1')
  await expect(page.getByRole('link', { name: 'First sum of the bank', exact: true })).toBeVisible()
  const answer = await page.request.get('/api/staff/v1/bank/export?slug=bank-first&slug=bank-second')
  expect(answer.headers()['content-type']).toBe('application/zip')
  writeFileSync(info.outputPath('bank.zip'), await answer.body())
  await page.goto('/staff/questions/files')
  await page.getByLabel('Choose a zip or files').setInputFiles(info.outputPath('bank.zip'))
  await expect(page.getByText('what is here already')).toHaveCount(2)
})

test('who looks after the house sees the folder beside the database', async ({ as }) => {
  const page = await as('adam')
  await page.goto('/staff/questions/sync')
  await expect(page.getByRole('heading', { level: 1, name: 'The folder and the database' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'in the folder only: exams use the file' })).toBeVisible()
  await expectAccessible(page)
})
