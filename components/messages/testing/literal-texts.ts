import { parseSync } from '@swc/core'

interface Syntax {
  type: string
  [member: string]: unknown
}

/** Attributes whose value a person sees or hears. */
const spoken = new Set(['aria-label', 'title', 'alt', 'placeholder', 'aria-description'])

/** Visible words that a component spells out instead of taking them from the catalogue, read from its syntax tree. */
export function literalTexts(source: string): string[] {
  return [...texts(parseSync(source, { syntax: 'typescript', tsx: true }).body)]
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => /\p{L}{2,}/u.test(text))
}

function* texts(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const one of value) yield* texts(one)
  if (!isSyntax(value)) return
  if (value.type === 'JSXText') yield String(value.value)
  if (value.type === 'JSXElement' || value.type === 'JSXFragment') yield* chosen(value.children)
  if (value.type === 'JSXAttribute' && spoken.has(nameOf(value.name))) yield* chosen(value.value)
  for (const one of Object.values(value)) yield* texts(one)
}

const operands: Record<string, string[]> = {
  '&&': ['right'],
  '||': ['left', 'right'],
  '??': ['left', 'right'],
  '+': ['left', 'right'],
}

/** The strings that an expression may come to: itself, or a branch of it. */
function* chosen(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const one of value) yield* chosen(one)
  if (!isSyntax(value)) return
  if (value.type === 'StringLiteral') yield String(value.value)
  if (value.type === 'TemplateLiteral')
    for (const { cooked } of value.quasis as { cooked?: string }[]) yield cooked ?? ''
  if (value.type === 'JSXExpressionContainer' || value.type === 'ParenthesisExpression') yield* chosen(value.expression)
  if (value.type === 'ConditionalExpression') yield* chosen([value.consequent, value.alternate])
  if (value.type === 'BinaryExpression') yield* chosen(operands[String(value.operator)]?.map((side) => value[side]))
}

function isSyntax(value: unknown): value is Syntax {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const nameOf = (node: unknown) => (isSyntax(node) ? String(node.value) : '')
