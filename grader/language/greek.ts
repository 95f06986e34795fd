/** Greek letters that serve as names: their names in text notation and in LaTeX, and their characters. */
const characters: Record<string, string> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  iota: 'ι',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  omicron: 'ο',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  upsilon: 'υ',
  phi: 'φ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
  Gamma: 'Γ',
  Delta: 'Δ',
  Theta: 'Θ',
  Lambda: 'Λ',
  Xi: 'Ξ',
  Pi: 'Π',
  Sigma: 'Σ',
  Upsilon: 'Υ',
  Phi: 'Φ',
  Psi: 'Ψ',
  Omega: 'Ω',
}

/** Other spellings of the same letter: LaTeX variants and look-alike characters. */
const variants: Record<string, string> = {
  varepsilon: 'epsilon',
  vartheta: 'theta',
  varphi: 'phi',
  varrho: 'rho',
  varsigma: 'sigma',
  varpi: 'pi',
  ell: 'l',
  ϵ: 'epsilon',
  ϑ: 'theta',
  ϕ: 'phi',
  ϱ: 'rho',
  ς: 'sigma',
  ϖ: 'pi',
  µ: 'mu',
  Ω: 'Omega',
  ℓ: 'l',
}

const names = new Map(Object.entries(characters).map(([name, character]) => [character, name]))
for (const [spelling, name] of Object.entries(variants)) names.set(spelling, name)

/** The name of a Greek letter given as a character or a LaTeX command without its backslash; else undefined. */
export function greekName(spelling: string): string | undefined {
  return Object.hasOwn(characters, spelling) ? spelling : names.get(spelling)
}

/** `σ` for `sigma`; undefined for what is no Greek letter. */
export function greekCharacter(name: string): string | undefined {
  return Object.hasOwn(characters, name) ? characters[name] : undefined
}
