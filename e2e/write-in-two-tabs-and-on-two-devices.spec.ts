import fs from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import path from 'node:path'
import { test } from './setup/test.ts'
import { beginExam } from './sitting/begin.ts'
import { enrolStudent } from './sitting/enrol-student.ts'
import { box, expect, expectComplete, expectSaved, held, letSavesPass, stopSaves } from './sitting/keep-going.ts'

const text = '01-short-answers.ensemble'

test.use({ allow: [/ERR_FAILED|Failed to fetch/] })

test('one tab writes, the other reads until it is told to; another device takes over, and nothing is lost', async ({
  as,
}) => {
  await enrolStudent('quin', 'Quin Adler')
  const first = await as('quin')
  const attemptId = await beginExam(first)
  const second = await first.context().newPage()
  await second.goto(`/attempts/${attemptId}`)
  await expectComplete(second)
  await expect(second.getByText('open in another tab of this browser')).toBeVisible()
  await expect(box(second, text)).toBeDisabled()

  // what the first tab could not send, the second one finds
  await stopSaves(first)
  await box(first, text).fill('from the first tab')
  await second.getByRole('button', { name: 'Write here instead' }).click()
  await expect(box(second, text)).toHaveValue('from the first tab')
  await expect(box(second, text)).toBeEnabled()
  await expect(box(first, text)).toBeDisabled()
  await box(second, text).fill('from the second tab')
  await expectSaved(second)
  expect(await held(second, attemptId, text)).toBe('from the second tab')

  // another device: the old one reads, shows what it had not sent, and gives it back when asked
  await stopSaves(second)
  await box(second, text).fill('not sent from the old device')
  const device = await as('quin')
  await beginExam(device)
  await expect(box(device, text)).toHaveValue('from the second tab')
  await box(device, text).fill('from the new device')
  await expectSaved(device)
  await expect(second.getByText('on another device')).toBeVisible()
  await expect(box(second, text)).toBeDisabled()
  await second.getByRole('button', { name: 'Show what is on this device' }).click()
  await expect(second.getByRole('dialog')).toContainText('not sent from the old device')
  await second.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await letSavesPass(second)
  await second.getByRole('button', { name: 'Go on here' }).click()
  await expect(box(second, text)).toHaveValue('from the new device')
  await second.getByRole('button', { name: 'Put mine back' }).click()
  await expectSaved(second)
  expect(await held(second, attemptId, text)).toBe('not sent from the old device')
  await expect(device.getByText('on another device')).toBeVisible()
})

test("the browser's own storage keeps the rules of the journal", async ({ page }) => {
  const folder = path.resolve(import.meta.dirname, '../components/sitting/engine/journal')
  await page.route('http://journal.test/**', (route) => {
    const file = path.join(folder, path.basename(new URL(route.request().url()).pathname))
    if (!file.endsWith('.ts')) return route.fulfill({ contentType: 'text/html', body: '<title>Journal</title>' })
    const body = stripTypeScriptTypes(fs.readFileSync(file, 'utf8'))
    return route.fulfill({ contentType: 'text/javascript', body })
  })
  await page.goto('http://journal.test/')
  const broken = await page.evaluate(async () => {
    const contract = '/journal-contract.ts'
    const indexed = '/indexed-journal.ts'
    const whole = '/whole-device.ts'
    const { journalContract } = await import(contract)
    const { indexedJournal } = await import(indexed)
    const found: Record<string, unknown> = {}
    for (const [k, rule] of Object.keys(journalContract).entries()) {
      found[rule] = await journalContract[rule]((attempt: string) => indexedJournal(`${k} ${attempt}`))
    }
    const { forgetSettled, unsentOnDevice } = await import(whole)
    const edit = { epoch: 1, revision: 1, value: null, monotonicMs: 0, wallMs: 0 }
    for (const [attempt, fate] of Object.entries({ sent: 'late', unsent: null, spared: 'replaced' })) {
      await indexedJournal(attempt).write([{ put: { ...edit, field: 'q.x', opId: attempt, fate } }])
    }
    await forgetSettled('spared')
    const left = await Promise.all(
      ['sent', 'unsent', 'spared'].map(async (attempt) => (await indexedJournal(attempt).load()).rows.length),
    )
    if (left.join() !== '0,1,1') found['what the server has goes from the device'] = left
    if ((await unsentOnDevice()).get('unsent') !== 1) found['what was never sent is found'] = left
    return found
  })
  expect(Object.keys(broken).length).toBeGreaterThan(3)
  expect(Object.values(broken).filter((wrong) => wrong !== null)).toEqual([])
})
