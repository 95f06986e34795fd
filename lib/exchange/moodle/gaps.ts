import type { ItemChoice } from '../item/item.ts'
import { shareAlike } from '../item/share-out.ts'
import { foreignText } from '../markup/foreign-text.ts'
import { placeAnswer } from '../markup/markers.ts'
import { childNamed, childrenNamed, type Element } from '../markup/tree.ts'
import { plainOf, textMarkdown } from './moodle-text.ts'
import type { TypeReader } from './question-types.ts'

/** Gaps to be filled from a list: one choice each, among the words of its group. */
export const readGaps: TypeReader = (question, points, notes) => {
  const words = childrenNamed(question, 'selectoption', 'dragbox').map((box) => ({
    text: wordOf(box, notes.add),
    group: plainOf(box, 'group') || '1',
  }))
  const text = childNamed(question, 'questiontext')
  const gaps: number[] = []
  const body = textMarkdown(text, notes, (source) =>
    source.replace(/\[\[(\d{1,3})\]\]/g, (whole, digits) => {
      if (!words[Number(digits) - 1]) return whole
      gaps.push(Number(digits) - 1)
      return placeAnswer(`gap_${gaps.length}`)
    }),
  )
  if (gaps.length === 0) return 'Its text has no gaps.'
  notes.add('Gaps to be filled from a list became one choice each, worth its share of the points.')
  const shares = shareAlike(points, gaps.length)
  const fields = gaps.map((right, k): ItemChoice => {
    const group = words.filter((word) => word.group === words[right]?.group)
    const options = [...new Set(group.map((word) => word.text))].map((option) => ({
      text: option,
      right: option === words[right]?.text,
      says: null,
    }))
    return {
      kind: 'choice',
      name: `gap_${k + 1}`,
      label: `Gap ${k + 1}`,
      points: shares[k] ?? points,
      many: false,
      shuffle: true,
      options,
    }
  })
  return { body, fields }
}

const wordOf = (box: Element, note: (sentence: string) => void) =>
  foreignText(plainOf(box, 'text'), 'html', note) || '(empty)'
