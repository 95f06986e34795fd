import { everything, marks } from './hostile/answers.ts'
import { handIn, send, sit } from './hostile/hand-in.ts'
import { hostileClass } from './hostile/hostile-class.ts'
import { payloads } from './hostile/payloads.ts'
import { announcement, comment, graded, question, release, reviewWith } from './hostile/planted.ts'
import { expectInert, watchHostile } from './hostile/watched.ts'
import { expect, type Page, test } from './setup/test.ts'

/** As small as a window may be: what is too wide for it shows. */
const narrow = { width: 320, height: 700 }

async function looker(page: Page): Promise<(path: string) => Promise<void>> {
  const watched = await watchHostile(page.context())
  await page.setViewportSize(narrow)
  return async (path) => {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectInert(page, watched)
  }
}

test('what students type is text to whoever reviews it, and what staff write is text to students', async ({ as }) => {
  expect(payloads.length).toBeGreaterThan(120)
  const { examId } = await hostileClass()
  const exam = `/staff/exams/${examId}`
  const [mallory, trudy, tara, ines] = [await as('mallory'), await as('trudy'), await as('tara'), await as('ines')]
  const seenBy = {
    mallory: await looker(mallory),
    trudy: await looker(trudy),
    tara: await looker(tara),
    ines: await looker(ines),
  }

  // what is announced stands on the page of who sits
  await send(ines, 'POST', `/api/staff/v1/exams/${examId}/announcements`, { text: announcement })
  const [first, second] = [await sit(mallory, examId, [everything]), await sit(trudy, examId, [])]
  await seenBy.trudy(`/attempts/${second.attemptId}`)

  const submissionId = await handIn(mallory, first, everything.slice(0, 15_000))
  const other = await handIn(trudy, second, 'Late.')
  await expect.poll(() => graded(examId), { timeout: 60_000 }).toBe(0)
  const [field = '', ...texts] = first.keys.text ?? []
  const [formula = ''] = first.keys.formula ?? []
  await reviewWith(tara, { examId, submissionId, field })
  await release(ines, examId)
  const { requestId } = await send<{ requestId: string }>(
    mallory,
    'POST',
    `/api/exam/v1/attempts/${first.attemptId}/requests`,
    { field, text: question },
  )

  await test.step('assistants', async () => {
    await seenBy.tara(`${exam}/review/${submissionId}/${field}`)
    // each can be read, and so can what comes after it
    const shown = tara.getByRole('main')
    await expect(shown).toContainText(marks.at(-1) ?? '')
    const text = (await shown.textContent()) ?? ''
    expect.soft(marks.filter((mark) => !text.includes(`${mark}: `))).toEqual([])
    for (const path of [
      ...[...texts, formula].map((key) => `${exam}/review/${other}/${key}`),
      `${exam}/review`,
      `${exam}/review/answers/${field}`,
      `${exam}/review/next/${texts[0]}`,
      `${exam}/groups/${field}`,
      `${exam}/groups/${texts[0]}`,
      `${exam}/rubrics/${field}`,
      `${exam}/requests/${requestId}`,
      `/staff/attempts/${first.attemptId}/history`,
    ])
      await seenBy.tara(path)
  })
  await test.step('instructors, who read names', async () => {
    for (const path of [
      exam,
      `${exam}/running`,
      `${exam}/time`,
      `${exam}/access`,
      `${exam}/regrade`,
      `${exam}/release`,
      `${exam}/release/${first.attemptId}`,
      `${exam}/requests`,
      `${exam}/points`,
      `${exam}/progress`,
      `${exam}/agreement`,
      `/staff/attempts/${first.attemptId}`,
      `/staff/attempts/${second.attemptId}`,
      `/staff/attempts/${first.attemptId}/points`,
      `/staff/attempts/${second.attemptId}/history`,
    ])
      await seenBy.ines(path)
  })
  await test.step('students', async () => {
    await seenBy.mallory(`/attempts/${first.attemptId}/result`)
    await expect(mallory.getByText(comment.slice(0, 40)).first()).toBeVisible()
    await seenBy.mallory('/exams')
  })
})
