import { expect, it } from 'vitest'
import * as files from '../testing/moodle-files.ts'
import { readMoodle } from './read-moodle.ts'

const first = (question: string) => readMoodle(files.quiz(question)).items[0]
const drawn = files.calculated('{a}*{n}')

it('draws numbers that have a name, with decimals that a number may have', () => {
  for (const name of ['a b', '2a', 'a}', '', 'x'.repeat(40)]) {
    const odd = first(drawn.replace('<name><text>a</text></name>', `<name><text>${name}</text></name>`))
    expect(odd).toMatchObject({ item: null, notes: [expect.stringMatching(/^The range of .* cannot be read\.$/)] })
  }
  const places = (count: string) =>
    first(drawn.replace('<decimals><text>1</text></decimals>', `<decimals><text>${count}</text></decimals>`))?.item
      ?.parameters[0]?.generator
  expect([places('1'), places('99'), places('-4'), places('many')]).toEqual([
    'decimal(1, 9.5, 1)',
    'decimal(1, 9.5, 9)',
    'integer(1, 9.5)',
    'integer(1, 9.5)',
  ])
})
