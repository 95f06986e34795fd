import { expectFits } from './hostile/fits.ts'
import { handIn, sit } from './hostile/hand-in.ts'
import { hostileClass } from './hostile/hostile-class.ts'
import { graded, release, reviewWith } from './hostile/planted.ts'
import { expect, expectAccessible, test } from './setup/test.ts'

// Answers as bad as they come: what is long, wide or runs the other way is what breaks a page.
test('the pages of a review break no rule of accessibility in a window of 320 pixels, and the keyboard enters them', async ({
  as,
}) => {
  const { examId } = await hostileClass()
  const exam = `/staff/exams/${examId}`
  const [student, tara, ines] = [await as('trudy'), await as('tara'), await as('ines')]
  const sat = await sit(student, examId, ['Because $x^2$ is **even**.'])
  const submissionId = await handIn(student, sat, 'Late.')
  await expect.poll(() => graded(examId), { timeout: 60_000 }).toBe(0)
  const [field = ''] = sat.keys.text ?? []
  const written = { item: 'Says that $x^2$ is *even*', comment: 'Well put.', reason: 'It is.' }
  await reviewWith(tara, { examId, submissionId, field }, written)
  await release(ines, examId)

  await ines.setViewportSize({ width: 320, height: 700 })
  for (const [place, path] of [
    `${exam}/review`,
    `${exam}/review/answers/${field}`,
    `${exam}/review/${submissionId}/${field}`,
    `${exam}/groups/${field}`,
    `${exam}/rubrics`,
    `${exam}/rubrics/${field}`,
    `${exam}/requests`,
    `${exam}/release`,
    `${exam}/release/${sat.attemptId}`,
    `${exam}/points`,
    `${exam}/progress`,
    `${exam}/agreement`,
    `/staff/attempts/${sat.attemptId}/points`,
  ].entries()) {
    await test.step(path.replace(exam, ''), async () => {
      await ines.emulateMedia({ colorScheme: place % 2 === 0 ? 'light' : 'dark' })
      await ines.goto(path)
      await expect(ines.getByRole('heading', { level: 1 })).toBeVisible()
      await expectFits(ines)
      await expectAccessible(ines)
      await ines.keyboard.press('Tab')
      await expect(ines.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
    })
  }
})
