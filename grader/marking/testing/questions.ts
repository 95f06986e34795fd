import { operations } from '../../operations/library.ts'
import type { QuestionDefinition } from '../../question/definition.ts'
import { parseQuestion } from '../../question/parse-question.ts'

export function read(source: string, slug: string): QuestionDefinition {
  const parsed = parseQuestion(source, slug, operations)
  if (parsed.ok) return parsed.question
  throw new Error(parsed.problems.map((problem) => `${slug}:${problem.line} ${problem.message}`).join('\n'))
}

export const gru = read(
  `---
title: One step of a GRU
parameters:
  x: decimals([2], -2, 2, 1)
  s: decimals([3], -1, 1, 1)
  W_o: decimals([3, 3], -2, 2, 1)
  U_o: decimals([3, 2], -2, 2, 1)
  b_o: decimals([3], -1, 1, 1)
  W_i: decimals([3, 3], -2, 2, 1)
  U_i: decimals([3, 2], -2, 2, 1)
  b_i: decimals([3], -1, 1, 1)
  W: decimals([3, 3], -2, 2, 1)
  U: decimals([3, 2], -2, 2, 1)
  b: decimals([3], -1, 1, 1)
reference:
  o: sigmoid(W_o s + U_o x + b_o)
  i: sigmoid(W_i s + U_i x + b_i)
  c: sigmoid(W (o .* s) + U x + b)
  s_next: (1 - i) .* s + i .* c
answers:
  o: { points: 1 }
  i: { points: 1 }
  c: { points: 2 }
  s_next: { points: 2 }
mistakes:
  swapped-update:
    steps: { s_next: i .* s + (1 - i) .* c }
    says: You swapped the roles of the gate and its complement.
    earns: 0.5
  reset-after-product:
    steps: { c: sigmoid(o .* (W s) + U x + b) }
    says: The gate multiplies the state before W does.
    earns: 0.25
  gates-exchanged:
    steps: { o: sigmoid(W_i s + U_i x + b_i), i: sigmoid(W_o s + U_o x + b_o) }
    says: You exchanged the two gates.
    earns: 0.5
  no-bias:
    steps: { o: sigmoid(W_o s + U_o x), i: sigmoid(W_i s + U_i x), c: sigmoid(W (o .* s) + U x) }
    says: You forgot the biases.
conventions:
  tanh-candidate:
    steps: { c: tanh(W (o .* s) + U x + b) }
    says: You used the tanh candidate.
---
From $s = {{s}}$: :answer[o] :answer[i] :answer[c] :answer[s_next]
`,
  'gru',
)

export const maxPool = read(
  `---
title: Backwards through a max-pool
parameters:
  h: distinct([4, 4], -9, 9)
  g: decimals([2, 2], 1, 9, 1)
reference:
  dh: maxpool_grad(h, g, 2, 2)
answers:
  dh: { points: 4, decimals: 2 }
mistakes:
  spread:
    steps: { dh: "avgpool_grad(h, g, 2, 2)" }
    says: You shared the gradient among the window.
    earns: 0.5
---
From ${'{{h}}'}: :answer[dh]
`,
  'max-pool',
)

export const convolution = read(
  `---
title: The size of a convolution
parameters:
  H: integer(20, 40)
  W: integer(50, 70)
  K: integer(8, 12)
reference:
  height: floor((H + 2 - 3) / 2) + 1
  width: floor((W + 2 - 3) / 2) + 1
  out: "[height, width, K]"
  cells: height * width * K
answers:
  out: { kind: shape, points: 2, axes: [height, width, channels] }
  cells: { points: 1 }
mistakes:
  forgot-one:
    steps: { height: "floor((H + 2 - 3) / 2)", width: "floor((W + 2 - 3) / 2)" }
    says: You forgot to add the first position.
    earns: 0.5
---
Size: :answer[out], cells: :answer[cells]
`,
  'convolution',
)

export const mixed = read(
  `---
title: Of every other kind
reference:
  two: 1 + 1
answers:
  two: { points: 1 }
  one: { kind: choice, points: 1, options: { right: L1, others: [{ text: L2, says: This one only shrinks them. }, L3] } }
  many: { kind: choice, points: 3, options: { right: [write, read, forget], others: [reset, update] } }
  proof: { kind: order, points: 2, lines: [first, second, third, fourth], distractors: [never] }
  why: { kind: text, points: 2, rubric: [{ says: Names it, points: 2 }] }
  net: { kind: layers, points: 3, input: [16, 16, 3], output: [2], budget: 2000 }
---
:answer[two] :answer[one] :answer[many] :answer[proof] :answer[why] :answer[net]
`,
  'mixed',
)
