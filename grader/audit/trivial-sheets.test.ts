import { describe, expect, it } from 'vitest'
import { parsed, questionWith } from '../question/testing/read-sample.ts'
import { makePool } from './make-pool.ts'
import { executorsWith } from './testing/executors.ts'
import { trivialSheets } from './trivial-sheets.ts'

const source = questionWith(
  `parameters:
  x: decimals([2], 1, 9, 1)
  n: integer(3, 9)
reference:
  y: 2 x
  hidden: 3 x
  shown: 5 x
  size: "[n, n + 1]"`,
  'From {{x}}, {{n}} and {{ shown }} :answer[y] :answer[size] :answer[W] :answer[v]',
  `y: { points: 1 }
  size: { kind: shape, points: 1 }
  W: { kind: property, points: 1, shape: [2, 2], decimals: 1, holds: [{ that: W x = y, says: So. }], example: 2 identity(2) }
  v: { kind: property, points: 1, decimals: 1, holds: [{ that: v > n, says: So. }], example: n + 1 }`,
)

async function sheets() {
  const definition = parsed(source)
  const { accepted } = await makePool(definition, { count: 1, seedPrefix: 's', executors: executorsWith() })
  const [one] = accepted
  if (!one) throw new Error('no variant')
  const typed = new Map(trivialSheets(definition, one).map((sheet) => [sheet.typed, sheet]))
  const cells = (sheet: string) =>
    Object.fromEntries(
      Object.entries(typed.get(sheet)?.answers ?? {}).map(([field, answer]) => [
        field,
        'cells' in answer ? answer.cells : 'text' in answer ? answer.text : null,
      ]),
    )
  return { typed, cells, params: one.variant.params }
}

describe('what is typed without work', () => {
  it('is nothing, zeros, ones, the identity, and what the student is shown', async () => {
    const { typed } = await sheets()
    expect([...typed.keys()]).toEqual([
      'nothing',
      'zeros',
      'zeros and one blank',
      'ones',
      'ones and one blank',
      'the identity',
      'a copy of x',
      'a copy of shown',
    ])
  })

  it('goes into every blank for numbers, those with properties among them', async () => {
    const { cells } = await sheets()
    expect(cells('nothing')).toEqual({})
    expect(cells('zeros')).toEqual({ y: ['0', '0'], size: '0 × 0', W: ['0', '0', '0', '0'], v: '0' })
  })

  it('leaves a cell out, or is the identity, only in a grid that has properties', async () => {
    const { cells } = await sheets()
    expect(cells('ones and one blank')).toEqual({ W: ['', '1', '1', '1'] })
    expect(cells('the identity')).toEqual({ W: ['1', '0', '0', '1'] })
  })

  it('is copied wherever it fits, but not into a number many of which are right, nor where it fits nowhere', async () => {
    const { cells, params, typed } = await sheets()
    const x = params.x?.data.map(String)
    expect(cells('a copy of x')).toEqual({ y: x, size: x?.join(' × ') })
    expect(typed.has('a copy of n')).toBe(false)
  })
})
