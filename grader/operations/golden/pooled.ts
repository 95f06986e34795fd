import { type GoldenCase, type GoldenProgram, input, parameter, sizes } from './golden.ts'

/** What the cases of both poolings share: a row a picture, and the list of static arguments. */
export function pooled(golden: GoldenCase, option: number): Pick<GoldenProgram, 'rows' | 'values'> & { list: string } {
  const x = input(golden, 'x')
  const [rows = 1, ...shape] = sizes(x, 4)
  const window = parameter(golden, 'k')
  const list = [
    window,
    parameter(golden, 'stride', window),
    parameter(golden, 'padding', 0),
    parameter(golden, 'ceil_mode', 0),
    option,
  ]
  return { rows, values: { x: { shape, data: x.data } }, list: list.join(', ') }
}
