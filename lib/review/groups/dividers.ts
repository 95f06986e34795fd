import { createHash } from 'node:crypto'
import type { StoredTensor } from '../../../grader/question/variant.ts'
import type { GivenAnswer } from './answer.ts'
import type { SameFormulas } from './make-groups.ts'
import { normalAnswer } from './normal-answer.ts'
import { print } from './relation.ts'
import { type Signature, signature } from './signature.ts'
import { clusterTexts } from './text/cluster.ts'
import { sameValues } from './values.ts'

/** For each answer what it is once all of its sort have been seen, and the place of the one that leads. */
export type Divide = (answers: readonly GivenAnswer[]) => { signature: Signature; likeness: number; leader: number }[]

/** What only a look at all answers divides. */
export function dividers(sameFormulas: SameFormulas): Record<'value' | 'formula' | 'text', Divide> {
  return {
    value: divideValues,
    formula: (answers) => {
      const formulas = answers.flatMap(({ answer }) => (answer?.kind === 'formula' ? [answer] : []))
      return sameFormulas(formulas).map((leader) => {
        const text = formulas[leader]?.source.trim() ?? ''
        const { notation = 'text' } = formulas[leader] ?? {}
        return { leader, likeness: 1, signature: signature({ kind: 'formula', text, relation: notation }, short(text)) }
      })
    },
    text: (answers) => {
      const texts = answers.map(({ answer }) => (answer?.kind === 'text' ? answer.markdown : ''))
      return clusterTexts(texts).map(({ leader, likeness }) => {
        const title = { kind: 'text' as const, text: opening(texts[leader] ?? '') }
        return { leader, likeness, signature: signature(title, short(normalAnswer(answers[leader]?.answer ?? null))) }
      })
    },
  }
}

const divideValues: Divide = (answers) => {
  const leaders: number[] = new Array(answers.length)
  const bySeed = new Map<string, number[]>()
  for (const [k, { variant }] of answers.entries()) bySeed.set(variant.seed, [...(bySeed.get(variant.seed) ?? []), k])
  for (const places of bySeed.values()) {
    const given = places.map((place) => {
      const { grading, variant } = answers[place] as GivenAnswer
      return { value: grading.parsed as StoredTensor, bands: variant.bands }
    })
    for (const [k, leader] of sameValues(given).entries()) leaders[places[k] as number] = places[leader] as number
  }
  return leaders.map((leader) => {
    const { grading, variant } = answers[leader] as GivenAnswer
    const value = grading.parsed as StoredTensor
    const title = { kind: 'value' as const, text: printTensor(value) }
    return { leader, likeness: 1, signature: signature(title, variant.seed, short(`${value.shape} ${value.data}`)) }
  })
}

function printTensor({ shape, data }: StoredTensor): string {
  if (shape.length === 0) return print(data[0] ?? Number.NaN)
  const entries = data.slice(0, 6).map(print).join(', ')
  return `[${entries}${data.length > 6 ? ', …' : ''}]`
}

function opening(markdown: string): string {
  const line = markdown
    .replace(/[*`#>]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > 90 ? `${line.slice(0, 88)}…` : line
}

function short(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16)
}
