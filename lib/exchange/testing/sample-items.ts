import type { Item, ItemField } from '../item/item.ts'

const common = { points: 1, label: null }
const option = (text: string, right = false, says: string | null = null) => ({ text, right, says })

export const one: ItemField = {
  ...common,
  kind: 'choice',
  name: 'answer',
  many: false,
  shuffle: true,
  options: [option('It is $2 x$.', true), option('It is *half*.', false, 'Twice, not half.'), option('It is `x`.')],
}
export const many: ItemField = {
  ...common,
  kind: 'choice',
  name: 'answer',
  many: true,
  shuffle: true,
  options: [option('dropout', true), option('weight decay', true), option('momentum', false, 'That speeds things up.')],
}
export const number: ItemField = {
  ...common,
  kind: 'number',
  name: 'answer',
  value: '3.14',
  tolerance: 0.005,
  decimals: null,
  wider: [],
  slips: [{ value: '2.72', earns: 0.5, says: 'That is $e$.' }],
}
export const whole: ItemField = {
  ...common,
  kind: 'number',
  name: 'answer',
  value: '42',
  tolerance: 0,
  decimals: null,
  wider: [],
  slips: [],
}
export const order: ItemField = {
  ...common,
  kind: 'order',
  name: 'answer',
  lines: ['Square it.', 'Sum it.', 'Take the root.'],
  distractors: [],
}
export const text: ItemField = {
  ...common,
  points: 2,
  kind: 'text',
  name: 'answer',
  length: null,
  upload: false,
  rubric: [
    { says: 'Names weight sharing', points: 1 },
    { says: 'Says why', points: 1 },
  ],
  solution: 'One filter is used at every place.',
}
export const pages: ItemField = {
  ...common,
  kind: 'upload',
  name: 'answer',
  rubric: [{ says: 'Every edge is there', points: 1 }],
  solution: null,
}

export function itemOf(...fields: ItemField[]): Item {
  const named = fields.length === 1 ? fields : fields.map((field, k) => ({ ...field, name: `part_${k + 1}` }))
  const places = named.map(({ name }) => `:answer[${name}]`).join('\n\n')
  const body = `### What holds?\n\nWith $x^2 < 4$ and a **bold** word, ~~none~~ of 2\\*3:\n\n- one\n- two\n\n| a | b |\n| --- | --- |\n| 1 | $\\frac{1}{2}$ |\n\n${places}`
  return {
    id: 'sample',
    title: 'A sample: it holds',
    topics: ['networks'],
    body,
    parameters: [],
    figures: [],
    fields: named,
  }
}
