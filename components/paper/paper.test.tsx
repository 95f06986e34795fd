import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { PaperNode } from '../../grader/answers/paper.ts'
import { Paper } from './paper.tsx'
import { fieldsIn } from './placement.ts'

const set = (...nodes: PaperNode[]) =>
  renderToStaticMarkup(<Paper nodes={nodes} drawField={(name, alone) => <b>{`${name}:${alone}`}</b>} />)

describe('the text of a question', () => {
  it('keeps text as text', () => {
    expect(set({ tag: 'p', children: ['<script>alert(1)</script>'] })).toContain('&lt;script&gt;')
  })

  it('turns a paragraph with a field in it into a block that may hold one', () => {
    const html = set({ tag: 'p', children: ['so ', { tag: 'em', children: [{ field: 'o' }] }] })
    expect(html).toMatch(/^<div/)
    expect(set({ tag: 'p', children: ['so'] })).toMatch(/^<p/)
  })

  it('tells a field whether it stands alone', () => {
    expect(set({ tag: 'p', children: [{ field: 'a' }, ' '] })).toContain('a:true')
    expect(set({ tag: 'p', children: ['x is ', { field: 'a' }] })).toContain('a:false')
  })

  it('keeps a sign and a stop beside a field within its line, and sets no stop below one that is drawn below', () => {
    const nodes: PaperNode[] = [{ tag: 'p', children: ['so y = ', { field: 'y' }, '. And'] }]
    const within = (inLine: boolean) =>
      renderToStaticMarkup(
        <Paper nodes={nodes} tied="tied" inLine={() => inLine} drawField={(name) => <b>{name}</b>} />,
      )
    expect(within(true)).toContain(
      'so <div class="tied"><span class="shrink-0 whitespace-nowrap">y = </span><b>y</b>.</div> And',
    )
    expect(within(false)).toContain('so y = <b>y</b> And')
  })

  it('sets what the server drew as it is', () => {
    expect(set({ html: '<math></math>' })).toBe('<span data-inline="true"><math></math></span>')
    expect(set({ html: '<svg></svg>', block: true })).toContain('<svg></svg>')
  })

  it('drops an address that is not a web address', () => {
    const link = (href: string) => set({ tag: 'a', href, children: ['here'] })
    expect(link('javascript:alert(1)')).not.toContain('href')
    expect(link('//evil.example')).not.toContain('href')
    expect(link('https://example.edu')).toContain('href="https://example.edu"')
  })

  it('lists fields in reading order', () => {
    const nodes: PaperNode[] = [{ field: 'a' }, { tag: 'ul', children: [{ tag: 'li', children: [{ field: 'b' }] }] }]
    expect(fieldsIn(nodes)).toEqual(['a', 'b'])
  })
})
