import type { Expression } from '../language/ast.ts'
import type { Generator } from './definition.ts'
import { evaluateLiteral, evaluateNumber, LiteralProblem } from './evaluate.ts'
import type { Random } from './random.ts'
import type { StoredTensor } from './variant.ts'

export const maximumEntries = 10_000
const maximumChoices = 2 ** 32

/** Draws one parameter. `scope` has the scalar integers drawn before. Throws LiteralProblem for an impossible range. */
export function drawParameter(
  generator: Generator,
  scope: Readonly<Record<string, number>>,
  random: Random,
): StoredTensor {
  switch (generator.kind) {
    case 'fixed':
      return evaluateLiteral(generator.value, scope)
    case 'pick': {
      // all of them, so that one that is none is found whichever is drawn
      const values = generator.values.map((value) => evaluateLiteral(value, scope))
      return values[random.below(values.length)] as StoredTensor
    }
    case 'integer':
      return { shape: [], data: [drawGrid(generator, 0, scope, random)] }
    case 'decimal':
      return { shape: [], data: [drawGrid(generator, generator.places, scope, random)] }
    case 'integers':
    case 'decimals': {
      const { shape, size } = readShape(generator.shape, scope)
      const places = generator.kind === 'decimals' ? generator.places : 0
      return { shape, data: Array.from({ length: size }, () => drawGrid(generator, places, scope, random)) }
    }
    case 'distinct':
      return drawDistinct(generator, scope, random)
    case 'bits':
      return drawBits(generator, scope, random)
  }
}

function readShape(sizes: readonly Expression[], scope: Readonly<Record<string, number>>) {
  const shape = sizes.map((expression) => {
    const size = evaluateNumber(expression, scope)
    if (Number.isInteger(size) && size >= 1) return size
    throw new LiteralProblem(`A size must be a whole number from 1, not ${size}.`, expression.span)
  })
  const size = shape.reduce((product, n) => product * n, 1)
  if (size > maximumEntries) {
    const span = sizes[0]?.span ?? { start: 0, end: 0 }
    throw new LiteralProblem(`${shape.join('×')} is more than ${maximumEntries} entries.`, span)
  }
  return { shape, size }
}

interface Range {
  low: Expression
  high: Expression
}

/** The multiples of 10^−places from low to high: the first one, in units, and how many there are. */
function gridOf({ low, high }: Range, places: number, scope: Readonly<Record<string, number>>) {
  const scale = 10 ** places
  const first = Math.ceil(evaluateNumber(low, scope) * scale - 1e-6)
  const last = Math.floor(evaluateNumber(high, scope) * scale + 1e-6)
  const count = last - first + 1
  if (count >= 1 && count <= maximumChoices && Math.abs(first) < 2 ** 50) return { first, count, scale }
  const why = count < 1 ? 'is empty' : 'is too wide'
  throw new LiteralProblem(`The range from ${first / scale} to ${last / scale} ${why}.`, low.span)
}

function drawGrid(range: Range, places: number, scope: Readonly<Record<string, number>>, random: Random): number {
  const { first, count, scale } = gridOf(range, places, scope)
  return (first + random.below(count)) / scale + 0
}

function drawDistinct(
  generator: Generator & { kind: 'distinct' },
  scope: Readonly<Record<string, number>>,
  random: Random,
): StoredTensor {
  const { shape, size } = readShape(generator.shape, scope)
  const { first, count } = gridOf(generator, 0, scope)
  if (count < size) {
    throw new LiteralProblem(
      `${size} different integers are asked for, but the range has only ${count}.`,
      generator.low.span,
    )
  }
  // A sparse Fisher–Yates: only the places that were touched are kept.
  const moved = new Map<number, number>()
  const data = Array.from({ length: size }, (_, k) => {
    const pick = k + random.below(count - k)
    const value = moved.get(pick) ?? pick
    moved.set(pick, moved.get(k) ?? k)
    return first + value
  })
  return { shape, data }
}

/** At least one 1 and one 0 where there are two entries or more: drawn again, or else one entry turned over. */
function drawBits(
  generator: Generator & { kind: 'bits' },
  scope: Readonly<Record<string, number>>,
  random: Random,
): StoredTensor {
  const { shape, size } = readShape(generator.shape, scope)
  const threshold = generator.probability * 1e9
  for (let time = 0; ; time++) {
    const data = Array.from({ length: size }, () => (random.below(1e9) < threshold ? 1 : 0))
    if (size > 1 && new Set(data).size === 1) {
      if (time < 100) continue
      const place = random.below(size)
      data[place] = data[place] === 1 ? 0 : 1
    }
    return { shape, data }
  }
}
