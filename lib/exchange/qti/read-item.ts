import { foundItem, Notes, notCarried } from '../item/found.ts'
import type { FoundItem, ItemField } from '../item/item.ts'
import { fieldName } from '../item/names.ts'
import { readRubric } from '../item/read-rubric.ts'
import { shareOut } from '../item/share-out.ts'
import { oneLine } from '../item/text.ts'
import { withPictures } from '../markup/pictures.ts'
import { markupToMarkdown } from '../markup/to-markdown.ts'
import {
  childNamed,
  childrenNamed,
  descendantsNamed,
  type Element,
  element,
  isElement,
  type Markup,
} from '../markup/tree.ts'
import { type Context, unmarked } from './context.ts'
import { type Declared, declarationsOf } from './declarations.ts'
import { interactions, reasons } from './interactions.ts'
import { readTemplate, type Template, used } from './template/read-template.ts'
import { withTooltips } from './tooltips.ts'

/** What an item refers to, as its package has it. */
export interface Surroundings {
  /** the bytes of a file */
  file(address: string): Uint8Array | null
  /** a passage with what that refers to */
  passage(address: string): { nodes: readonly Markup[]; around: Pick<Surroundings, 'file'> } | null
}

const alone: Surroundings = { file: () => null, passage: () => null }

/** An assessment item with the names of QTI 3. */
export function readItem(given: Element, around: Surroundings = alone): FoundItem {
  const notes = new Notes()
  const item = withTooltips(unmarked(given), notes.add)
  const id = oneLine(item.attributes.identifier ?? '', 80) || 'item'
  const title = oneLine(item.attributes.title ?? '') || id
  const written = childNamed(item, 'qti-item-body')
  const was = wasOf(written)
  if (!written) return notCarried(id, title, was, 'It has no item body.')
  const names = new Set<string>()
  const drawn = childrenNamed(item, 'qti-template-declaration', 'qti-template-processing').length > 0
  const template = drawn ? readTemplate(item, written, names, notes.add) : null
  if (typeof template === 'string') return notCarried(id, title, was, template)
  const body = template?.body ?? written
  const context: Context = {
    item,
    declared: withDrawn(declarationsOf(item), template),
    template,
    fields: [],
    names,
    scorers: '',
    notes,
    place: notes.figures.placing(around.file),
    name: fieldName,
  }
  const passages = childrenNamed(item, 'qti-assessment-stimulus-ref').flatMap(({ attributes }) => {
    const found = around.passage(attributes.href ?? '')
    if (found) return withPictures(found.nodes.map(unmarked), notes.figures.placing(found.around.file))
    notes.add(`The passage ${oneLine(attributes.href ?? '', 60)} was not in the file.`)
    return []
  })
  const text = markupToMarkdown([...passages, ...body.children.map((node) => replaced(node, context))], notes.add)
  giveScorers(context)
  if (context.fields.length === 0)
    return notCarried(id, title, was, notes.all.at(-1) ?? `Nothing in it has a counterpart here (${was}).`)
  noteTheRest(item, notes)
  const fields = shared(context)
  if (!template) return foundItem({ id, title, was, body: text, fields, notes })
  const kept = used(template, [text, JSON.stringify(fields)])
  return foundItem({ id, title, was, body: text, fields, ...kept, where: template.where, notes })
}

/** What is right where processing says it. */
function withDrawn(declared: Declared, template: Template | null): Declared {
  for (const [response, right] of template?.correct ?? []) {
    const declaration = declared.responses.get(response)
    if (declaration && !('kind' in right)) declared.responses.set(response, { ...declaration, correct: [...right] })
  }
  return declared
}

const wasOf = (body: Element | undefined) => {
  const found = body ? descendantsNamed(body, ...Object.keys(interactions)) : []
  return (
    [...new Set(found.map(({ tag }) => tag.replace(/^qti-|-interaction$/g, '').replaceAll('-', ' ')))]
      .join(', ')
      .slice(0, 80) || 'item'
  )
}

/** The body with marks where its interactions are. */
function replaced(node: Markup, context: Context): Markup {
  if (!isElement(node) || node.tag === 'img' || node.tag === 'object')
    return withPictures([node], context.place)[0] ?? ''
  const read = Object.hasOwn(interactions, node.tag) ? interactions[node.tag] : undefined
  if (read) {
    const made = read(node, context, (inner) => replaced(inner, context))
    if (made) return made
    const called = node.tag.replace(/^qti-/, '').replaceAll('-', ' ')
    context.notes.add(reasons[node.tag] ?? `The ${called} says too little of what is right: left out.`)
    return element('span')
  }
  if (node.tag === 'qti-rubric-block') return rubricBlock(node, context)
  if (node.tag === 'qti-stylesheet') return element('span')
  if (node.tag === 'qti-info-control') {
    context.notes.add('What is shown only when it is asked for (a hint) was not carried.')
    return element('span')
  }
  if (/^qti-(?:feedback|template|companion|catalog)/.test(node.tag)) {
    context.notes.add(`What stood in ${node.tag.replace(/^qti-/, '').replaceAll('-', ' ')} was not carried.`)
    return element('span')
  }
  const tag = node.tag === 'qti-content-body' ? 'div' : node.tag
  return { ...node, tag, children: node.children.map((child) => replaced(child, context)) }
}

/** What is for those who score belongs to the next text that is asked for. */
function rubricBlock(node: Element, context: Context): Markup {
  const view = node.attributes.view ?? ''
  if (/candidate/.test(view))
    return element(
      'div',
      {},
      node.children.map((child) => replaced(child, context)),
    )
  const inside = childNamed(node, 'qti-content-body') ?? node
  const text = markupToMarkdown(withPictures(inside.children, context.place), context.notes.add)
  if (/scorer/.test(view)) context.scorers = [context.scorers, text].filter((part) => part !== '').join('\n\n')
  else context.notes.add('A rubric that is neither for candidates nor for scorers was not carried.')
  return element('span')
}

/** What is said to those who score after all that is asked belongs to the last text, or to nobody. */
function giveScorers(context: Context): void {
  const { scorers, fields, notes } = context
  if (scorers === '') return
  const last = fields.findLast(({ field }) => field.kind === 'text' || field.kind === 'upload')
  if (last?.field.kind === 'text' || last?.field.kind === 'upload') {
    const { rubric, solution } = readRubric(scorers, last.field.points)
    const own = [last.field.solution, solution].filter((part) => part !== null)
    last.field = { ...last.field, rubric, solution: own.join('\n\n') || null }
  } else notes.add('What is said to those who score was not carried: nothing in it is scored by a person.')
}

/** Where the item says what it is worth in all and not what a field is, fields share it. */
function shared({ fields, declared }: Context): ItemField[] {
  const total = declared.most.get('SCORE')
  const known = fields.some(({ response }) => declared.most.has(`SCORE_${response}`))
  if (known || !total) return fields.map(({ field }) => field)
  const shares = shareOut(
    Math.min(1000, total),
    fields.map(({ field }) => field.points),
  )
  return fields.map(({ field }, k) => {
    const points = Math.max(0.01, shares[k] ?? field.points)
    if (field.kind !== 'text' && field.kind !== 'upload') return { ...field, points }
    return {
      ...field,
      points,
      rubric: field.rubric.length === 1 ? field.rubric.map((one) => ({ ...one, points })) : field.rubric,
    }
  })
}

function noteTheRest(item: Element, notes: Notes): void {
  if (item.attributes.adaptive === 'true')
    notes.add('It is adaptive there (several tries with hints); here it is asked once.')
  if (childrenNamed(item, 'qti-modal-feedback').length > 0) notes.add('Feedback on the whole question was not carried.')
}
