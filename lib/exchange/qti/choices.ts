import type { ItemChoice, ItemField, ItemOrder } from '../item/item.ts'
import { settleChoice } from '../item/settle-choice.ts'
import { withPictures } from '../markup/pictures.ts'
import { markupToMarkdown } from '../markup/to-markdown.ts'
import { childrenNamed, descendantsNamed, type Element, isElement, type Markup } from '../markup/tree.ts'
import type { Asked, Context } from './context.ts'
import type { Declaration } from './declarations.ts'

const feedbackTags = ['qti-feedback-inline', 'qti-feedback-block']

/** What an option says, and what is said of it. */
export function optionTexts(option: Element, context: Context): { text: string; says: string | null } {
  const write = (nodes: readonly Markup[]) => markupToMarkdown(withPictures(nodes, context.place), context.notes.add)
  const feedback = descendantsNamed(option, ...feedbackTags)
  return {
    text: write(option.children.map(withoutFeedback)),
    says: write(feedback).replace(/^(?:–|—|-)\s+/, '') || null,
  }
}

const withoutFeedback = (node: Markup): Markup => {
  if (!isElement(node)) return node
  return feedbackTags.includes(node.tag) ? '' : { ...node, children: node.children.map(withoutFeedback) }
}

/** Shares of the points by identifier: as mapped, else alike for all that are correct. */
function shareOf(
  { mapping, correct, otherwise }: Declaration,
  many: boolean,
  ids: readonly string[],
  context: Context,
): (id: string) => number {
  if (mapping.size > 0) {
    const worth = (id: string) => mapping.get(id) ?? otherwise
    const values = ids.map(worth)
    const most = many ? values.filter((value) => value > 0).reduce((sum, value) => sum + value, 0) : Math.max(...values)
    return (id) => worth(id) / (most > 0 ? most : 1)
  }
  if (many && correct.length > 1)
    context.notes.add(
      'All right options had to be chosen there; here each counts its share, and wrong ones count against them.',
    )
  const wrong = Math.max(1, ids.length - correct.length)
  return (id) => (correct.includes(id) ? 1 / (many ? correct.length : 1) : many ? -1 / wrong : 0)
}

export function choiceOf({ node, declaration, common }: Asked, context: Context): ItemField | null {
  const options = childrenNamed(node, 'qti-simple-choice', 'qti-inline-choice')
  if (options.length === 0) return null
  return { ...common, ...settled(node, declaration, options, context) }
}

function settled(
  node: Element,
  declaration: Declaration,
  options: Element[],
  context: Context,
): Pick<ItemChoice, 'kind' | 'shuffle' | 'many' | 'options'> {
  const several = declaration.cardinality === 'multiple' || declaration.cardinality === 'ordered'
  const many = several && !(node.attributes['max-choices'] === '1' && declaration.correct.length < 2)
  const ids = options.map(({ attributes }) => attributes.identifier ?? '')
  const share = shareOf(declaration, many, ids, context)
  const weighed = options.map((option, k) => ({ ...optionTexts(option, context), share: share(ids[k] ?? '') }))
  return {
    kind: 'choice',
    shuffle: node.attributes.shuffle === 'true',
    ...settleChoice(weighed, many, context.notes.add),
  }
}

/** Words of a text that can be chosen: a choice among them, under the text. */
export function hottextOf({ node, declaration, common }: Asked, context: Context): ItemChoice {
  context.notes.add('Words to be chosen in a text became a choice among them.')
  return { ...common, ...settled(node, declaration, descendantsNamed(node, 'qti-hottext'), context), shuffle: false }
}

export function orderOf({ node, declaration, common }: Asked, context: Context): ItemOrder | null {
  const options = childrenNamed(node, 'qti-simple-choice')
  const byId = new Map(
    options.map((option) => [option.attributes.identifier ?? '', optionTexts(option, context).text || '(empty)']),
  )
  const right = declaration.correct.filter((id) => byId.has(id))
  if (right.length < 2) return null
  context.notes.add('An order is scored here by the longest run of lines that stand in the right order.')
  const lines = right.map((id) => byId.get(id) ?? '')
  const distractors = [...byId].filter(([id]) => !right.includes(id)).map(([, text]) => text)
  return { ...common, kind: 'order', lines, distractors }
}
