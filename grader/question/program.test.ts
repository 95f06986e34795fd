import { expect, it } from 'vitest'
import { printText } from '../language/print-text.ts'
import { dependentSteps, stepReads, upstreamSteps } from './dependencies.ts'
import { drawVariant } from './draw-variant.ts'
import { programOf } from './program.ts'
import { parsed, questionWith, readSample } from './testing/read-sample.ts'

const gru = parsed(readSample('gru-step'))

it('says what steps need and what needs them', () => {
  expect(stepReads(gru.reference).get('s_next')?.toSorted()).toEqual(['c', 'i'])
  expect(upstreamSteps(gru.reference, 's_next').toSorted()).toEqual(['c', 'i', 'o'])
  expect(upstreamSteps(gru.reference, 'o')).toEqual([])
  expect(dependentSteps(gru.reference, 'o')).toEqual(['c', 's_next'])
})

it('ends on circles, which an alternative may bring in', () => {
  const circle = parsed(questionWith('reference:\n  y: 2\n  z: y')).reference.map((step) =>
    step.name === 'y'
      ? { ...step, expression: { kind: 'name' as const, name: 'z', span: { start: 0, end: 1 } } }
      : step,
  )
  expect(upstreamSteps(circle, 'z')).toEqual(['y'])
})

it('puts the steps of an alternative in their places', () => {
  const swapped = gru.alternatives.find(({ id }) => id === 'swapped-update')
  const { steps } = programOf(gru, drawVariant(gru, 's'), swapped)
  expect(steps.map(({ name }) => name)).toEqual(['o', 'i', 'c', 's_next'])
  expect(printText(steps[3]?.expression as never)).toBe('i .* s + (1 - i) .* c')
})

it('types parameters by what their generators can give, not by what was drawn', () => {
  const lines =
    'parameters:\n  a: pick(1, 0.5)\n  b: pick(1, 2)\n  c: decimal(0, 1, 0)\n  d: integers([2], 1, 2)\n  e: [1, 2]\nreference:\n  y: b'
  const definition = parsed(questionWith(lines))
  const { parameters, statics } = programOf(definition, drawVariant(definition, 's'))
  expect(Object.entries(parameters).map(([name, { shape, integer }]) => [name, shape.length, integer])).toEqual([
    ['a', 0, false],
    ['b', 0, true],
    ['c', 0, false],
    ['d', 1, true],
    ['e', 1, true],
  ])
  expect(Object.keys(statics)).toEqual(['b'])
})
