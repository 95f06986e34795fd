import { expect, it } from 'vitest'
import { splitChoices } from './import-choices.ts'

const archive = Buffer.from('PK the rest')
const sent = (text: string) => {
  const json = Buffer.from(text)
  return splitChoices(Buffer.concat([json, archive]), json.length)
}

it('are read from before the archive', () => {
  const asked = [
    { how: 'rename', path: 'bank/é.md', name: 'a-2' },
    { how: 'draft', path: 'b.md', revision: 3 },
    { how: 'skip', path: 'c.md' },
  ]
  const { choices, archive: rest } = sent(JSON.stringify(asked))
  expect([...choices.values()]).toEqual(asked)
  expect(rest.equals(archive)).toBe(true)
  expect(sent('').choices.size).toBe(0)
})

it.each([
  ['no JSON', '[{'],
  ['another way', '[{"how":"drop","path":"a.md"}]'],
  ['a name that is none', '[{"how":"rename","path":"a.md","name":"../a"}]'],
  ['an endless path', `[{"how":"skip","path":"${'a'.repeat(301)}"}]`],
  ['a revision before the first', '[{"how":"draft","path":"a.md","revision":-1}]'],
  ['too many', JSON.stringify(Array.from({ length: 2_001 }, (_, k) => ({ how: 'skip', path: `${k}.md` })))],
  ['more than there is', '[{"how":"skip","path":"a.md","revision":1}]'],
])('refuses %s', (_what, text) => {
  expect(() => sent(text)).toThrow(expect.objectContaining({ status: 422, field: 'choices' }))
})
