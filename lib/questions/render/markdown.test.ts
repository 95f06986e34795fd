import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PaperNode } from '../../../grader/answers/paper.ts'
import { renderAuthorMarkdown, renderStudentMarkdown } from './markdown.ts'

function htmlIn(nodes: PaperNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string' || 'field' in node) return ''
      return 'html' in node ? node.html : htmlIn(node.children)
    })
    .join('')
}

describe('an author’s Markdown', () => {
  it('becomes a tree with math rendered and fields in their places', () => {
    const nodes = renderAuthorMarkdown('Gate $o$ is :answer[o], in *full*.', (kind, name) =>
      kind === 'answer' ? { field: name } : null,
    )
    expect(nodes).toHaveLength(1)
    const [paragraph] = nodes
    if (typeof paragraph !== 'object' || !('tag' in paragraph)) throw new Error('no paragraph')
    expect(paragraph.tag).toBe('p')
    expect(paragraph.children).toContainEqual({ field: 'o' })
    expect(paragraph.children).toContainEqual({ tag: 'em', children: ['full'] })
    expect(htmlIn(nodes)).toContain('class="katex"')
  })

  it('sets a figure beside paragraphs, never inside one', () => {
    const figure: PaperNode = { tag: 'figure', children: ['drawn'] }
    expect(renderAuthorMarkdown(':figure[map]', () => figure)).toEqual([{ tag: 'div', children: [figure] }])
  })

  it('keeps a colon that is no directive', () => {
    expect(JSON.stringify(renderAuthorMarkdown('see note:this or 16:9'))).toContain(':this')
  })

  it('drops raw HTML', () => {
    expect(JSON.stringify(renderAuthorMarkdown('a <b onclick="x">b</b> <script>alert(1)</script>'))).not.toContain('<')
  })
})

describe('a student’s Markdown', () => {
  it('shows HTML as the text it is, follows only web and mail links, loads no image', () => {
    const nodes = renderStudentMarkdown(
      '<img src=x onerror=alert(1)> [a](javascript:alert(1)) [b](https://example.org) ![c](https://evil.example/c.png)',
    )
    const text = JSON.stringify(nodes)
    expect(htmlIn(nodes)).toBe('')
    expect(text).not.toContain('javascript:')
    expect(text).not.toContain('evil.example')
    expect(text).toContain('"href":"https://example.org"')
  })

  it('knows no directives, so that nobody can put an answer field or a figure into a text', () => {
    expect(JSON.stringify(renderStudentMarkdown(':answer[o] :figure[f]'))).not.toContain('"field"')
  })

  it('refuses LaTeX commands that reach beyond the formula', () => {
    const html = htmlIn(
      renderStudentMarkdown('$\\href{javascript:alert(1)}{x}$ $\\htmlData{a=b}{x}$ $\\includegraphics{x.png}$'),
    )
    expect(html).not.toMatch(/href=|data-a|<img/)
  })

  it('answers bombs quickly with something readable', () => {
    const started = performance.now()
    for (const text of [
      '>'.repeat(20_000),
      '- '.repeat(10_000),
      `$${'{'.repeat(900)}x${'}'.repeat(900)}$`,
      `$${'\\frac{1}{'.repeat(200)}x${'}'.repeat(200)}$`,
      `$\\def\\a{\\a\\a}\\a$`,
      '['.repeat(20_000),
      '*'.repeat(20_000),
      '`'.repeat(20_000),
    ]) {
      expect(renderStudentMarkdown(text).length).toBeGreaterThan(0)
    }
    // a generous ceiling, to catch quadratic growth and not a slow machine
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'$$\\{}[]()<>*_`~#>-+|:!&^% \nab1') }), (text) => {
        renderStudentMarkdown(text)
      }),
      { seed: 7, numRuns: 400 },
    )
  })
})
