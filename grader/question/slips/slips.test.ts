import { describe, expect, it } from 'vitest'
import { parsed, problemsOf, questionWith } from '../testing/read-sample.ts'
import { mostOfQuestion, mostOfStep } from './make-slips.ts'
import { slipKinds } from './slip.ts'

const drawn = `parameters:
  x: decimals([2], -2, 2, 1)
  z: decimals([2], -2, 2, 1)
  A: decimals([2, 2], -2, 2, 1)
  B: decimals([2, 2], -2, 2, 1)
  b: decimals([2], -2, 2, 1)
  s: decimal(0.1, 2, 1)
  n: integer(3, 9)`

/** The slips of a step `y`, by what they put in its place. */
function slipsOf(expression: string, kinds: string = '', more = ''): Map<string, string> {
  const slips = kinds ? `slips: { kinds: [${kinds}] }` : 'slips: auto'
  const question = parsed(questionWith(`${drawn}\nreference:\n  y: "${expression}"\n${more}${slips}`))
  const automatic = question.alternatives.filter(({ automatic }) => automatic)
  return new Map(automatic.map(({ steps, says }) => [steps[0]?.source ?? '', says]))
}

const table: [kind: string, reference: string, slips: string[]][] = [
  ['term', 'A x + B z + b', ['A x + B z', 'A x + b', 'B z + b']],
  ['term', 'x - z', ['x']],
  ['term', 'dense(x, A, b)', ['dense(x, A, zeros(2))']],
  ['complement', '(1 - s) x', ['s x']],
  ['sign', 'x + z', ['x - z']],
  ['sign', 'x - z', ['x + z', 'z - x']],
  ['sign', '-x', ['x']],
  ['sign', 'abs(x)', ['x']],
  ['factor', 's x', ['x']],
  ['factor', 'x .* z', ['x', 'z']],
  ['factor', 'x / s', ['x', 'x s']],
  ['factor', '1 / s', ['1 s']],
  ['factor', 'layernorm(x, z, b)', ['layernorm(x, ones(2), b)']],
  ['transpose', 'A^T x', ['A x']],
  ['transpose', 'A x', ['A.T x']],
  ['transpose', 'dense(x, A, b)', ['dense(x, A.T, b)']],
  ['activation', 'sigmoid(x)', ['relu(x)', 'tanh(x)', 'x']],
  ['activation', 'relu(x)', ['abs(x)', 'sigmoid(x)', 'x']],
  ['root', 'sqrt(s)', ['s']],
  ['root', 's^2', ['2 s', 's']],
  ['root', 'x .* x', ['x']],
  ['variance', 'variance(x)', ['sample_variance(x)']],
  ['variance', 'sample_variance(x)', ['variance(x)']],
  ['average', 'mean(x)', ['sum(x)']],
  ['average', 'sum(x)', ['mean(x)']],
  ['gate', 'A (z .* x)', ['x .* A z', 'z .* A x']],
  ['gate', 'z .* (A x)', ['A (z .* x)']],
  ['rounding', 'floor(n / 2)', ['ceil(n / 2)', 'n / 2']],
  ['count', 'floor(n / 2) + 1', ['floor(n / 2) + 1 + 1', 'floor(n / 2) + 1 - 1']],
  ['count', 'x <= z', ['x < z']],
  ['axis', 'sum_rows(A)', ['sum_columns(A)']],
  ['axis', 'softmax(A)', ['softmax(A.T).T']],
  ['order', 's / n', ['n ./ s']],
  ['order', 's^n', ['n^s']],
  ['order', 'A B', ['B A']],
  ['order', '[x; z]', ['[z; x]']],
  ['product', 'A B', ['A .* B']],
  ['product', 'A .* B', ['A B']],
  ['extreme', 'max(x, z)', ['min(x, z)']],
  ['extreme', 'maxpool(A, 1, 1)', ['avgpool(A, 1, 1)']],
  ['logarithm', 'log(s)', ['log(s) / log(10)', 'log(s) / log(2)', 's']],
  ['convolution', 'conv2d(A, B, 2, 1)', ['conv2d(A, flip(B), 2, 1)']],
]

describe('one operation taken wrong', () => {
  it.each(table)('%s: %s', (kind, reference, slips) => {
    expect([...slipsOf(reference, kind).keys()].toSorted()).toEqual(slips.toSorted())
  })

  it('has every kind in the table', () => {
    expect(new Set(table.map(([kind]) => kind))).toEqual(new Set(slipKinds))
  })

  it('leaves alone what has no type or another shape, and what is only a number then', () => {
    expect([...slipsOf('A x', 'order').keys()]).toEqual([])
    expect([...slipsOf('(A B)^T', 'transpose').keys()].toSorted()).toEqual(['(A B.T)^T', '(A.T B)^T', 'A B'])
    expect([...slipsOf('2 n', 'factor').keys()]).toEqual(['n'])
    expect([...slipsOf('n + 1', 'term').keys()]).toEqual(['n'])
    expect([...slipsOf('x[1] + x[2]', 'count').keys()]).toEqual([])
  })

  it('slips in all entries that are worked out alike, and in no other', () => {
    const slips = slipsOf('[floor(n / 2) + 1, floor(n / 3) + 1, n]', 'rounding')
    expect([...slips.keys()]).toContain('[floor(n / 2) + 1, ceil(n / 3) + 1, n]')
    const alike = slipsOf('[x[1] - s, z[1] - s]', 'term')
    expect([...alike.keys()]).toEqual(['[x[1], z[1]]'])
  })

  it('is said in a sentence with math that names the step', () => {
    expect(slipsOf('A x + b').get('A x')).toBe('In $y$ you left out the term $b$.')
    expect(slipsOf('A (z .* x)', 'gate').get('z .* A x')).toBe(
      'In $y$ you multiplied by $z$ after the matrix product; it belongs inside.',
    )
  })
})

describe('slips of a question', () => {
  const authored = 'mistakes:\n  no-bias: { steps: { y: A x }, says: No bias }\n'

  it('leaves out what an author has written, and what is the reference', () => {
    expect(slipsOf('A x + b').has('A x')).toBe(true)
    expect(slipsOf('A x + b', '', authored).has('A x')).toBe(false)
    expect(slipsOf('x .* x', 'factor').size).toBe(1)
  })

  it('comes after the author’s own, as mistakes that earn half, and only where it is asked for', () => {
    const of = (slips: string) =>
      parsed(questionWith(`${drawn}\nreference:\n  y: A x + b\n${authored}${slips}`)).alternatives
    expect(of('')).toHaveLength(1)
    expect(of('slips: none')).toHaveLength(1)
    const [own, ...slips] = of('slips: auto')
    expect(own).toMatchObject({ id: 'no-bias' })
    expect(own?.automatic).toBeUndefined()
    expect(slips.length).toBeGreaterThan(2)
    for (const slip of slips) expect(slip).toMatchObject({ kind: 'mistake', automatic: true, earns: 0.5 })
    expect(of('slips: { earns: 0.25 }').at(-1)?.earns).toBe(0.25)
  })

  it('looks at the steps that lead to an answer, or at those named', () => {
    const steps = `${drawn}\nreference:\n  u: x + b\n  y: 2 u\n  unused: x - b\n`
    const of = (slips: string) =>
      new Set(parsed(questionWith(steps + slips)).alternatives.flatMap((a) => a.steps.map((s) => s.name)))
    expect(of('slips: auto')).toEqual(new Set(['u', 'y']))
    expect(of('slips: { steps: [y] }')).toEqual(new Set(['y']))
  })

  it('copies no other answer', () => {
    const steps = `${drawn}\nreference:\n  u: x + b\n  y: u .* z\nslips: { kinds: [factor] }`
    const of = (answers: string, body: string) =>
      parsed(questionWith(steps, body, answers)).alternatives.map((a) => a.steps[0]?.source)
    expect(of('y: { points: 1 }', ':answer[y]')).toEqual(['u', 'z'])
    expect(of('y: { points: 1 }\n  u: { points: 1 }', ':answer[y] :answer[u]')).toEqual(['z'])
  })

  it('takes steps together that look alike and are not asked', () => {
    const steps = `${drawn}\nreference:\n  u: relu(x)\n  v: relu(z)\n  y: A u + v\nslips: { kinds: [activation] }`
    const ids = parsed(questionWith(steps)).alternatives
    expect(ids.map((a) => a.steps.map((s) => `${s.name}: ${s.source}`))).toContainEqual(['u: x', 'v: z'])
    expect(ids.every((a) => a.steps.length === 2)).toBe(true)
  })

  it('has ids that stay when rules are added, and bounds on their number', () => {
    const long = Array.from({ length: 9 }, (_, k) => `  u${k}: sigmoid(A x + ${k} B z + b) .* x\n`).join('')
    const sum = Array.from({ length: 9 }, (_, k) => `u${k}`).join(' + ')
    const question = parsed(questionWith(`${drawn}\nreference:\n${long}  y: ${sum}\nslips: auto`))
    expect(question.alternatives).toHaveLength(mostOfQuestion)
    const perStep = Map.groupBy(question.alternatives, (a) => a.steps[0]?.name)
    for (const slips of perStep.values()) expect(slips.length).toBeLessThanOrEqual(mostOfStep)
    const again = parsed(questionWith(`${drawn}\nreference:\n${long}  y: ${sum}\nslips: { kinds: [term] }`))
    const known = new Set(question.alternatives.map(({ id }) => id))
    expect(again.alternatives.filter(({ id }) => known.has(id)).length).toBeGreaterThan(5)
  })

  it('keeps shapes that nobody can type, unless the grid may be resized', () => {
    const of = (answers: string) =>
      parsed(
        questionWith(
          'parameters:\n  C: decimals([2, 3], -2, 2, 1)\nreference:\n  y: C^T\nslips: { kinds: [transpose] }',
          'Compute :answer[y].',
          answers,
        ),
      ).alternatives.length
    expect(of('y: { points: 1 }')).toBe(0)
    expect(of('y: { points: 1, resizable: true }')).toBe(1)
  })

  it('tells what is wrong in what is asked for', () => {
    const of = (slips: string) => problemsOf(questionWith(`${drawn}\nreference:\n  y: A x\n${slips}`)).join('\n')
    expect(of('slips: automatic')).toContain('slips must be one of auto, none.')
    expect(of('slips: { steps: [w] }')).toContain('A step of slips is one of y, not “w”.')
    expect(of('slips: { kinds: [sing] }')).toContain('not “sing”. Did you mean “sign”?')
    expect(of('slips: { kinds: sign }')).toContain('A kind of slips: a list such as [term].')
    expect(of('slips: { earns: 2 }')).toContain('earns must be a number from 0 to 1.')
    expect(of('slips: { share: 1 }')).toContain('slips has no key “share”.')
  })
})
