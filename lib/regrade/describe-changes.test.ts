import { describe, expect, it } from 'vitest'
import { operations } from '../../grader/operations/library.ts'
import { parseQuestion } from '../../grader/question/parse-question.ts'
import { describeChanges, regradeNotes } from './describe-changes.ts'

const source = `---
title: Of every sort
parameters:
  n: integer(2, 4)
  x: decimals([n], -1, 1, 1)
  c: 3
where:
  - n > 1
reference:
  y: c * x
  z: sum(y)
answers:
  y: { points: 2, decimals: 1 }
  pick: { kind: choice, points: 1, options: { right: [A], others: [B, C] } }
  lines: { kind: order, points: 1, lines: [first, second], distractors: [never] }
  why: { kind: text, points: 2, rubric: [ { says: Names it, points: 1 }, { says: Says why, points: 1 } ] }
  rule: { kind: formula, points: 2, equals: "2 W", symbols: { W: integer 5..64 } }
  pair: { kind: property, points: 1, shape: [2], decimals: 1, example: "[1; 1]", holds: [ { that: "pair[1] = pair[2]", says: Equal, share: 1 } ] }
mistakes:
  half: { steps: { y: x }, says: Forgot c., earns: 0.5 }
---
From {{x}} and {{c}}: :answer[y] :answer[pick] :answer[lines] :answer[why] :answer[rule] :answer[pair]
`

function read(text: string) {
  const parsed = parseQuestion(text, 'sort', operations)
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message)
  return parsed.question
}

const old = read(source)
/** What is said where one text in the question is another one; both ways round, for whatever is added can be taken away. */
function said(from: string, to: string) {
  const next = read(source.replace(from, to))
  expect(source).toContain(from)
  return [describeChanges(old, next), describeChanges(next, old)]
}

describe('what has changed', () => {
  it('is nothing where only the way it is written has', () => {
    expect(said('parameters:', '# drawn anew\nparameters:')).toEqual([[], []])
    expect(regradeNotes(old, old)).toEqual(['The same version as before, graded again.'])
    expect(regradeNotes(old, read(source.replace('From', 'With')))).toEqual([
      'Students answered the text as it was.',
      'The text of the question has changed.',
    ])
  })

  it.each([
    ['Of every sort', 'Of sorts', 'The title is “Of sorts”, was “Of every sort”.'],
    ['title:', 'leniency: 2\ntitle:', 'Leniency was 1 and is 2: answers may be further from what is right.'],
    ['n: integer(2, 4)', 'n: integer(2, 5)', 'Parameter n is integer(2, 5), was integer(2, 4).'],
    ['  - n > 1', '  - n > 1\n  - n < 4', 'The numbers must meet n < 4 now.'],
    ['y: c * x', 'y: c * x + 1', 'Reference: y is c * x + 1, was c * x.'],
    ['y: { points: 2, decimals: 1 }', 'y: { points: 3, decimals: 1 }', 'y: its share was 2 and is 3.'],
    ['decimals: 1 }', 'decimals: 2 }', 'y: it was asked for with 1 decimal, now with 2.'],
    ['decimals: 1 }', 'decimals: 1, label: The vector }', 'y is called “The vector”, was “y”.'],
    ['right: [A], others: [B, C]', 'right: [A, C], others: [B]', 'pick: “C” is right now.'],
    ['others: [B, C]', 'others: [B, C, D]', 'pick: the option “D” is new, and wrong.'],
    ['others: [B,', 'others: [{ text: B, says: No }, ', 'pick: who chooses “B” is told “No”.'],
    ['[first, second]', '[second, first]', 'lines: the right order of the lines is another one.'],
    ['[never]', '[never, ever]', 'lines: the line “ever” is new, and does not belong.'],
    ['Says why, points: 1', 'Says why, points: 2', 'why: “Says why” in its rubric gave 1 and gives 2 points.'],
    ['Says why', 'Proves it', 'why: “Proves it” is new in its rubric, with 1 point.'],
    ['kind: text,', 'kind: text, upload: allowed,', 'why: pages may be uploaded now.'],
    ['equals: "2 W"', 'equals: "3 W"', 'rule: what is right is 3 W, was 2 W.'],
    [
      'integer 5..64',
      'integer 5..32',
      'rule: the symbol W is a whole number from 5 to 32, was a whole number from 5 to 64.',
    ],
    ['"[1; 1]"', '"[2; 2]"', 'pair: the example of a right answer is [2; 2].'],
    ['says: Equal', 'says: Alike', 'pair: where pair[1] = pair[2] does not hold, “Alike” is said.'],
    ['earns: 0.5', 'earns: 1', 'half earned 0.5 of the points and earns 1 of the points.'],
    ['{ y: x }', '{ y: 2 x }', 'half is computed in another way: y is 2 x, was y is x.'],
    ['says: Forgot c.', 'says: Where is c?', 'What is said of half is “Where is c?”, was “Forgot c.”.'],
    ['mistakes:', 'conventions:', 'half was a mistake and is a convention.'],
  ])('is told in words: %s → %s', (from, to, sentence) => {
    const [there, back] = said(from, to)
    expect(there).toContain(sentence)
    expect(back).toHaveLength(there?.length ?? 0)
  })

  it('names what is new and what is gone', () => {
    const without = source
      .replace('  c: 3\n', '')
      .replace('y: c * x', 'y: 3 x')
      .replace(' and {{c}}', '')
      .replace('  z: sum(y)\n', '')
      .replace(/ {2}why: .*\n/, '')
      .replace(' :answer[why]', '')
      .replace(/mistakes:\n.*\n/, '')
    const less = read(without)
    expect(describeChanges(old, less)).toEqual([
      'The text of the question has changed.',
      'Parameter c is gone.',
      'Reference: z is gone.',
      'Reference: y is 3 x, was c * x.',
      'why is not asked any more.',
      'half is not recognised any more.',
    ])
    expect(describeChanges(less, old)).toEqual([
      'The text of the question has changed.',
      'Parameter c is new: 3.',
      'Reference: z is sum(y).',
      'Reference: y is c * x, was 3 x.',
      'why is asked now: a text, with a share of 2 points.',
      'half is new among mistakes and conventions; it earns 0.5 of the points.',
    ])
  })
})
