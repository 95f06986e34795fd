/** What is written with signs rather than with names. */
export const syntaxManual: readonly { written: string; says: string; example: string }[] = [
  { written: 'W x', says: 'The product: of matrices and vectors as such, of scalars as numbers.', example: 'W x + b' },
  { written: '.*', says: 'The product entry by entry; also ⊙.', example: 'i .* c' },
  { written: '/', says: 'The quotient by a scalar; ./ is entry by entry.', example: 'z / T' },
  { written: '^', says: 'A power; .^ is entry by entry.', example: 'x^2' },
  { written: '^T', says: 'The transpose.', example: 'Q K^T' },
  { written: '[a, b; c, d]', says: 'Rows of entries; vectors are joined.', example: '[h; c]' },
  { written: 'x[i]', says: 'An entry, counted from 1; of a matrix with one index a row.', example: 'W[2, 1]' },
  { written: 'if(c, a, b)', says: 'a where c holds, else b.', example: 'if(t <= S, t / S, 1)' },
  {
    written: 'cases(…)',
    says: 'The first value whose condition holds; the last has none.',
    example: 'cases(1 if x > 0, 0)',
  },
  {
    written: '= != < <= > >=',
    says: '1 where it holds, else 0; and, or, not join them.',
    example: '1 <= j and j <= M',
  },
  {
    written: 'gradient(L, W)',
    says: 'The derivative of the scalar step L by W; of the shape of W.',
    example: 'gradient(L, W)',
  },
  {
    written: '{{…}}',
    says: 'Prints a parameter, a step that is not asked, or any expression of these.',
    example: '{{n + 1}}',
  },
  { written: ':answer[name]', says: 'Where a blank stands in the text; each once.', example: ':answer[y]' },
  { written: ':figure[name]', says: 'Where a figure stands in the text or in an option.', example: ':figure[map]' },
]

/** The kinds of fields, each with the lines of one. */
export const kindManual: readonly { kind: string; says: string; example: string }[] = [
  { kind: 'number', says: 'One number, judged by a step.', example: 'loss: { points: 1, decimals: 3 }' },
  { kind: 'tensor', says: 'A vector or a matrix, judged by a step.', example: 'h: { points: 2, decimals: 2 }' },
  {
    kind: 'shape',
    says: 'Sizes, judged by a step that is a vector of whole numbers.',
    example: 'size: { kind: shape, points: 1, axes: [height, width] }',
  },
  {
    kind: 'formula',
    says: 'Any correct form of a formula is right.',
    example:
      'width:\n  kind: formula\n  points: 2\n  equals: floor((W - F)/S) + 1\n  symbols: { W: integer 5..64, F: integer 1..7, S: integer 1..3 }',
  },
  {
    kind: 'choice',
    says: 'One of several options, or several of them.',
    example: 'rows:\n  kind: choice\n  points: 1\n  options:\n    right: Three.\n    others: [Two., Four.]',
  },
  {
    kind: 'order',
    says: 'Lines that are put in order.',
    example: 'proof:\n  kind: order\n  points: 2\n  lines: [First this., Then that.]\n  distractors: [Never this.]',
  },
  {
    kind: 'text',
    says: 'A text that a person scores by a rubric.',
    example: 'why:\n  kind: text\n  points: 1\n  rubric: [{ says: Names weight sharing, points: 1 }]',
  },
  {
    kind: 'upload',
    says: 'Photographed pages that a person scores by a rubric.',
    example: 'sketch: { kind: upload, points: 2, rubric: [{ says: Every edge has its shape, points: 2 }] }',
  },
  {
    kind: 'layers',
    says: 'A network as a table of layers: its sizes are checked and its parameters counted.',
    example: 'net: { kind: layers, points: 3, input: [3, 64, 64], output: [2], budget: 200000 }',
  },
  {
    kind: 'property',
    says: 'Any answer of which all properties hold.',
    example:
      'across:\n  kind: property\n  points: 2\n  shape: [2]\n  holds:\n    - { that: "dot(across, y) = 0", says: It is orthogonal to $y$. }\n  example: "[y[2], -y[1]]"',
  },
]
