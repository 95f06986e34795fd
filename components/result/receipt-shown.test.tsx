import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { pickMessages } from '../messages/catalogue.ts'
import { MessagesProvider } from '../messages/provider.tsx'
import { ReceiptShown } from './receipt-shown.tsx'
import type { ShownQuestion } from './result.ts'

const execution = { backend: 'wasm', adapter: '', tfjs: '4.22.0', node: '24.21.0', grader: '7', milliseconds: 3 }
const receipt = {
  version: 'a'.repeat(64),
  seed: 'exam-3~1',
  inputs: 'b'.repeat(64),
  outputs: 'c'.repeat(64),
  execution,
}
const question = { slug: 'gate', title: 'A gate', receipt }

function drawn(...questions: Pick<ShownQuestion, 'slug' | 'title' | 'receipt'>[]): string {
  return renderToStaticMarkup(
    <MessagesProvider locale="en" messages={pickMessages('en', ['receipt'])}>
      <ReceiptShown questions={questions} />
    </MessagesProvider>,
  )
}

describe('the receipt on the result page', () => {
  it('says of every question what was executed, on what and with what outcome', () => {
    const html = drawn(question)
    for (const part of [
      'A gate',
      'aaaaaaaaaaaa',
      'exam-3~1',
      'bbbbbbbbbbbb',
      'cccccccccccc',
      'wasm',
      '4.22.0',
      'grader 7',
    ])
      expect(html).toContain(part)
    expect(html).toMatch(/^<details/)
  })

  it('is not there where nothing was executed', () => {
    expect(drawn({ ...question, receipt: null })).toBe('')
  })
})
