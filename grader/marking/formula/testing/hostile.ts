import type { Notation } from '../../../language/parse-formula.ts'

const times = (count: number, part: string | ((i: number) => string), between = '') =>
  Array.from({ length: count }, (_, i) => (typeof part === 'string' ? part : part(i))).join(between)

/** Formulas written to be expensive, within what is read at all, and beyond it. */
export function hostileFormulas(): { source: string; notation: Notation }[] {
  const text = [
    '(x+y)^200',
    '(x+1)^1000000000',
    `x+${times(70, '9^')}9`,
    times(30, '(x+1/3)^500', '*'),
    times(95, (i) => `(x+0.12345678901234567890${i})`, '*'),
    times(60, 'A', '*'),
    times(30, 'A^8', '*'),
    `${times(70, '1/(')}x+1/3${times(70, ')')}`,
    `${times(70, 'f(')}x${times(70, ')')}`,
    `[${times(250, 'x', ',')}]*[${times(250, 'y', ',')}]^T`,
    times(280, 'x', '+'),
    times(140, 'f(x)', '+'),
    times(90, 'exp(x*y)', '*'),
    `${times(30, 'softmax(A*')}A${times(30, ')')}`,
    times(100, (i) => `max(x,${i}/7)`, '+'),
    times(60, (i) => `x^${i}/3`, '+'),
    `${times(78, '(')}x${times(78, ')')}`,
    times(4000, '('),
    times(4000, 'x'),
    times(1000, 'x+'),
    `${times(1990, '-')}x`,
    times(1300, '|x|'),
    times(1000, '‖|x|‖'),
    `x${times(3900, "'")}`,
    `x_{${times(3900, 'a')}}`,
    times(60, 'hat(y)', ''),
    times(500, '1,234,'),
    times(400, 'np.sin(x)', '+'),
    times(200, 'x[1]', '*'),
    `y = ${times(150, 'x*y', '+')}`,
    times(130, 'if(x>0,x,y)', '+'),
    '1e300^1e300',
    '0.0000000000000000000000000000000000001^999',
    'constructor.constructor("return process")()',
    '__proto__',
  ].map((source) => ({ source, notation: 'text' as const }))
  const latex = [
    `${times(70, '\\frac{1}{')}x${times(70, '}')}`,
    `${times(300, '\\left(')}x${times(300, '\\right)')}`,
    times(800, '{x}'),
    times(1300, '\\,x'),
    `${times(70, '\\sqrt{')}x${times(70, '}')}`,
    times(100, '\\begin{cases}x'),
    `\\begin{bmatrix}${times(190, 'x', '&')}\\end{bmatrix}`,
    times(600, '\\left|x'),
    times(150, '{x\\over y}', '+'),
    `${times(60, '{')}x\\over y${times(60, '}')}`,
    times(250, '\\mathbf{1}_{x}'),
    times(400, '\\text{if }x'),
    times(300, '\\operatorname{a}'),
    times(500, '1{,}234'),
    `x${times(900, '^2')}`,
  ].map((source) => ({ source, notation: 'latex' as const }))
  return [...text, ...latex]
}
