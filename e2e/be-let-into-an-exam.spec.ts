import { createHash } from 'node:crypto'
import { signIn } from './setup/people.ts'
import { expect, expectAccessible, test } from './setup/test.ts'
import { watch } from './setup/watch.ts'
import { enrolStudent } from './sitting/enrol-student.ts'
import { openAccess, openToAll, saveRules } from './sitting/exam-access.ts'

// being turned away, and told what is wrong, is what these tests provoke
test.use({ allow: [/403|422/] })

test.afterEach(async ({ as }) => openToAll(await as('ines')))

test('a code and a network are asked for, and staff see whom they turned away', async ({ as }) => {
  await enrolStudent('hana', 'Hana Sato')
  const [staff, hana] = [await as('ines'), await as('hana')]
  const exam = await openAccess(staff)
  await staff.getByLabel('Access code').fill('Blue-7')
  await staff.getByLabel('Networks').fill('lab 7')
  await staff.getByRole('button', { name: 'Save the rules' }).click()
  await expect(staff.getByText('“lab 7” is no address')).toBeVisible()
  await staff.getByLabel('Networks').fill('192.0.2.0/24')
  await saveRules(staff)

  await hana.goto(`/exams/${exam}`)
  await expect(hana.getByText('You are not in it now')).toBeVisible()
  await expectAccessible(hana)
  await hana.getByLabel('Access code').fill('blue 7')
  await hana.getByRole('button', { name: 'Start the exam' }).click()
  await expect(hana.getByText('This exam can only be taken')).toBeVisible()

  await staff.reload()
  await expect(staff.getByRole('cell', { name: 'Hana Sato' })).toBeVisible()
  await expect(staff.getByRole('cell', { name: 'not in the networks' })).toBeVisible()
  await expectAccessible(staff)
  await staff.getByLabel('Networks').fill('127.0.0.1\n::1')
  await saveRules(staff)

  await hana.reload()
  await hana.getByLabel('Access code').fill('green')
  await hana.getByRole('button', { name: 'Start the exam' }).click()
  await expect(hana.getByText('This is not the access code of this exam.')).toBeVisible()
  await hana.getByLabel('Access code').fill('blue 7')
  await hana.getByRole('button', { name: 'Start the exam' }).click()
  await hana.waitForURL(/\/attempts\//)
  await expect(hana.locator('#the-end')).toBeAttached()

  // moved out of the room in mid-exam
  await staff.getByLabel('Networks').fill('192.0.2.0/24')
  await saveRules(staff)
  await hana.locator('main textarea').first().pressSequentially('from elsewhere')
  await expect(hana.getByText('This exam can only be taken')).toBeVisible({ timeout: 20_000 })
})

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

test('an exam in Safe Exam Browser opens to its keys alone, by header or by its interface', async ({
  as,
  browser,
  baseURL,
  contextOptions,
  faults,
}) => {
  await enrolStudent('hana', 'Hana Sato')
  const [staff, outside] = [await as('ines'), await as('hana')]
  const exam = await openAccess(staff)
  await staff.getByLabel('Only in Safe Exam Browser').check()
  await saveRules(staff)
  const shown = staff.getByText(/Their Config Key/)
  await expect(shown).toBeVisible()
  const key = /[0-9a-f]{64}/.exec((await shown.textContent()) ?? '')?.[0] ?? ''

  await outside.goto(`/exams/${exam}`)
  const way = outside.getByRole('link', { name: 'Start in Safe Exam Browser' })
  await expect(way).toHaveAttribute('href', new RegExp(`^seb://.+/exams/${exam}/settings\\.seb$`))
  const settings = await outside.request.get(`/api/exam/v1/exams/${exam}/settings.seb`)
  expect(settings.headers()['content-type']).toBe('application/seb')
  expect(await settings.text()).toContain(`/exams/${exam}</string>`)

  const inside = async (userAgent: string) => {
    const context = await browser.newContext({ ...contextOptions, ...(baseURL ? { baseURL } : {}), userAgent })
    watch(context, faults)
    const page = await context.newPage()
    await signIn(page, 'hana')
    return page
  }
  const goOn = /Go on with the exam|Start the exam/

  // Windows: a header with every request
  const windows = await inside('Mozilla/5.0 SEB/3.7')
  await windows.goto(`/exams/${exam}`)
  await expect(windows.getByRole('link', { name: 'Start in Safe Exam Browser' })).toBeVisible()
  await windows.context().route('**/*', (route) => {
    const headers = {
      ...route.request().headers(),
      'x-safeexambrowser-configkeyhash': sha256(route.request().url().replace(/#.*/, '') + key),
    }
    return route.continue({ headers })
  })
  await windows.goto(`/exams/${exam}`)
  const begin = windows.getByRole('link', { name: goOn }).or(windows.getByRole('button', { name: goOn }))
  await begin.click()
  await expect(windows.locator('#the-end')).toBeAttached()
  await windows.context().close()

  // macOS: no headers; the page asks the browser for its key, which hangs on the page's own address
  const mac = await inside('Mozilla/5.0 SEB/3.3')
  await mac.addInitScript((given) => {
    const security = {
      configKey: '',
      updateKeys(done: () => void) {
        const text = new TextEncoder().encode(location.href.replace(/#.*/, '') + given)
        void crypto.subtle.digest('SHA-256', text).then((digest) => {
          security.configKey = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
          done()
        })
      },
    }
    Object.assign(globalThis, { SafeExamBrowser: { security, version: 'SEB_macOS_3.3_1_org' } })
  }, key)
  await mac.goto(`/exams/${exam}`)
  await mac.waitForURL(/\?launch=[0-9a-f-]{36}$/)
  await mac.getByRole('link', { name: goOn }).click()
  await expect(mac.locator('#the-end')).toBeAttached()
  const state = await mac.request.get(`/api/exam/v1/attempts/${mac.url().split('/').at(-1)}`)
  expect(state.status()).toBe(200)
  await mac.context().close()

  // and nobody else, with the same account
  const elsewhere = await outside.request.get(`/api/exam/v1/attempts/${mac.url().split('/').at(-1)}`)
  expect(elsewhere.status()).toBe(403)
})
