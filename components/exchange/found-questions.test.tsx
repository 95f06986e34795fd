import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { pickMessages } from '../messages/catalogue.ts'
import { MessagesProvider } from '../messages/provider.tsx'
import type { ReadQuestion } from './exchange.ts'
import { FoundQuestions } from './found-questions.tsx'
import { OutgoingList } from './outgoing-list.tsx'
import { TakenList } from './taken-list.tsx'

const show = (node: React.ReactNode) =>
  renderToStaticMarkup(
    <MessagesProvider locale="en" messages={pickMessages('en', ['exchange'])}>
      {node}
    </MessagesProvider>,
  )

const gate: ReadQuestion = {
  name: 'gate',
  title: 'Which <gate>?',
  was: 'multichoice',
  slug: 'gate',
  source: '---\n',
  fields: [{ name: 'answer', kind: 'choice' }],
  problems: [],
  notes: ['Hints were not carried.'],
}
const broken = { ...gate, name: 'b', slug: 'b', title: 'Broken', problems: [{ line: 3, column: 1, message: 'No.' }] }
const lost = { ...gate, name: 'c', slug: '', title: 'Lost', source: null, fields: [] }

it('shows what is in a file, what becomes of it and what was not carried', () => {
  const report = {
    format: 'moodle' as const,
    questions: [gate, broken, lost],
    pictures: [],
    problems: ['Something of the file.'],
  }
  const html = show(<FoundQuestions file="quiz.xml" report={report} courseId="c" onTaken={() => {}} />)
  expect(html).toContain('quiz.xml, read as Moodle XML: 3 questions.')
  expect(html).toContain('1 is ready, 1 needs your work, 1 was left out.')
  for (const text of [
    'Which &lt;gate&gt;?',
    'multichoice becomes a choice',
    'Hints were not carried.',
    'Line 3: No.',
    'was multichoice',
    'Something of the file.',
  ])
    expect(html, text).toContain(text)
  expect(html).toContain('Take over 2 questions as drafts')
  expect(html.match(/type="checkbox"/g)).toHaveLength(2)
})

it('shows what was taken over, and what goes out', () => {
  const taken = [
    { asked: 'gate', slug: 'gate-2', what: 'new' as const, title: 'Gate', notes: ['map.png: damaged.'] },
    { asked: 'pool', slug: 'pool', what: 'there' as const, title: 'Pool', notes: [] },
  ]
  const html = show(<TakenList taken={taken} />)
  expect(html).toContain('1 draft was made. 1 was there already.')
  expect(html).toContain('now called gate-2, because gate is taken')
  expect(html).toContain('A picture could not be kept. map.png: damaged.')
  const out = show(
    <OutgoingList
      report={{
        questions: [
          { slug: 'a', title: 'A', carried: true, notes: [] },
          { slug: 'b', title: 'B', carried: false, notes: ['Aiken has none.'] },
        ],
      }}
    />,
  )
  expect(out).toContain('Nothing is lost.')
  expect(out).toContain('Nothing of it can be said in this format.')
  expect(out).toContain('Aiken has none.')
})
