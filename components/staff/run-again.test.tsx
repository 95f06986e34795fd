import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { pickMessages } from '../messages/catalogue.ts'
import { MessagesProvider } from '../messages/provider.tsx'
import { type Check, Checks } from './run-again.tsx'

const right: Check = {
  gradingId: '1',
  slug: 'gate',
  backend: 'wasm',
  grader: { graded: '2', now: '2' },
  outputs: 'abc',
  changed: [],
  differences: [],
  matches: true,
}

function drawn(...checks: Check[]): string {
  return renderToStaticMarkup(
    <MessagesProvider locale="en" messages={pickMessages('en', ['receipt'])}>
      <Checks checks={checks} />
    </MessagesProvider>,
  )
}

describe('gradings that were run again', () => {
  it('are said to be as stored where they are', () => {
    expect(drawn(right, { ...right, gradingId: '2', slug: 'pool' })).toContain('All 2 questions come out as stored.')
    expect(drawn(right)).toContain('gate: as stored (wasm)')
  })

  it('say what was changed and what comes out otherwise', () => {
    const differences = [{ at: 'fields.z.score', before: '1', after: '0.5' }]
    const html = drawn(right, { ...right, gradingId: '2', changed: ['outputs'], differences, matches: false })
    expect(html).toContain('1 question does not come out as stored.')
    expect(html).toContain('The stored result was changed after grading.')
    expect(html).toContain('fields.z.score: stored 1, now 0.5')
  })

  it('say why a grading may come out otherwise', () => {
    const html = drawn({ ...right, outputs: null, grader: { graded: 'needs-human', now: '2' }, matches: false })
    expect(html).toContain('It has no receipt')
    expect(html).toContain('graded by grader needs-human')
  })
})
