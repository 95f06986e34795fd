import type { Expression } from './ast.ts'
import type { Setting } from './lay-out.ts'
import { fence, type Layout, level, operator, type Placed, row, separated } from './layout.ts'

const fences: Record<string, [string, string]> = {
  abs: ['|', '|'],
  norm: ['‖', '‖'],
  floor: ['⌊', '⌋'],
  ceil: ['⌈', '⌉'],
}

/** Sets a function call: roots, bars and floors by their signs, everything else as `name(…)`; a gradient as a derivative. */
export function layOutCall(setting: Setting, node: Extract<Expression, { kind: 'call' }>): Placed {
  const [first, second] = node.args
  if (node.name === 'gradient' && first && second) {
    const [above, below] = [first, second].map((name) => row(operator('∂'), setting.bare(name)))
    return { layout: { kind: 'fraction', above: above as Layout, below: below as Layout }, level: level.script }
  }
  if (first && node.args.length === 1) {
    const signs = Object.hasOwn(fences, node.name) ? fences[node.name] : undefined
    if (signs) return { layout: fence(setting.plain(first), ...signs), level: level.atom }
    if (node.name === 'sqrt') return { layout: { kind: 'root', body: setting.plain(first) }, level: level.atom }
    if (node.name === 'transpose') return setting.set({ kind: 'transpose', operand: first, span: node.span })
  }
  const args = fence(separated(node.args.map((arg) => setting.plain(arg))))
  return { layout: { kind: 'row', parts: [head(setting, node.name), args] }, level: level.script }
}

function head(setting: Setting, name: string): Layout {
  const { names = {} } = setting.options
  if (Object.hasOwn(names, name)) return { kind: 'latex', source: names[name] ?? '' }
  return { kind: 'function', name: name === 'sigmoid' && !setting.sigmaTaken ? 'sigma' : name }
}
