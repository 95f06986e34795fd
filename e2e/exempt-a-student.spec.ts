import { expect, expectAccessible, test } from './setup/test.ts'
import { enrolStudent } from './sitting/enrol-student.ts'
import { openAccess, openToAll, saveRules } from './sitting/exam-access.ts'

// being turned away is what this test provokes
test.use({ allow: [/403/] })
test.afterEach(async ({ as }) => openToAll(await as('ines')))

const settings = (start: string) => `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0">
<dict>
  <key>startURL</key>
  <string>${start}</string>
</dict>
</plist>`

test('a student who sits elsewhere is let in, and settings that start elsewhere are pointed out', async ({ as }) => {
  await enrolStudent('vera', 'Vera Holm')
  const [staff, vera] = [await as('ines'), await as('vera')]
  const exam = await openAccess(staff)
  await staff.getByLabel('Networks').fill('192.0.2.0/24')
  await staff.getByLabel('Only in Safe Exam Browser').check()
  await staff.getByLabel('Upload a .seb file').check()
  const upload = (start: string) => ({
    name: 'exam.seb',
    mimeType: 'application/seb',
    buffer: Buffer.from(settings(start)),
  })
  await staff.getByLabel('Settings file').setInputFiles(upload('https://moodle.example.edu/quiz/7'))
  await saveRules(staff)
  await expect(
    staff.getByText(/in line 4 of the file startURL is https:\/\/moodle\.example\.edu\/quiz\/7/),
  ).toBeVisible()
  await expectAccessible(staff)
  await staff.getByLabel('Upload a .seb file').check()
  await staff.getByLabel('Settings file').setInputFiles(upload(`${new URL(staff.url()).origin}/exams/${exam}`))
  await saveRules(staff)
  await expect(staff.getByText(/startURL/)).toHaveCount(0)

  await vera.goto(`/exams/${exam}`)
  await expect(vera.getByText('You are not in it now')).toBeVisible()
  await staff.getByLabel('Student').selectOption({ label: 'Vera Holm (vera@example.edu)' })
  await staff.getByLabel('may come from any network').check()
  await staff.getByLabel('may use any browser').check()
  await staff.getByLabel('Reason').fill('Sits at home, as agreed.')
  await staff.getByRole('button', { name: 'Exempt the student' }).click()
  const entry = staff.getByRole('listitem').filter({ hasText: 'Vera Holm' })
  await expect(entry).toContainText('may come from any network, may use any browser')

  await vera.reload()
  await vera.getByRole('button', { name: 'Start the exam' }).click()
  await vera.waitForURL(/\/attempts\//)
  await expect(vera.locator('#the-end')).toBeAttached()

  // she comes to the hall after all
  await entry.getByRole('button', { name: 'Take back the exemption of Vera Holm' }).click()
  await expect(staff.getByText('The rules count for everybody.')).toBeVisible()
  const attempt = `/api/exam/v1/attempts/${vera.url().split('/').at(-1)}`
  await expect.poll(async () => (await vera.request.get(attempt)).status(), { timeout: 20_000 }).toBe(403)
})
