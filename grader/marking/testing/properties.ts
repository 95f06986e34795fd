import type { RawAnswer } from '../../answers/raw-answer.ts'
import { read } from './questions.ts'

/** Weights under a mask: three properties, two of which zeros have as well. */
export const weights = read(
  `---
title: Weights under a mask
parameters:
  S: decimals([3, 3], -2, 2, 1)
reference:
  mask: "[1, 0, 0; 1, 1, 0; 1, 1, 1]"
  raised: exp(S) .* mask
answers:
  A:
    kind: property
    points: 3
    shape: [3, 3]
    decimals: 3
    holds:
      - { that: sum_rows(A) = 1, says: Every row adds up to 1. }
      - { that: A .* (1 - mask) = 0, says: Nothing looks ahead. }
      - { that: A >= 0, says: No weight is negative. }
    example: "raised ./ outer(sum_rows(raised), ones(3))"
    mistakes:
      not-normalised: { value: raised, says: Divide by the sum of the row. }
      not-masked: { value: softmax(S), says: The mask is missing., earns: 0.1 }
---
{{S}} :answer[A]
`,
  'weights',
)

/** Any matrix with the asked product, judged from the student's own product too; and whole numbers in any order. */
export const products = read(
  `---
title: Products
parameters:
  x: decimals([2], 0.5, 2, 1)
  B: decimals([2, 2], 1, 3, 1)
  n: integer(4, 9)
where:
  - B[1, 1] != B[2, 1]
reference:
  y: B x
answers:
  y: { points: 1, decimals: 1 }
  W:
    kind: property
    points: 2
    shape: [2, 2]
    decimals: 2
    holds: [{ that: W x = y, says: It maps x to y. }]
    example: B
  V:
    kind: property
    points: 1
    shape: [2, 2]
    decimals: 2
    holds: [{ that: V x >= y, says: It does not fall below y. }]
    example: 2 B
  k:
    kind: property
    points: 1
    shape: [3]
    decimals: 0
    holds:
      - { that: sum(k) = n, says: They add up to n. }
      - { that: "k[1] < k[2] and k[2] < k[3]", says: They rise. }
    example: "[0, 1, n - 1]"
---
{{x}} {{B}} {{n}} :answer[y] :answer[W] :answer[V] :answer[k]
`,
  'products',
)

/** A grid as typed: cells apart by blanks, `_` is empty. */
export function grid(shape: number[], cells: string): RawAnswer {
  return { kind: 'tensor', shape, cells: cells.split(' ').map((cell) => (cell === '_' ? '' : cell)) }
}
