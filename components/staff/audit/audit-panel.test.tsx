import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { pickMessages } from '../../messages/catalogue.ts'
import { MessagesProvider } from '../../messages/provider.tsx'
import type { Audit } from './audit.ts'
import { AuditPanel } from './audit-panel.tsx'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh() {} }) }))

const state = { version: 'v1', runningSince: null, broke: null }
const report = { count: 24, accepted: 24, failures: [], printed: '24 of 24 variants' }
const latest = { version: 'v1', createdAt: '', exam: null, sound: true, report }

function drawn(more: Partial<Audit>): string {
  const audit: Audit = { slug: 'q', state, latest, ...more }
  const html = renderToStaticMarkup(
    <MessagesProvider locale="en" messages={pickMessages('en', ['audit', 'staff', 'verdict'])}>
      <AuditPanel first={audit} when="today" />
    </MessagesProvider>,
  )
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
}
const disabled = (more: Partial<Audit>) => {
  const audit: Audit = { slug: 'q', state, latest, ...more }
  return renderToStaticMarkup(
    <MessagesProvider locale="en" messages={pickMessages('en', ['audit', 'staff', 'verdict'])}>
      <AuditPanel first={audit} when="today" />
    </MessagesProvider>,
  ).includes('disabled=""')
}

describe('the audit of a question on its page', () => {
  it('says that there is none yet, and offers one', () => {
    const text = drawn({ latest: null })
    expect(text).toContain('not audited yet')
    expect(text).toContain('Audit now')
    expect(disabled({ latest: null })).toBe(false)
  })

  it('shows the newest report, when and of what', () => {
    const text = drawn({})
    expect(text).toContain('✓ sound audited by hand, version v1, today')
    expect(text).toContain('24 of 24 accepted')
    expect(drawn({ latest: { ...latest, exam: 'Midterm' } })).toContain('pool of “Midterm”')
  })

  it('gives the reasons where it is not sound', () => {
    const failures = ['a mistake lies too near the truth: m (9 times)']
    const text = drawn({ latest: { ...latest, sound: false, report: { ...report, accepted: 3, failures } } })
    expect(text).toContain('✗ not sound')
    expect(text).toContain(failures[0])
  })

  it('says that an older version was audited, that one runs, that the last broke off', () => {
    expect(drawn({ state: { ...state, version: 'v2' } })).toContain('an older version was audited')
    const running = { state: { ...state, runningSince: '2026-01-01T00:00:00Z' } }
    expect(drawn(running)).toContain('Auditing…')
    expect(disabled(running)).toBe(true)
    expect(drawn({ state: { ...state, broke: 'out of memory' } })).toContain('broke off: out of memory')
  })

  it('keeps the report while the file cannot be read or the grading process is away', () => {
    expect(drawn({ state: { ...state, version: null } })).toContain('cannot be read')
    expect(disabled({ state: { ...state, version: null } })).toBe(true)
    expect(drawn({ state: null })).toContain('24 of 24 accepted')
    expect(disabled({ state: null })).toBe(true)
  })
})
