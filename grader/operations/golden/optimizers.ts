import { type GoldenAdapter, GoldenProblem, input, parameter, type RowValues, scalar } from './golden.ts'

/** The steps of one update at time t from p and the state of t - 1 (0 is the start), as torch writes them. */
type Update = (t: number) => Record<string, string>

const adamMoments: Update = (t) => ({
  [`m_${t}`]: `beta_1 m_${t - 1} + (1 - beta_1) g[${t}]`,
  [`v_${t}`]: `beta_2 v_${t - 1} + (1 - beta_2) g[${t}]^2`,
})
const adamStep = (t: number) => `lr (m_${t} / (1 - beta_1^${t})) ./ (sqrt(v_${t} / (1 - beta_2^${t})) + eps)`

const updates: Record<string, Update> = {
  sgd: (t) => ({ [`p_${t}`]: `p_${t - 1} - lr g[${t}]` }),
  momentum: (t) => ({
    [`v_${t}`]: `momentum v_${t - 1} + g[${t}]`,
    [`p_${t}`]: `p_${t - 1} - lr v_${t}`,
  }),
  nesterov: (t) => ({
    [`v_${t}`]: `momentum v_${t - 1} + g[${t}]`,
    [`p_${t}`]: `p_${t - 1} - lr (g[${t}] + momentum v_${t})`,
  }),
  adam: (t) => ({ ...adamMoments(t), [`p_${t}`]: `p_${t - 1} - ${adamStep(t)}` }),
  adamw: (t) => ({ ...adamMoments(t), [`p_${t}`]: `(1 - lr decay) p_${t - 1} - ${adamStep(t)}` }),
  rmsprop: (t) => ({
    [`v_${t}`]: `alpha v_${t - 1} + (1 - alpha) g[${t}]^2`,
    [`p_${t}`]: `p_${t - 1} - lr g[${t}] ./ (sqrt(v_${t}) + eps)`,
  }),
  adagrad: (t) => ({
    [`v_${t}`]: `v_${t - 1} + g[${t}]^2`,
    [`p_${t}`]: `p_${t - 1} - lr g[${t}] ./ (sqrt(v_${t}) + eps)`,
  }),
}

/** Parameters after each of the given gradients; what a case leaves out has torch's default. */
export const optimizers: GoldenAdapter = (golden) => {
  const kind = String(golden.params.kind).toLowerCase()
  const update = updates[kind]
  if (!update) throw new GoldenProblem(`the optimizer ${kind} is unknown`)
  const { p0, grads } = { p0: input(golden, 'p0'), grads: input(golden, 'grads') }
  const [count = 1, ...shape] = grads.shape
  const start: RowValues = { shape, data: p0.data.map(() => 0) }
  const constants = {
    lr: parameter(golden, 'lr', 0.001),
    momentum: parameter(golden, 'momentum', 0.9),
    beta_1: parameter(golden, 'beta1', 0.9),
    beta_2: parameter(golden, 'beta2', 0.999),
    alpha: parameter(golden, 'alpha', 0.99),
    decay: parameter(golden, 'weight_decay', 0.01),
    eps: parameter(golden, 'eps', kind === 'adagrad' ? 1e-10 : 1e-8),
  }
  const times = Array.from({ length: count }, (_, t) => t + 1)
  return {
    rows: 1,
    values: {
      p_0: { shape, data: p0.data },
      m_0: start,
      v_0: start,
      g: grads,
      ...Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, scalar(value)])),
    },
    steps: Object.assign({}, ...times.map(update)),
    outputs: { p: (steps) => times.flatMap((t) => steps(`p_${t}`)) },
  }
}
