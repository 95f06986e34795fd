import type { Person } from './setup/people.ts'
import { test as base } from './setup/test.ts'
import { beginExam } from './sitting/begin.ts'
import { enrolStudent } from './sitting/enrol-student.ts'
import { box, expect, expectComplete, expectSaved } from './sitting/keep-going.ts'
import { expectReadable, expectThereAndBack } from './sitting/readable.ts'
import { inMinutes, Stage } from './sitting/stage.ts'

const text = '01-short-answers.ensemble'

/** The exam of a student on a stage, which alone says how it stands. */
const test = base.extend<{ staged: (person: Person, name: string) => Promise<Stage> }>({
  staged: async ({ as }, use) => {
    const stages: Stage[] = []
    await use(async (person, name) => {
      await enrolStudent(person, name)
      const stage = new Stage(await as(person))
      stages.push(stage)
      await stage.set()
      return stage
    })
    // what is under way when a test ends is nobody's any more
    for (const { page } of stages) await page.context().unrouteAll({ behavior: 'ignoreErrors' })
  },
})

// what the stage refuses on purpose
test.use({ allow: [/ERR_FAILED|Failed to fetch|40[134]/] })

test('announcements one after the other, and a deadline that was moved', async ({ staged }) => {
  const stage = await staged('wim', 'Wim Faber')
  const { page } = stage
  await beginExam(page)
  const said = 'In question 4 the kernel is 3×3, not 2×2. '
  stage.announcements = [2, 1].map((id) => ({ id, question: null, text: said.repeat(3), at: inMinutes(-id) }))
  stage.pulse = { announcements: 2 }
  await stage.says('In question 4 the kernel')
  stage.attempt = { deadline: inMinutes(9) }
  await stage.says(/^Your time was changed/)
  for (let read = 0; read < 2; read++) await page.getByRole('button', { name: 'Understood' }).click()
  await expect(page.getByRole('button', { name: 'Understood' })).toBeHidden()
  await expectReadable(page, 'main')
})

test('a newer answer from elsewhere, and the own one put back', async ({ staged }) => {
  const stage = await staged('wim', 'Wim Faber')
  const { page } = stage
  await beginExam(page)
  stage.saves = 'beaten'
  await box(page, text).fill('typed here')
  await stage.says(/A newer answer took the place/)
  await expectReadable(page, `[data-answer="${text}"]`)
  stage.saves = 'pass'
  await page.getByRole('button', { name: 'Put mine back' }).click()
  await expectSaved(page)
})

test('no network: what lies on this device only, and nothing can be handed in', async ({ staged }) => {
  const stage = await staged('wim', 'Wim Faber')
  const { page } = stage
  await beginExam(page)
  stage.saves = 'lost'
  await box(page, text).fill('typed without a network')
  await stage.says(/One answer is on this device only/)
  await expectThereAndBack(page, 'Submit…')
  await page.getByRole('button', { name: 'Submit…' }).first().click()
  await page.getByRole('button', { name: 'Hand in' }).click()
  await expect(page.getByRole('alert').getByText('nothing was handed in')).toBeVisible()
  await expectReadable(page, '[role="dialog"]')
})

test('another tab of this browser, or another device, writes', async ({ staged }) => {
  const stage = await staged('wim', 'Wim Faber')
  const { page } = stage
  const attemptId = await beginExam(page)
  const tab = await page.context().newPage()
  await tab.goto(`/attempts/${attemptId}`)
  await expectComplete(tab)
  await expect(tab.getByText('open in another tab of this browser')).toBeVisible()
  await expectReadable(tab, 'header')
  await tab.close()

  await page.bringToFront()
  stage.saves = 'lost'
  await box(page, text).fill('typed on the old device')
  stage.attempt = { epoch: 99 }
  await stage.says('on another device or in another window')
  await expectThereAndBack(page, 'Show what is on this device')
  stage.attempt = {}
  await stage.look()
  await expect(page.getByText('on another device or in another window')).toBeHidden()
})

test('a break', async ({ staged }) => {
  const stage = await staged('wim', 'Wim Faber')
  const { page } = stage
  await beginExam(page)
  stage.pulse = { breakSince: inMinutes(-1) }
  await stage.says('Your clock stands still', 'body')
  stage.pulse = {}
  await stage.says('The break is over.')
  await expect(box(page, text)).toBeEnabled()
})

test('signed out, somebody else signed in, and no leave to sit the exam from here', async ({ staged }) => {
  const stage = await staged('wim', 'Wim Faber')
  const { page } = stage
  await beginExam(page)
  stage.turnedAway = 401
  await stage.says('You have been signed out', '[role="dialog"]')
  await expectReadable(page, 'header')
  stage.turnedAway = 404
  await stage.says('Somebody else is signed in', '[role="dialog"]')
  stage.turnedAway = 403
  await stage.says('This exam is taken in room 2 only.')
})

test('the end, with an answer that did not leave', async ({ staged }) => {
  const stage = await staged('wim', 'Wim Faber')
  const { page } = stage
  await beginExam(page)
  stage.saves = 'lost'
  await box(page, text).fill('typed in the last minute')
  stage.attempt = { deadline: inMinutes(-1) }
  await stage.says(/^Time is up\. One answer is stored on this device only/)
  stage.attempt = { state: 'closed' }
  await stage.says('The exam is closed')
  await expect(page.getByRole('timer')).toBeHidden()
  await expectThereAndBack(page, 'Show what is on this device')
})

test('a browser that keeps nothing says so before the start and in the exam', async ({ staged }) => {
  const { page } = await staged('yara', 'Yara Quist')
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = function put() {
      this.transaction.abort()
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await page.goto('/exams')
  await page.getByRole('link', { name: /^Read the rules and start/ }).click()
  await expect(page.getByText(/would keep no copy/)).toBeVisible()
  await expectReadable(page, 'main')
  await beginExam(page)
  await expect(page.getByText('keeps no copy of your answers on this device')).toBeVisible()
  await expectReadable(page, 'header')
})
