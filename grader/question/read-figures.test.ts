import { expect, it } from 'vitest'
import { operations } from '../operations/library.ts'
import { parseQuestion } from './parse-question.ts'

const withFigure = (figure: string) =>
  parseQuestion(
    `---
title: A map
parameters:
  x: integer(1, 9)
reference:
  y: 2 x
answers:
  y: { points: 1 }
figures:
  map: ${figure}
---
Look: :figure[map] Twice {{x}}: :answer[y]
`,
    'a-map',
    operations,
  )

it('reads a picture by its name, with words that may print values', () => {
  const file = 'map-640x480-0123456789abcdef.png'
  const parsed = withFigure(`{ kind: image, file: ${file}, alt: "The map for {{x}}." }`)
  expect(parsed).toMatchObject({
    ok: true,
    question: { figures: [{ kind: 'image', name: 'map', file, alt: 'The map for {{x}}.' }] },
  })
})

it.each([
  ['another name', '{ kind: image, file: ../map.png, alt: A }', 10, 29, 'names no picture'],
  ['no name', '{ kind: image, alt: A }', 10, 8, 'file'],
  ['no words', '{ kind: image, file: map-640x480-0123456789abcdef.png }', 10, 8, 'alt'],
  [
    'what belongs to a grid',
    '{ kind: image, file: map-640x480-0123456789abcdef.png, alt: A, value: x }',
    10,
    71,
    'value',
  ],
  ['another kind', '{ kind: video, file: x, alt: A }', 10, 16, 'kind'],
])('refuses %s, and says where', (_what, figure, line, column, word) => {
  const parsed = withFigure(figure)
  expect(parsed.ok).toBe(false)
  if (!parsed.ok) expect(parsed.problems.map(({ message }) => message).join(' ')).toContain(word)
  if (!parsed.ok) expect(parsed.problems).toContainEqual(expect.objectContaining({ line, column }))
})
