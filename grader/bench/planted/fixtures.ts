import { operations } from '../../operations/library.ts'
import type { QuestionDefinition } from '../../question/definition.ts'
import { parseQuestion } from '../../question/parse-question.ts'

const sources = {
  'network-backwards': `---
title: Backwards through a small network
parameters:
  x: decimals([2], -2, 2, 1)
  W: decimals([3, 2], -1, 1, 1)
  b: decimals([3], -1, 1, 1)
  V: decimals([2, 3], -2, 2, 1)
  t: decimals([2], -2, 2, 1)
reference:
  z: W x + b
  h: tanh(z)
  y: V h
  delta: y - t
  dV: delta h^T
  dh: V^T delta
  dz: dh .* (1 - h .* h)
  dW: dz x^T
answers:
  h: { points: 1 }
  y: { points: 1 }
  delta: { points: 1 }
  dV: { points: 1 }
  dz: { points: 2 }
  dW: { points: 1 }
mistakes:
  bias-forgotten: { steps: { z: W x }, says: The bias is missing., earns: 0.5 }
  relu: { steps: { h: relu(z) }, says: You used a relu., earns: 0.2 }
  sign-turned: { steps: { delta: t - y }, says: The sign is turned., earns: 0.5 }
  slope-left-out: { steps: { dz: dh }, says: The slope of tanh is missing., earns: 0.4 }
  slope-at-z: { steps: { dz: dh .* (1 - z .* z) }, says: The slope is taken at z., earns: 0.5 }
  slope-of-sigmoid: { steps: { dz: dh .* h .* (1 - h) }, says: This is the slope of the logistic function., earns: 0.5 }
---
:answer[h] :answer[y] :answer[delta] :answer[dV] :answer[dz] :answer[dW]
`,
  'batch-norm': `---
title: Batch normalisation
parameters:
  x: decimals([5], -4, 4, 1)
  gamma: decimal(0.5, 2, 1)
  beta: decimal(-2, 2, 1)
where:
  - variance(x) >= 1
reference:
  mu: mean(x)
  v: variance(x)
  normal: (x - mu) / sqrt(v + 0.1)
  y: gamma normal + beta
answers:
  mu: { points: 1 }
  v: { points: 1 }
  normal: { points: 2 }
  y: { points: 1 }
mistakes:
  over-n-less-one: { steps: { v: sample_variance(x) }, says: You divided by n - 1., earns: 0.5 }
  not-centred: { steps: { normal: x / sqrt(v + 0.1) }, says: The mean is not subtracted., earns: 0.4 }
  no-root: { steps: { normal: (x - mu) / (v + 0.1) }, says: The root is missing., earns: 0.4 }
  root-before-epsilon: { steps: { normal: (x - mu) / (sqrt(v) + 0.1) }, says: The constant stands under the root., earns: 0.6 }
  scale-and-shift-exchanged: { steps: { y: beta normal + gamma }, says: You exchanged scale and shift., earns: 0.5 }
  no-shift: { steps: { y: gamma normal }, says: The shift is missing., earns: 0.5 }
---
:answer[mu] :answer[v] :answer[normal] :answer[y]
`,
  'attention-head': `---
title: One head of attention
parameters:
  Q: decimals([3, 2], -2, 2, 1)
  K: decimals([3, 2], -2, 2, 1)
  V: decimals([3, 2], -2, 2, 1)
  W: decimals([2, 2], -2, 2, 1)
reference:
  scores: Q K^T / sqrt(2)
  A: softmax(scores)
  mixed: A V
  out: mixed W
answers:
  scores: { points: 1 }
  mixed: { points: 2 }
  out: { points: 1 }
mistakes:
  not-scaled: { steps: { scores: Q K^T }, says: The scores are not scaled., earns: 0.5 }
  keys-for-queries: { steps: { scores: K Q^T / sqrt(2) }, says: Queries and keys have changed places., earns: 0.5 }
  over-columns: { steps: { A: transpose(softmax(transpose(scores))) }, says: You normalised the columns., earns: 0.3 }
  weights-transposed: { steps: { mixed: A^T V }, says: The weights are transposed., earns: 0.3 }
  out-transposed: { steps: { out: mixed W^T }, says: You multiplied with the transpose., earns: 0.4 }
---
:answer[scores] :answer[mixed] :answer[out]
`,
}

/** Chains of several steps beside those of the bank, with mistakes in steps that are asked for and in steps that are not. */
export function plantedFixtures(): QuestionDefinition[] {
  return Object.entries(sources).map(([slug, source]) => {
    const parsed = parseQuestion(source, slug, operations)
    if (parsed.ok) return parsed.question
    throw new Error(parsed.problems.map(({ line, message }) => `${slug}:${line} ${message}`).join('\n'))
  })
}
