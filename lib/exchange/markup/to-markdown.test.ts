import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PaperNode } from '../../../grader/answers/paper.ts'
import { placementsIn } from '../../../grader/question/placement.ts'
import { templatesIn } from '../../../grader/question/template.ts'
import { renderAuthorMarkdown } from '../../questions/render/markdown.ts'
import { foreignText } from './foreign-text.ts'
import { placeAnswer, placeFigure, placeValue } from './markers.ts'
import { outgoingHtml } from './outgoing.ts'
import { foreignHtml, htmlToMarkdown } from './to-markdown.ts'

const words = (nodes: PaperNode[]): string =>
  nodes
    .map((node) =>
      typeof node === 'string' ? node : 'tag' in node ? words(node.children ?? []) : 'html' in node ? '' : '?',
    )
    .join('')

const soup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<b>',
        '</b>',
        '<i>',
        '</i>',
        '<ul>',
        '<li>',
        '</ul>',
        '<ol start="3">',
        '<table>',
        '<tr>',
        '<td>',
        '</table>',
        '<pre>',
        '</pre>',
        '<br>',
        '<h2>',
        '</h2>',
        '<code>',
        '</code>',
        '<sub>',
        '</sub>',
        '<math>',
        '<mi>',
        '</math>',
        '<script>',
        '</script>',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '<a href="https://a.b">',
        '</a>',
        '<img alt="x">',
        '\\(',
        '\\)',
        '$$',
        '{{',
        '}}',
        ':answer[a]',
        '&amp;',
        '&#36;',
        '&lt;',
        '`',
        '*',
        '_',
        '\\',
        '#',
        '- ',
        '1. ',
        '|',
        '\n',
        '---',
        '>',
        '~~',
        '<',
        '"',
        "'",
      ),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(' '))

describe('HTML as Markdown', () => {
  it('says what the text says', () => {
    const html =
      '<p>What is <b>2x</b> &lt; 3 with \\(a^2 &lt; b\\)?</p><ul><li>one<li>two</ul><table><tr><th>a<th>b|c<tr><td>1<td>2</table>'
    expect(htmlToMarkdown(html)).toBe(
      'What is **2x** < 3 with $a^2 < b$?\n\n- one\n- two\n\n| a | b\\|c |\n| --- | --- |\n| 1 | 2 |',
    )
  })

  it('looks at what stands beside emphasis, whatever lies between', () => {
    expect(htmlToMarkdown('a<!-- -->b <b>c)</b> d')).toBe('ab **c)** d')
    expect(htmlToMarkdown('a <b>c)</b>d')).toBe('a c)d')
  })

  it('is bounded in depth and size, and tells what does not fit', () => {
    for (const tag of ['b', 'blockquote', 'div', 'ul><li'])
      expect(foreignHtml(`${`<${tag}>`.repeat(20_000)}x`)).toContain('x')
    expect(foreignText(`${'<b>'.repeat(20_000)}x`, 'html', undefined, () => null)).toContain('x')
    const within = (depth: number, tag: string) => htmlToMarkdown(`${`<${tag}>`.repeat(depth)}<b>x</b>`)
    expect([within(38, 'u'), within(45, 'u')]).toEqual(['**x**', 'x'])
    expect([within(38, 'blockquote'), within(60, 'blockquote')].map((text) => text.split('>').length)).toEqual([39, 41])
    const notes: string[] = []
    expect(htmlToMarkdown(`<table>${'<tr><td>x'.repeat(2001)}</table>`, (note) => notes.push(note))).toBe('')
    expect(notes).toEqual(['A table was too large to be carried.'])
    const foot = '<table><thead><tr><th>a<tfoot><tr><td>sum<tbody><tr><td>1<tbody><tr><td>2</table>'
    expect(htmlToMarkdown(foot, (note) => notes.push(note))).toBe('| a |\n| --- |\n| 1 |\n| 2 |\n| sum |')
  })

  it('numbers lists as they are numbered, if that can be', () => {
    const marks = ['3', '0', '-3', '9999999', 'x'].map((start) => htmlToMarkdown(`<ol start="${start}"><li>a</ol>`))
    expect(marks).toEqual(['3. a', '0. a', '1. a', '1. a', '1. a'])
  })

  it('makes no link of what has a field in it, and no element deeper than is read again', () => {
    const link = (inside: string) => htmlToMarkdown(`<a href="https://x.org">${inside}</a>`)
    expect([link('go'), link(placeAnswer('a'))]).toEqual(['[go](https://x.org)', ':answer[a]'])
    expect(outgoingHtml(`${'> '.repeat(90)}x`).split('<blockquote>').length).toBeLessThan(65)
  })

  it('knows the entities of HTML and no others, and leads nowhere on its way out', () => {
    expect(foreignText('&alpha;&hellip;&#x110000;&#55296;&#7;&constructor;', 'html')).toBe('α… \\&constructor;')
    expect(outgoingHtml('[a](javascript:x) and [b](https://b.c)')).toBe('a and <a href="https://b.c">b</a>')
    expect(foreignHtml('<code>{{a}}</code>')).toBe('`{ {a}}`')
  })

  it('prints nothing from code that stands by itself', () => {
    const printed = foreignHtml('<pre>{{a}}</pre> \\({{b}}\\) at 16:b')
    expect(printed).toBe('```\n{ {a}}\n```\n\n$' + '{ {b}}$ at 16\\:b')
    expect(templatesIn(printed)).toEqual([])
  })

  it('turns nothing of a text into markup, values or fields', () => {
    const text = '# 2*3*4 _a_ `b` [c](d) {{secret}} :answer[x] :figure[y] $5 and $6 <b> &amp; ~~z~~ 1. 2) - + > |'
    const markdown = foreignText(text, 'plain')
    expect(words(renderAuthorMarkdown(markdown))).toBe(text)
    expect([templatesIn(markdown), placementsIn(markdown)]).toEqual([[], []])
  })

  it('leaves out what could run or load, and tells it', () => {
    const notes: string[] = []
    const html =
      '<script>alert(1)</script><iframe src="//x"></iframe><img src=x onerror=alert(1) alt="A cat"><a href="javascript:alert(1)">go</a><svg onload=alert(1)><b>t</b></svg><p onclick="x">end</p>'
    expect(htmlToMarkdown(html, (note) => notes.push(note))).toBe('\\[A cat\\]go\n\nend')
    expect(notes).toEqual([
      'A script was left out.',
      'An iframe was left out.',
      'A picture was not carried (A cat); upload it again.',
      'A svg was left out.',
    ])
  })

  it('places fields and values by markers alone, and takes those of the text out', () => {
    const html = `<p>x:${placeAnswer('a')}[b] is ${placeValue('2 * n')} or \\(${placeValue('n')} + 1\\)</p>`
    expect(htmlToMarkdown(html)).toBe(['x: :answer[a]\\[b\\] is {{2 * n}} or ', '{{n}} + 1', ''].join('$'))
    expect(foreignHtml(html)).not.toMatch(/:answer|\{\{/)
    expect(htmlToMarkdown(`${placeAnswer('a')}{b} ${placeFigure('c')}(d)`)).toBe(':answer[a] {b} :figure[c] (d)')
  })

  it('reads anything, places nothing by itself, and comes back the same', () => {
    const back = (markdown: string) => htmlToMarkdown(outgoingHtml(markdown)).replaceAll(' ', '')
    fc.assert(
      fc.property(soup, (html) => {
        const markdown = foreignHtml(html)
        expect(templatesIn(markdown)).toEqual([])
        expect(placementsIn(markdown).filter(({ kind }) => kind === 'answer')).toEqual([])
        // after one turn nothing changes any more
        const once = htmlToMarkdown(outgoingHtml(markdown))
        expect(back(once)).toBe(once.replaceAll(' ', ''))
      }),
      { seed: 62, numRuns: 300 },
    )
  })

  it('says every plain text again', () => {
    const texts = fc
      .string({ unit: 'grapheme', maxLength: 30 })
      .map((text) => text.replaceAll(/[\s\p{C}]+/gu, ' ').trim())
      .filter((text) => text !== '' && !/https?:|www\.|@|\\[([]|\$\$/.test(text))
    fc.assert(
      fc.property(texts, (text) => words(renderAuthorMarkdown(foreignText(text, 'plain'))) === text),
      { seed: 63, numRuns: 500 },
    )
  })
})
