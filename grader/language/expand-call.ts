import type { BinaryOperator, Expression, Span } from './ast.ts'
import { Fault } from './fault.ts'
import type { Parser } from './parser.ts'

/** A call of a function, or what it is short for: `log2(x)`, `pow(x, 2)`, `np.where(c, a, b)`. */
export function expandCall(parser: Parser, name: string, args: readonly Expression[], span: Span): Expression {
  const call = (of: string, ...inner: Expression[]) => parser.node({ kind: 'call', name: of, args: inner, span })
  const number = (text: string) => parser.node({ kind: 'number', text, span })
  const binary = (operator: BinaryOperator, left: Expression, right: Expression) =>
    parser.node({ kind: 'binary', operator, left, right, span })
  const take = (count: number): [Expression, Expression, Expression] => {
    if (args.length !== count) {
      const wanted = count === 1 ? 'one argument' : `${count} arguments`
      throw new Fault('parse', `${name} takes ${wanted}, not ${args.length}.`, span)
    }
    return args as [Expression, Expression, Expression]
  }
  const base = /^log(2|10)$/.exec(name)?.[1]
  // the library knows the natural logarithm
  if (base !== undefined) return binary('/', call('log', ...args), call('log', number(base)))
  // in a question file a name is what the library or the file makes it
  switch (parser.vocabulary ? name : '') {
    case 'log':
      return args.length === 2 ? binary('/', call('log', take(2)[0]), call('log', take(2)[1])) : call(name, ...args)
    case 'pow':
    case 'power':
      return binary('^', take(2)[0], take(2)[1])
    case 'square':
      return binary('.^', take(1)[0], number('2'))
    case 'exp2':
      return binary('.^', number('2'), take(1)[0])
    case 'reciprocal':
      return binary('./', number('1'), take(1)[0])
    case 'rsqrt':
      return binary('./', number('1'), call('sqrt', take(1)[0]))
    case 'log1p':
      return call('log', binary('+', number('1'), take(1)[0]))
    case 'expm1':
      return binary('-', call('exp', take(1)[0]), number('1'))
    case 'logsumexp':
      return call('log', call('sum', call('exp', take(1)[0])))
    case 'trunc':
    case 'int':
      return binary('.*', call('sign', take(1)[0]), call('floor', call('abs', take(1)[0])))
    case 'clip':
    case 'clamp':
      return call('min', call('max', take(3)[0], take(3)[1]), take(3)[2])
    case 'where': {
      const [when, value, otherwise] = take(3)
      return parser.node({ kind: 'cases', arms: [{ value, when }], otherwise, span })
    }
    case 'matmul':
    case 'mm':
      return binary('*', take(2)[0], take(2)[1])
    case 'multiply':
    case 'hadamard':
      return binary('.*', take(2)[0], take(2)[1])
    case 'dot':
      // of a matrix it is the product
      return args.some((arg) => isMatrix(parser, arg)) ? binary('*', take(2)[0], take(2)[1]) : call(name, ...args)
    default:
      return call(name, ...args)
  }
}

function isMatrix(parser: Parser, node: Expression): boolean {
  if (node.kind === 'transpose') return isMatrix(parser, node.operand)
  return node.kind === 'name' && (parser.vocabulary?.rank(node.name) ?? 0) > 1
}
