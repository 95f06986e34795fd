import { type GoldenAdapter, GoldenProblem, input, parameter, scalar } from './golden.ts'

const schedules: Record<string, string> = {
  linear_const: 'base min(1, t / warmup)',
  linear_cosine:
    'cases(base t / warmup if t < warmup, base / 2 (1 + cos(3.141592653589793 min(1, (t - warmup) / (total - warmup)))))',
  noam: 'd^(-1/2) min(s^(-1/2), s warmup^(-3/2))',
}

/** Learning rates at steps t: a linear warm-up, then constant, a cosine down to 0, or the inverse root of t. */
export const lrSchedule: GoldenAdapter = (golden) => {
  const kind = String(golden.params.kind)
  const schedule = schedules[kind]
  if (!schedule) throw new GoldenProblem(`the schedule ${kind} is unknown`)
  // for step 0 the inverse root has two conventions, the rate 0 and that of step 1; a case tells which by its own value
  const { t, lr } = { t: input(golden, 't'), lr: golden.outputs.lr }
  const atZero = lr?.data[t.data.indexOf(0)] === 0 ? 0 : 1
  const constants = { base: 1, warmup: 1, total: 1, d_model: 1 }
  const [base, warmup, total, d] = Object.entries(constants).map(([name, otherwise]) =>
    scalar(parameter(golden, name, otherwise)),
  )
  return {
    rows: 1,
    values: { t, base: base ?? scalar(1), warmup: warmup ?? scalar(1), total: total ?? scalar(1), d: d ?? scalar(1) },
    steps: { s: `max(t, ${atZero})`, lr: schedule },
    outputs: { lr: (steps) => steps('lr') },
  }
}
