import { seeded } from './seeded.ts'

/**
 * A question may declare an activation f and say nothing else of it. It is computed as a fixed smooth function that
 * nothing else resembles, drawn from its name: two formulas agree on it only where they treat f alike.
 */
export function unspecifiedFunction(name: string): (x: number) => number {
  const random = seeded(`function ${name}`)
  const [a, b, c, d, e, f] = Array.from({ length: 6 }, () => 0.4 + 0.9 * random()) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  return (x) => a * Math.sin(b * x + c) + d * Math.tanh(e * x - c) + 0.3 * f * x
}
