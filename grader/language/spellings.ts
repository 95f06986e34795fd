/** Other spellings of the functions, as pairs: `tr` is trace. Those of mathematics, of numpy and torch, of CAS. */
const pairs =
  'tr trace Tr trace sgn sign maximum max minimum min fabs abs ceiling ceil ReLU relu GELU gelu SiLU silu ' +
  'sigma sigmoid lg log10 Var variance var variance avg mean average mean logistic sigmoid expit sigmoid ' +
  'log2 log2 log10 log10 log_2 log2 log_10 log10 log_e ln loge ln absolute abs inner dot vdot dot ' +
  'concatenate concat cat concat linalg_norm norm'

/** Calls that are written as something else: see `expandCall`. */
export const macros: readonly string[] =
  'pow power square log1p expm1 where clip clamp trunc int matmul mm multiply hadamard reciprocal logsumexp exp2 rsqrt'.split(
    ' ',
  )

/** Every spelling of these functions with the function's name; `log10` stands for itself where `log` may be used. */
export function spellingsOf(functions: readonly string[]): [string, string][] {
  const known = new Set(functions)
  const written = (pairs.match(/\S+ \S+/g) ?? []).map((pair) => pair.split(' ') as [string, string])
  const allowed = written.filter(([, name]) => known.has(/^log\d+$/.test(name) ? 'log' : name))
  // `Floor`, `FLOOR`; but phi and Phi are two functions
  const loud = functions
    .filter((name) => name.length > 2 && /^[a-z]+$/.test(name) && name !== 'phi')
    .flatMap((name): [string, string][] => [
      [name[0]?.toUpperCase() + name.slice(1), name],
      [name.toUpperCase(), name],
    ])
  return [...loud, ...allowed]
}
