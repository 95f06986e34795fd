import { describe, expect, it } from 'vitest'
import { parseFormula } from '../parse-formula.ts'
import { type FormDemands, formFaults } from './form.ts'

const symbols = [
  ...['x', 'y', 'a', 'b', 'c'].map((name) => ({ name, shape: [] })),
  ...['W', 'U'].map((name) => ({ name, shape: ['n', 'n'] })),
  { name: 'f', shape: [], function: null },
]
const none: FormDemands = { allow: [], require: [], forbid: [], simplified: false }

function faults(source: string, demands: Partial<FormDemands>): string[] {
  const read = parseFormula(source, 'text', { symbols })
  if (!read.ok) throw new Error(read.problem.message)
  return formFaults(read.value, { ...none, ...demands }, symbols)
}

describe('what may and must be used', () => {
  it.each<[string, Partial<FormDemands>, string[]]>([
    ['x Phi(x)', { forbid: ['erf'], require: ['Phi'] }, []],
    ['x/2 (1 + erf(x/sqrt(2)))', { forbid: ['erf'] }, ['erf may not be used here.']],
    ['x/2 (1 + erf(x/sqrt(2)))', { require: ['Phi'] }, ['Phi must be used.']],
    ['|x| + y', { forbid: ['abs', 'y'] }, ['y may not be used here.', 'abs may not be used here.']],
    ['if(x > 0, x, 0)', { forbid: ['cases'] }, ['cases may not be used here.']],
    ['W^T U', { forbid: ['transpose'] }, ['transpose may not be used here.']],
    ['max(x, y)', { allow: ['max'] }, []],
    ['min(x, exp(y))', { allow: ['max', 'exp'] }, ['Only max, exp may be used, not min.']],
    ['x + f(y)', { allow: ['x', 'f'] }, ['Only x may be used, not y.']],
    ['x + y', { allow: ['exp'] }, []],
    ['x + x', {}, []],
    // spellings are the functions they stand for
    ['np.maximum(0, x)', { forbid: ['max'] }, ['max may not be used here.']],
  ])('%s', (source, demands, expected) => {
    expect(faults(source, demands)).toEqual(expected)
  })
})

describe('simplified', () => {
  it.each([
    'x',
    '-x',
    '3/4',
    '-3/4 x',
    '2x + 1',
    'x^2 + 2x + 1',
    'a/b',
    '2a/(3b)',
    'x/2',
    '(x + y)/(x - y)',
    'sqrt(2) x',
    'W W',
    'W U W',
    'W + U',
    'x^2 y^3',
    'exp(x)/(1 + exp(x))',
    'max(0, x)',
    'floor((a - b + 2c)/x) + 1',
    '1/2 (x + |x|)',
    'x - 1/2',
    '2 pi x',
    'W^T',
    '10^x',
    'x sqrt(2/pi)',
    '(a + 1)^2',
    '1 - x',
    'x^(1/2)',
    'x^-1',
    'x y + y a',
  ])('%s is', (source) => {
    expect(faults(source, { simplified: true })).toEqual([])
  })

  it.each([
    ['2 * 3', '2 * 3'],
    ['x + 4/2', '4/2'],
    ['x + 2/4', '2/4'],
    ['sqrt(9) x', 'sqrt(9)'],
    ['x + 0', 'x + 0'],
    ['1 x', '1 x'],
    ['x/1', 'x/1'],
    ['0 x', '0 x'],
    ['x^1', 'x^1'],
    ['x^0 + y', 'x^0'],
    ['x + x', 'x + x'],
    ['2x - x', '2 x - x'],
    ['1 + x + 2', '1 + x + 2'],
    ['x y + y x', 'x y + y x'],
    ['x x', 'x x'],
    ['x^2 x', 'x^2 x'],
    ['x/x', 'x/x'],
    ['2x/4', '2 x/4'],
    ['2 * 3x', '2 * 3 x'],
    ['(a/b)/c', 'a/b/c'],
    ['a/(b/c)', 'a/(b/c)'],
    ['(x^2)^3', '(x^2)^3'],
    ['-(-x)', '--x'],
    ['a - (-b)', 'a - -b'],
    ['(W^T)^T', 'W^T^T'],
    ['||x|| + abs(abs(y))', 'abs(abs(y))'],
    ['max(x, x)', 'max(x, x)'],
    ['exp(x + x)', 'x + x'],
  ])('%s is not: %s', (source, part) => {
    const [fault = ''] = faults(source, { simplified: true })
    expect(fault.replace(/\s+/g, '')).toBe(`“${part}” can be simplified.`.replace(/\s+/g, ''))
  })
})
