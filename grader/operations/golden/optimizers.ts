import {
  type GoldenAdapter,
  type GoldenCase,
  GoldenProblem,
  input,
  parameter,
  type RowValues,
  scalar,
} from './golden.ts'

/** The steps of one update at time t from p and the state of t - 1 (0 is the start), as torch writes them. */
type Update = (t: number) => Record<string, string>

/** The gradient with the decay that is added to it; AdamW takes the decay from the parameters instead. */
const decayed: Update = (t) => ({ [`d_${t}`]: `g[${t}] + decay p_${t - 1}` })
const velocity: Update = (t) => ({ [`m_${t}`]: t === 1 ? 'd_1 + 0' : `momentum m_${t - 1} + (1 - dampening) d_${t}` })
const moments: Update = (t) => ({
  [`m_${t}`]: `beta_1 m_${t - 1} + (1 - beta_1) d_${t}`,
  [`v_${t}`]: `beta_2 v_${t - 1} + (1 - beta_2) d_${t}.^2`,
  // the largest so far, where a case asks for amsgrad
  [`w_${t}`]: `cases(max(w_${t - 1}, v_${t}) if amsgrad, v_${t})`,
})
const adamStep = (t: number) => `lr (m_${t} / (1 - beta_1^${t})) ./ (sqrt(w_${t} / (1 - beta_2^${t})) + eps)`

const updates: Record<string, Update> = {
  sgd: (t) => ({ ...decayed(t), [`p_${t}`]: `p_${t - 1} - lr d_${t}` }),
  momentum: (t) => ({ ...decayed(t), ...velocity(t), [`p_${t}`]: `p_${t - 1} - lr m_${t}` }),
  nesterov: (t) => ({ ...decayed(t), ...velocity(t), [`p_${t}`]: `p_${t - 1} - lr (d_${t} + momentum m_${t})` }),
  adam: (t) => ({ ...decayed(t), ...moments(t), [`p_${t}`]: `p_${t - 1} - ${adamStep(t)}` }),
  adamw: (t) => ({
    [`d_${t}`]: `g[${t}] + 0`,
    ...moments(t),
    [`p_${t}`]: `(1 - lr decay) p_${t - 1} - ${adamStep(t)}`,
  }),
  rmsprop: (t) => ({
    ...decayed(t),
    [`v_${t}`]: `alpha v_${t - 1} + (1 - alpha) d_${t}.^2`,
    [`w_${t}`]: `alpha w_${t - 1} + (1 - alpha) d_${t}`,
    [`u_${t}`]: `d_${t} ./ (sqrt(cases(v_${t} - w_${t}.^2 if centered, v_${t})) + eps)`,
    [`m_${t}`]: `momentum m_${t - 1} + u_${t}`,
    [`p_${t}`]: `p_${t - 1} - lr m_${t}`,
  }),
  adagrad: (t) => ({
    ...decayed(t),
    [`v_${t}`]: `v_${t - 1} + d_${t}.^2`,
    [`p_${t}`]: `p_${t - 1} - lr / (1 + ${t - 1} slower) d_${t} ./ (sqrt(v_${t}) + eps)`,
  }),
}

/** torch's defaults that are not the same for all. */
const defaults: Record<string, Record<string, number>> = {
  adamw: { weight_decay: 0.01 },
  rmsprop: { momentum: 0, lr: 0.01 },
  adagrad: { eps: 1e-10, lr: 0.01 },
}

/** The two shares of Adam's moments, together or apart. */
function betas(golden: GoldenCase): [number, number] {
  const [first, second] = Array.isArray(golden.params.betas) ? golden.params.betas : []
  return [parameter(golden, 'beta1', Number(first ?? 0.9)), parameter(golden, 'beta2', Number(second ?? 0.999))]
}

/** Parameters after each of the given gradients; what a case leaves out has torch's default. */
export const optimizers: GoldenAdapter = (golden) => {
  const kind = String(golden.params.kind).toLowerCase()
  const update = updates[kind]
  if (!update) throw new GoldenProblem(`the optimizer ${kind} is unknown`)
  const { p0, grads } = { p0: input(golden, 'p0'), grads: input(golden, 'grads') }
  const [count = 1, ...shape] = grads.shape
  const filled = (value: number): RowValues => ({ shape, data: p0.data.map(() => value) })
  const own = (name: string, otherwise: number) => parameter(golden, name, defaults[kind]?.[name] ?? otherwise)
  const [beta1, beta2] = betas(golden)
  const constants = {
    lr: own('lr', 0.001),
    momentum: own('momentum', 0.9),
    dampening: own('dampening', 0),
    beta_1: beta1,
    beta_2: beta2,
    alpha: own('alpha', 0.99),
    decay: own('weight_decay', 0),
    eps: own('eps', 1e-8),
    slower: own('lr_decay', 0),
    amsgrad: own('amsgrad', 0),
    centered: own('centered', 0),
  }
  const times = Array.from({ length: count }, (_, t) => t + 1)
  return {
    rows: 1,
    values: {
      p_0: { shape, data: p0.data },
      m_0: filled(0),
      v_0: filled(own('initial_accumulator_value', 0)),
      w_0: filled(0),
      g: grads,
      ...Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, scalar(value)])),
    },
    steps: Object.assign({}, ...times.map(update)),
    outputs: { p: (steps) => times.flatMap((t) => steps(`p_${t}`)) },
  }
}
