import type { Expression } from './ast.ts'
import { greekCharacter } from './greek.ts'
import { layOutCall } from './lay-out-call.ts'
import { fence, type Layout, type LayoutOptions, level, operator, type Placed, row, separated } from './layout.ts'
import { splitName } from './names.ts'
import { namesIn } from './names-in.ts'

/** Settles how an expression is set. */
export function layOut(expression: Expression, options: LayoutOptions = {}): Layout {
  return new Setting(options, namesIn(expression).has('sigma')).set(expression).layout
}

const spelled: Record<string, string> = { '<': '<', '<=': '≤', '>': '>', '>=': '≥', '=': '=', '!=': '≠' }

export class Setting {
  readonly options: LayoutOptions
  /** σ is a value here, so the logistic function cannot be called σ */
  readonly sigmaTaken: boolean
  private scripts = 0

  constructor(options: LayoutOptions, sigmaTaken: boolean) {
    this.options = options
    this.sigmaTaken = sigmaTaken
  }

  set(node: Expression): Placed {
    switch (node.kind) {
      case 'number':
        return this.number(node.text)
      case 'name':
        return this.name(node.name)
      case 'call':
        return layOutCall(this, node)
      case 'negate':
        return { layout: row(operator('-'), this.wrap(node.operand, level.product)), level: level.sign }
      case 'transpose':
        return this.script(node.operand, operator('⊤'))
      case 'binary':
        return this.binary(node)
      case 'bracket':
        return this.bracket(node)
      case 'index':
        return this.index(node)
      case 'cases': {
        const rows = node.arms.map(({ value, when }) => ({
          value: this.plain(value),
          when: this.plain(when) as Layout | null,
        }))
        if (node.otherwise) rows.push({ value: this.plain(node.otherwise), when: null })
        return { layout: { kind: 'cases', rows }, level: level.sum }
      }
      case 'compare': {
        const [left, right] = [this.wrap(node.left, level.sum), this.wrap(node.right, level.sum)]
        return { layout: row(left, operator(spelled[node.operator] ?? '='), right), level: level.compare }
      }
      case 'logic': {
        if (node.operator === 'not') {
          const operand = this.wrap(node.operands[0] as Expression, level.compare)
          return { layout: row({ kind: 'words', text: 'not ' }, operand), level: level.loose }
        }
        const word: Layout = { kind: 'words', text: ` ${node.operator} ` }
        const parts = node.operands.flatMap((operand, i) => {
          const set = this.wrap(operand, level.compare)
          return i === 0 ? [set] : [word, set]
        })
        return { layout: row(...parts), level: level.loose }
      }
    }
  }

  plain(node: Expression): Layout {
    return this.set(node).layout
  }

  /** Without values in the place of names. */
  bare(node: Expression): Layout {
    return new Setting({ ...this.options, values: {} }, this.sigmaTaken).plain(node)
  }

  /** In brackets if it holds together less tightly than needed. */
  wrap(node: Expression, minimum: number): Layout {
    const set = this.set(node)
    return set.level < minimum ? fence(set.layout) : set.layout
  }

  private number(text: string): Placed {
    const [mantissa = '', exponent] = text.toLowerCase().split('e')
    if (exponent === undefined) return { layout: { kind: 'number', text }, level: level.atom }
    const power = String(Number(exponent))
    const script: Layout = power.startsWith('-')
      ? row(operator('-'), { kind: 'number', text: power.slice(1) })
      : { kind: 'number', text: power }
    const ten: Layout = { kind: 'superscript', base: { kind: 'number', text: '10' }, script }
    if (mantissa === '1') return { layout: ten, level: level.script }
    return { layout: row({ kind: 'number', text: mantissa }, operator('·'), ten), level: level.product }
  }

  private name(name: string): Placed {
    const { values = {}, names = {} } = this.options
    if (Object.hasOwn(values, name)) {
      const source = values[name] ?? ''
      return { layout: { kind: 'latex', source }, level: source.trim().startsWith('-') ? level.sum : level.atom }
    }
    if (Object.hasOwn(names, name)) return { layout: { kind: 'latex', source: names[name] ?? '' }, level: level.atom }
    const parts = splitName(name) ?? { accent: null, base: name, subscripts: [], primes: 0 }
    return { layout: { kind: 'name', name: parts }, level: level.atom }
  }

  private binary(node: Extract<Expression, { kind: 'binary' }>): Placed {
    const { left, right } = node
    switch (node.operator) {
      case '+':
      case '-': {
        const sign = operator(node.operator === '+' ? '+' : '−')
        return { layout: row(this.wrap(left, level.sum), sign, this.wrap(right, level.product)), level: level.sum }
      }
      case '/':
        if (this.scripts > 0) {
          const parts = [this.wrap(left, level.product), operator('/'), this.wrap(right, level.script)]
          return { layout: row(...parts), level: level.product }
        }
        return { layout: { kind: 'fraction', above: this.plain(left), below: this.plain(right) }, level: level.product }
      case '^':
        return this.script(left, this.exponent(right))
      case '.^':
        return this.script(left, row(operator('⊙'), this.exponent(right)))
      default: {
        const [before, after] = [this.wrap(left, level.product), this.wrap(right, level.script)]
        const sign = node.operator === '.*' ? '⊙' : node.operator === './' ? '⊘' : '·'
        const silent = node.implicit === true && !startsWithNumber(after)
        const air = isWord(node.left) || isWord(node.right) ? [operator(' ')] : []
        const between = silent ? air : [operator(sign)]
        return { layout: row(before, ...between, after), level: level.product }
      }
    }
  }

  private exponent(node: Expression): Layout {
    this.scripts += 1
    const layout = this.plain(node)
    this.scripts -= 1
    return layout
  }

  private script(base: Expression, script: Layout): Placed {
    const plain = base.kind === 'call' && !['abs', 'norm', 'floor', 'ceil'].includes(base.name)
    const set = plain ? fence(this.plain(base)) : this.wrap(base, level.atom)
    return { layout: { kind: 'superscript', base: set, script }, level: level.script }
  }

  private bracket(node: Extract<Expression, { kind: 'bracket' }>): Placed {
    const rows = node.rows.map((entries) => entries.map((entry) => this.plain(entry)))
    if (rows.length > 1) return { layout: { kind: 'matrix', rows }, level: level.atom }
    return { layout: fence(separated(rows[0] ?? []), '[', ']'), level: level.atom }
  }

  private index(node: Extract<Expression, { kind: 'index' }>): Placed {
    const script = separated(node.indices.map((index) => this.exponent(index)))
    const simple = node.target.kind === 'name' && splitName(node.target.name)?.subscripts.length === 0
    const base = simple ? this.plain(node.target) : fence(this.plain(node.target), '[', ']')
    return { layout: { kind: 'subscript', base, script }, level: level.atom }
  }
}

/** A name of several letters: beside another name it needs air. */
function isWord(node: Expression): boolean {
  return node.kind === 'name' && /^[A-Za-z]{2}/.test(node.name) && greekCharacter(node.name) === undefined
}

/** Two numbers side by side would read as one. */
function startsWithNumber(layout: Layout): boolean {
  if (layout.kind === 'row') return layout.parts[0] !== undefined && startsWithNumber(layout.parts[0])
  if (layout.kind === 'superscript' || layout.kind === 'subscript') return startsWithNumber(layout.base)
  return layout.kind === 'number' || layout.kind === 'latex'
}
