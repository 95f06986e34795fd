import { readFileSync } from 'node:fs'
import { sealJournal } from '../components/sitting/seal.ts'
import { isSigned, receiptFile } from '../lib/evidence/receipt/signed-receipt.ts'
import { expect, expectAccessible, type Page, test } from './setup/test.ts'
import { beginExam } from './sitting/begin.ts'
import { changeRow } from './sitting/drawn.ts'
import { enrolStudent } from './sitting/enrol-student.ts'
import { openExam } from './sitting/open-exam.ts'

/** What the student's page could send: JSON to a route of the attempt, from the page's own origin. */
async function ask<T>(page: Page, address: string, method = 'GET', body?: unknown): Promise<T> {
  return page.evaluate(
    async ([to, how, sent]) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`${to}`, { method: `${how}`, headers, ...(sent ? { body: `${sent}` } : {}) })
      return answer.json()
    },
    [address, method, body === undefined ? null : JSON.stringify(body)] as const,
  )
}

interface Paper {
  questions: { slug: string; fields: { name: string; kind: string }[] }[]
}

test.use({ allow: [/422.*sealed/] })

test('staff decide on what came late, take in a sealed file, and see how the attempt came about', async ({ as }) => {
  await enrolStudent('lena', 'Lena Ito')
  const [student, staff] = [await as('lena'), await as('tara')]
  const attemptId = await beginExam(student)
  const attempt = `/api/exam/v1/attempts/${attemptId}`
  await student.goto('/exams')
  const paper = await ask<Paper>(student, `${attempt}/paper`)
  const keys = paper.questions.flatMap(({ slug, fields }) =>
    fields.flatMap(({ name, kind }) => (kind === 'number' ? [`${slug}.${name}`] : [])),
  )
  const edit = (k: number, revision: number, text: string) => ({
    field: keys[k] ?? '',
    revision,
    opId: crypto.randomUUID(),
    value: { kind: 'number', text },
  })
  const save = (...saves: object[]) => ask(student, `${attempt}/responses`, 'PUT', { epoch: 1, saves })
  const seal = await ask<Parameters<typeof sealJournal>[0]>(student, `${attempt}/seal`)

  // saved in time, then late beyond the sync grace; another answer stays on a device that cannot send
  await save(edit(0, 1, '0.11'))
  await changeRow(`update attempt set started_at = started_at - interval '1 day' where id = $1`, [attemptId])
  expect(await save(edit(0, 2, '0.22'))).toMatchObject({ state: 'closed', results: [{ outcome: 'closed' }] })
  const sealed = await sealJournal(seal, attemptId, [{ ...edit(1, 1, '0.33'), epoch: 1 }])

  // staff find it before them, and let it count
  await openExam(staff)
  await staff.waitForURL(/\/staff\/exams\//)
  await staff.goto(`${new URL(staff.url()).pathname}/review`)
  const waiting = staff.locator(`a[href$="${attemptId}/history"]`)
  await expect(waiting).toHaveText(/^[0-9A-F]{4}(-[0-9A-F]{4}){3}$/)
  const code = (await waiting.textContent()) ?? ''
  await waiting.click()
  await expect(staff.getByRole('heading', { level: 1 })).toHaveText(`History of submission ${code}`)
  await expect(staff.getByText('Lena Ito')).toHaveCount(0)
  await expect(staff.getByText('waits for a decision')).toHaveCount(1)
  await expectAccessible(staff)
  await staff.getByRole('button', { name: 'Let it count' }).click()
  await expect(staff.getByText('waits for a decision')).toHaveCount(1)
  await staff.getByLabel('Reason').fill('The Wi-Fi of the hall was down.')
  await staff.getByRole('button', { name: 'Let it count' }).click()
  await expect(staff.getByText(/counts: Tara .* decided.* · The Wi-Fi of the hall was down\./)).toBeVisible()

  // every save, one after the other, by keyboard
  const slider = staff.getByRole('slider')
  await slider.focus()
  await staff.keyboard.press('Home')
  await expect(staff.getByText('Before the first save')).toBeVisible()
  await staff.keyboard.press('ArrowRight')
  await expect(slider).toHaveAttribute('aria-valuetext', /Save 1 of 2, .*, saved/)
  await staff.keyboard.press('ArrowRight')
  await expect(slider).toHaveAttribute('aria-valuetext', /Save 2 of 2, .*, late/)
  await expect(staff.getByText('The chain of saves is whole')).toBeVisible()

  // a file that was changed is refused; the right one is taken in once
  const take = async (text: string) => {
    await staff
      .getByLabel('File of sealed answers')
      .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) })
    await staff.getByRole('button', { name: 'Take in' }).click()
  }
  await take(sealed.replace(/"content":"...../, '"content":"AAAAA'))
  await expect(staff.getByText('was changed or is damaged')).toBeVisible()
  await take(sealed)
  await expect(staff.getByText(/1 save of 1 was new. They came late/)).toBeVisible()
  await expect(staff.getByText('waits for a decision')).toHaveCount(1)
  await take(sealed)
  await expect(staff.getByText('Nothing in it was new.')).toBeVisible()

  // the student has a receipt of what was handed in, and it is genuine
  await student.goto(`/attempts/${attemptId}/result`)
  const download = student.waitForEvent('download')
  await student.getByRole('link', { name: 'Download the signed receipt' }).click()
  const { receipt, signature, publicKey } = receiptFile.parse(
    JSON.parse(readFileSync(await (await download).path(), 'utf8')),
  )
  expect(receipt).toMatchObject({ attempt: attemptId, closedBy: 'deadline', chainLength: 2 })
  expect(await ask(student, '/api/exam/v1/receipt-key')).toEqual({ algorithm: 'Ed25519', publicKey })
  expect(isSigned(receipt, signature, publicKey)).toBe(true)
})
