import type { ItemChoice, ItemOption } from './item.ts'
import { percent } from './number-fields.ts'
import { oneLine } from './text.ts'

/** An option as foreign formats weigh it: the share of the points that choosing it gives, which may be negative. */
export interface WeighedOption {
  text: string
  share: number
  says: string | null
}

export const praiseLost = 'What is said of the right answer was not carried.'

type Settled = Pick<ItemChoice, 'many' | 'options'>

/** What is right and wrong of weighed options, as the house scores them; what that changes is told. */
export function settleChoice(
  given: readonly WeighedOption[],
  many: boolean,
  note: (sentence: string) => void,
): Settled {
  const options = withoutDoubles(
    given.map((one) => ({ ...one, text: one.text.trim() || '(empty)' })),
    note,
  )
  return many ? { many, options: ofMany(options, note) } : { many, options: ofOne(options, note) }
}

const quoted = (text: string) => `“${oneLine(text, 40)}”`

function ofOne(options: WeighedOption[], note: (sentence: string) => void): ItemOption[] {
  const best = Math.max(...options.map(({ share }) => share))
  if (!(best > 0)) return noneRight(options, note)
  const right = options.findIndex(({ share }) => share === best)
  const full = options[right]
  if (full && best < 0.999)
    note(`${quoted(full.text)} earned ${percent(best)} there and nothing earned more; here it earns all.`)
  const kept = options.filter(({ share, text }, k) => {
    if (k === right || share < best) return true
    note(`${quoted(text)} is right there as well; a choice of one has one right option, so it was left out.`)
    return false
  })
  for (const { share, text } of kept) {
    if (share > 0 && share < best)
      note(`${quoted(text)} earned ${percent(share)} there; here a wrong option earns nothing.`)
  }
  if (full?.says) note(praiseLost)
  if (kept.some(({ share }) => share < 0)) note('Wrong options took points away there; here they earn nothing.')
  return kept.map((one) => ({ text: one.text, right: one === full, says: one === full ? null : one.says }))
}

/** Which one is right a person has to say: the question cannot be used before. */
function noneRight(options: WeighedOption[], note: (sentence: string) => void): ItemOption[] {
  note('Which option is right is not said there; move it from “others” to “right”.')
  return options.map(({ text, says }) => ({ text, right: false, says }))
}

function ofMany(options: WeighedOption[], note: (sentence: string) => void): ItemOption[] {
  if (!options.some(({ share }) => share > 0)) return noneRight(options, note)
  const right = options.filter(({ share }) => share > 0)
  const wrong = options.filter(({ share }) => share <= 0)
  const near = (shares: number[], each: number) => shares.every((share) => Math.abs(share - each) < 0.01)
  const alike =
    near(
      right.map(({ share }) => share),
      1 / right.length,
    ) &&
    (wrong.length === 0 ||
      near(
        wrong.map(({ share }) => share),
        -1 / wrong.length,
      ))
  if (!alike)
    note(
      'The weights of the options were not kept: here each right one counts alike, and wrong ones count against them.',
    )
  if (right.some(({ says }) => says)) note(praiseLost)
  return options.map(({ text, share, says }) => ({ text, right: share > 0, says: share > 0 ? null : says }))
}

function withoutDoubles(options: WeighedOption[], note: (sentence: string) => void): WeighedOption[] {
  return options.filter((one, k) => {
    const first = options.findIndex(({ text }) => text === one.text)
    if (first === k) return true
    const better = options
      .filter(({ text }) => text === one.text)
      .reduce((most, { share }) => Math.max(most, share), -1)
    const kept = options[first]
    if (kept) kept.share = better
    note(`The option ${quoted(one.text)} stands there twice; it was taken once.`)
    return false
  })
}
