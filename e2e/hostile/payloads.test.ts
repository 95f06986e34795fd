import { describe, expect, it } from 'vitest'
import type { PaperNode } from '../../grader/answers/paper.ts'
import { renderStudentMarkdown } from '../../lib/questions/render/markdown.ts'
import { bombs } from './bombs.ts'
import { payloads } from './payloads.ts'

function* within(nodes: readonly PaperNode[]): Generator<Exclude<PaperNode, string>> {
  for (const node of nodes) {
    if (typeof node === 'string') continue
    yield node
    if ('children' in node) yield* within(node.children)
  }
}

describe('what students may write', () => {
  it('is more than a hundred and twenty ways to do harm', () => {
    expect(new Set(payloads).size).toBeGreaterThan(120)
  })

  it.each(payloads.map((payload) => [payload.slice(0, 60), payload]))(
    'leads nowhere and runs nothing: %s',
    (_name, payload) => {
      for (const node of within(renderStudentMarkdown(payload))) {
        if ('href' in node && node.href !== undefined) expect(node.href).toMatch(/^(https?|mailto):/i)
        // tags alone: what was typed stands, escaped, in the text between them
        const tags = 'html' in node ? (node.html.match(/<[^>]*>/g) ?? []) : []
        const harm = /^<(script|img|iframe|a|style)\b|\son\w+=|url\(|javascript:|position:\s*fixed/i
        expect(tags.filter((tag) => harm.test(tag))).toEqual([])
      }
    },
  )

  it.each(Object.entries(bombs))('is set in a moment, and stays small: %s', (_name, text) => {
    const before = process.cpuUsage()
    const size = JSON.stringify(renderStudentMarkdown(text)).length
    const { user, system } = process.cpuUsage(before)
    expect(user + system, 'microseconds').toBeLessThan(3_000_000)
    expect(size).toBeLessThan(12_000_000)
  })
})
