import { expect, expectAccessible, test } from './setup/test.ts'
import { changeRow } from './sitting/drawn.ts'

test.use({ trace: 'off', allow: [/409.*people|404.*join/] })

/** A list as a German Excel saves it: Latin-1, semicolons, a line break in quotes. */
const list = Buffer.from(
  'Nachname;Vorname;E-Mail-Adresse;Matr.-Nr.;Gruppe\r\nLindqvist;Ada;ada@example.edu;0011;A\r\n' +
    'Müller;"Jürgen\r\n(Gast)";juergen@uni.edu;0012;A\r\nOkafor;Ben;ben@example.edu;0013;B\r\nNiemand;Nora;nora;0014;B\r\n',
  'latin1',
)
const upload = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/csv', buffer })

test('a course is made, a list brought in twice, somebody let in with a code, and time given to all exams', async ({
  as,
  page: newcomer,
}) => {
  const staff = await as('ines')
  await staff.goto('/staff')
  await staff.getByRole('link', { name: 'New course' }).click()
  await staff.getByLabel('Title').fill('Reinforcement Learning')
  await staff.getByLabel('Term').fill('Winter 2026/27')
  await expectAccessible(staff)
  await staff.getByRole('button', { name: 'Make the course' }).click()

  // the list: read, looked at, done
  await expect(staff.getByRole('heading', { level: 1, name: 'Import a list' })).toBeVisible()
  await staff.getByLabel('File (.csv, .txt, .xlsx)').setInputFiles(upload('list.csv', list))
  await expect(staff.getByText('CSV in Windows-1252, 4 rows.')).toBeVisible()
  await expect(staff.getByText('“nora” is no e-mail address.')).toBeVisible()
  await expectAccessible(staff)
  await staff.getByText('to be enrolled ahead').click()
  await expect(staff.getByRole('row', { name: /Jürgen \(Gast\) Müller/ })).toContainText('as student')
  await staff.getByRole('button', { name: 'Import 3 rows' }).click()
  await expect(staff.getByText('Done: 2 enrolled, 1 enrolled ahead, 0 changed, 0 taken off.')).toBeVisible()

  // the same file again finds nothing to do; without Ben it shows him, and takes him off when told to
  await staff.getByRole('button', { name: 'Import another file' }).click()
  await staff.getByLabel('File (.csv, .txt, .xlsx)').setInputFiles(upload('list.csv', list))
  await expect(staff.getByRole('button', { name: 'Nothing to import' })).toBeDisabled()
  await staff.getByRole('button', { name: 'Import another file' }).click()
  const pasted = 'E-mail\tName\nada@example.edu\tAda Lindqvist\njuergen@uni.edu\tJürgen Müller'
  await staff.getByLabel('or paste rows from a spreadsheet').fill(pasted)
  await staff.getByRole('button', { name: 'Read what is pasted' }).click()
  await staff.getByText('missing from the file').click()
  await staff.getByLabel('Take Ben Okafor off the list').check()
  await staff.getByRole('button', { name: /take 1 off/i }).click()
  await expect(staff.getByText(/1 taken off/)).toBeVisible()
  await staff.getByRole('link', { name: 'See the people of the course' }).click()
  await expect(staff.getByText('2 students, 1 member of staff, 1 has no account yet')).toBeVisible()

  // looked for, changed; the last instructor stays one
  await staff.getByRole('searchbox').fill('ines')
  await expect(staff.getByText('1 of 3')).toBeVisible()
  await staff.getByRole('button', { name: 'Change Ines Duarte' }).click()
  await staff.getByRole('form', { name: 'Change Ines Duarte' }).getByLabel('Role').selectOption('student')
  await staff.getByRole('form', { name: 'Change Ines Duarte' }).getByRole('button', { name: 'Save' }).click()
  await expect(staff.getByText(/A course keeps at least one instructor/)).toBeVisible()

  // time for the one who has not come yet, from a file
  await staff.getByRole('link', { name: 'Time and rooms' }).click()
  const times = upload('times.csv', Buffer.from('Matr.-Nr.;Zeit in Prozent\n12;+25 %\n'))
  await staff.getByLabel('File (.csv, .txt, .xlsx)').setInputFiles(times)
  await staff.getByRole('button', { name: 'Set 1 student' }).click()
  await expect(staff.getByText('Done: 1 student was set.')).toBeVisible()

  // a code on paper lets them in
  await staff.getByRole('link', { name: 'Invitations' }).click()
  await staff.getByRole('button', { name: 'Make 1 code' }).click()
  const slip = staff.getByRole('listitem').filter({ hasText: 'juergen@uni.edu' })
  await expect(slip).toBeVisible()
  await expectAccessible(staff)
  const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec((await slip.textContent()) ?? '')?.[0] ?? ''
  await newcomer.goto('/join')
  await newcomer.getByLabel('Code').fill('1111 1111 1111 1111')
  await newcomer.getByRole('button', { name: 'Go on' }).click()
  await expect(newcomer.getByText(/This code is not good/)).toBeVisible()
  await expectAccessible(newcomer)
  await newcomer.getByLabel('Code').fill(code.toLowerCase())
  await newcomer.getByRole('button', { name: 'Go on' }).click()
  await newcomer.getByLabel('Password').fill('a long enough one')
  await newcomer.getByRole('button', { name: 'Make the account and join' }).click()
  await expect(newcomer.getByText('You are in “Reinforcement Learning”.')).toBeVisible()
  await newcomer.getByRole('link', { name: 'Go to your exams' }).click()
  await expect(newcomer.getByText('Signed in as')).toContainText('Müller')
  await staff.getByRole('link', { name: 'People', exact: true }).click()
  const joined = staff.getByRole('row', { name: /juergen@uni\.edu/ })
  await expect(joined).toContainText('has an account')
  await expect(joined).toContainText('125 % time')

  // who has forgotten the password sets a new one by a code, and is in at once
  await joined.getByRole('button', { name: /^Change / }).click()
  await staff.getByRole('button', { name: 'Make a code for a new password' }).click()
  const shown = staff.getByText(/Code for .* [0-9A-Z]{4}(-[0-9A-Z]{4}){3}/)
  await expect(shown).toBeVisible()
  const reset = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec((await shown.textContent()) ?? '')?.[0] ?? ''
  await newcomer.goto('/password')
  await newcomer.getByLabel('Code').fill(reset)
  await newcomer.getByLabel('Password').fill('another long enough one')
  await expectAccessible(newcomer)
  await newcomer.getByRole('button', { name: 'Set the password and sign in' }).click()
  await newcomer.waitForURL(/\/exams$/)
  await expect(newcomer.getByText('Signed in as')).toContainText('Müller')
  await changeRow(`update course set archived_at = clock_timestamp() where title = $1`, ['Reinforcement Learning'])
})
