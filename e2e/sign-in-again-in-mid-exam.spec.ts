import type { Page } from '@playwright/test'
import { expect, test } from './setup/test.ts'
import { beginExam } from './sitting/begin.ts'
import { changeRow } from './sitting/drawn.ts'
import { enrolStudent } from './sitting/enrol-student.ts'
import { endSessions, heldText, signInThere } from './sitting/session.ts'

// being turned away is what these tests provoke
test.use({ allow: [/40[14]|127\.0\.0\.1|fonts\.googleapis\.com/] })

/** The first long text of the exam, and the key it is saved under. */
async function longText(page: Page) {
  const box = page.locator('main textarea').first()
  const key = ((await box.getAttribute('id')) ?? '').replace(/^answer-/, '')
  return { box, key }
}

async function openWindow(page: Page, button: string): Promise<Page> {
  const [opened] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: button }).click()])
  return opened
}

test('a session that ends in mid-exam costs no character, and nobody else can go on with the exam', async ({ as }) => {
  await enrolStudent('gita', 'Gita Rao')
  const page = await as('gita')
  const attemptId = await beginExam(page)
  const address = page.url()
  const { box, key } = await longText(page)
  await box.pressSequentially('Typed before. ')
  await expect.poll(() => heldText(page, attemptId, key)).toBe('Typed before. ')

  await endSessions('gita@example.edu')
  const panel = page.getByRole('dialog')
  await expect(async () => {
    await page.keyboard.type('x')
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await expect(panel).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 60_000 })
  await expect(panel).toContainText('You have been signed out')
  await page.keyboard.type(' Typed without a session.')
  const typed = await box.inputValue()
  expect(typed).toContain('Typed without a session.')

  const sent: string[] = []
  page.on('request', (request) => request.method() === 'PUT' && sent.push(request.postData() ?? ''))
  const wrong = await openWindow(page, 'Sign in again')
  await Promise.all([wrong.waitForEvent('close'), signInThere(wrong, 'ben')])
  await expect(panel).toContainText('Somebody else is signed in')
  await expect(box).toBeDisabled()
  expect(sent).toEqual([])

  const right = await openWindow(page, 'Sign in as the owner of this exam')
  await Promise.all([right.waitForEvent('close'), signInThere(right, 'gita')])
  await expect(panel).toBeHidden()
  await expect.poll(() => heldText(page, attemptId, key)).toBe(typed)
  await box.pressSequentially(' And after.')
  await expect.poll(() => heldText(page, attemptId, key)).toContain('And after.')
  expect(page.url()).toBe(address)
})

test('the way back through the university closes itself too, and a new tab does where windows are blocked', async ({
  page,
}) => {
  // which remembers henry from the first time on
  const university = (window: Page) => window.getByRole('button', { name: 'Sign in with University' }).click()
  await page.goto('/sign-in')
  await university(page)
  await page.getByPlaceholder('Enter any login').fill('henry')
  await page.getByPlaceholder('and password').fill('anything')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('Person henry').first()).toBeVisible()
  await changeRow(
    `insert into membership (course_id, person_id, role)
     select m.course_id, new.id, 'student' from membership m join person ada on ada.id = m.person_id, person new
     where ada.email = 'ada@example.edu' and new.subject = 'henry'`,
    [],
  )
  const attemptId = await beginExam(page)
  const { box, key } = await longText(page)
  const panel = page.getByRole('dialog')
  const lose = async (text: string) => {
    await endSessions('henry@university.example')
    await expect(async () => {
      await box.pressSequentially(text)
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
      await expect(panel).toBeVisible({ timeout: 3_000 })
    }).toPass({ timeout: 60_000 })
  }

  await lose('a')
  const window = await openWindow(page, 'Sign in again')
  const closed = window.waitForEvent('close')
  await university(window)
  await closed
  await expect(panel).toBeHidden()

  await lose('b')
  await page.evaluate(() => {
    globalThis.open = () => null
  })
  await panel.getByRole('button', { name: 'Sign in again' }).click()
  await expect(panel).toContainText('did not open the window')
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    panel.getByRole('link', { name: 'Sign in in a new tab' }).click(),
  ])
  await university(tab)
  await expect(panel).toBeHidden()
  const typed = await box.inputValue()
  await expect.poll(() => heldText(page, attemptId, key)).toBe(typed)
})
