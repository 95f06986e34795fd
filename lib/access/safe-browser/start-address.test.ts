import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closePools } from '../../db/pool.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeExam, makeScenario } from '../../db/testing/scenario.ts'
import { accessOverview } from '../access-overview.ts'
import { changeAccess } from '../change-access.ts'
import { publicOrigin } from '../visit.ts'
import { ownSettings } from './own-settings.ts'
import { wrongStart } from './start-address.ts'

const page = 'https://exams.example.edu/exams/7'
const file = (start: string) => `<?xml version="1.0"?>
<plist version="1.0">
<dict>
  <key>allowQuit</key>
  <true/>
  ${start}
</dict>
</plist>`

describe('the start address of settings', () => {
  it.each([
    ['ours', ownSettings(page)],
    ['the exam’s page', file(`<key>startURL</key><string>${page}</string>`)],
    ['with a slash and a query', file(`<key>startURL</key><string>${page}/?lang=en&amp;x=1</string>`)],
  ])('is right: %s', (_what, xml) => expect(wrongStart(xml, page)).toBeNull())

  it.each([
    ['another exam', 'https://exams.example.edu/exams/8'],
    ['another place', 'https://moodle.example.edu/exams/7'],
    ['without encryption', 'http://exams.example.edu/exams/7'],
    ['no address', 'exams/7'],
  ])('is wrong and said where: %s', (_what, found) => {
    expect(wrongStart(file(`<key>startURL</key>\n  <string>${found}</string>`), page)).toEqual({ found, line: 6 })
  })

  it.each([
    ['none', ''],
    ['an empty one', '<key>startURL</key><string> </string>'],
    ['one that is no text', '<key>startURL</key><integer>7</integer>'],
  ])('is missing: %s', (_what, start) => expect(wrongStart(file(start), page)).toEqual({ found: null, line: null }))
})

describe('settings that were uploaded', () => {
  beforeAll(freshDatabase)
  afterAll(closePools)

  it('and start elsewhere are pointed out to staff until others are there', async () => {
    const { ines, courseId } = await makeScenario()
    const examId = await makeExam(courseId)
    const upload = (start: string) =>
      changeAccess(ines, examId, {
        code: null,
        networks: [],
        safeBrowser: true,
        configKeys: [],
        browserKeys: [],
        settings: Buffer.from(file(`<key>startURL</key><string>${start}</string>`)).toString('base64'),
      })
    expect((await accessOverview(ines, examId)).wrongStart).toBeNull()
    await upload('https://exams.example.edu/exams/other')
    expect((await accessOverview(ines, examId)).wrongStart).toEqual({
      found: 'https://exams.example.edu/exams/other',
      line: 6,
    })
    await upload(`${publicOrigin('http://localhost')}/exams/${examId}`)
    expect((await accessOverview(ines, examId)).wrongStart).toBeNull()
  })
})
