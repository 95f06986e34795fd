import { placeValue } from '../../markup/markers.ts'
import { childNamed, type Element, element, isElement, type Markup, textOf } from '../../markup/tree.ts'
import { type Known, NoCounterpart, numberText, strength, type Value, within } from './value.ts'

type Values = ReadonlyMap<string, Value | NoCounterpart>

interface Filling {
  values: Values
  /** names that formulas may say */
  inMath: ReadonlySet<string>
  note: (sentence: string) => void
}

/** The body with its drawn values where they are printed, and with the parts that they show. @throws NoCounterpart */
export function filled(body: Element, filling: Filling): Element {
  return { ...body, children: body.children.flatMap((child) => fill(child, filling)) }
}

function fill(node: Markup, filling: Filling): Markup[] {
  if (!isElement(node)) return [node]
  const { tag, attributes } = node
  if (tag === 'qti-printed-variable') return [printed(node, filling)]
  if (tag === 'math') return [formula(node, filling)]
  if (tag.startsWith('qti-feedback-')) return [said(node, filling)]
  const shown = attributes['template-identifier'] === undefined || isShown(attributes, filling.values)
  if (!shown) return []
  const children = (of: Element) => of.children.flatMap((child) => fill(child, filling))
  if (tag === 'qti-template-inline') return [element('span', {}, children(node))]
  if (tag === 'qti-template-block') return [element('div', {}, children(childNamed(node, 'qti-content-body') ?? node))]
  return [{ ...node, children: children(node) }]
}

/** Feedback, which is carried with options only: values that it alone prints are nobody's loss. */
function said(node: Element, filling: Filling): Element {
  try {
    return filled(node, { ...filling, note: () => {} })
  } catch (error) {
    if (error instanceof NoCounterpart) return { ...node, children: [] }
    throw error
  }
}

/** Whether the value of a variable says that a part is shown. */
function isShown(attributes: Element['attributes'], values: Values): boolean {
  const value = valueNamed(values, attributes['template-identifier'] ?? '')
  if (value.kind === 'drawn') throw new NoCounterpart('what is shown depends on what is drawn')
  const named = value.values.some((one) => String(one) === attributes.identifier)
  return attributes['show-hide'] === 'hide' ? !named : named
}

function valueNamed(values: Values, identifier: string): Value {
  const value = values.get(identifier)
  if (value instanceof NoCounterpart) throw value
  if (!value) throw new NoCounterpart(`${identifier.slice(0, 40) || 'a variable'} has no value`)
  return value
}

function printed({ attributes }: Element, { values, note }: Filling): Markup {
  const identifier = attributes.identifier ?? ''
  if (!values.has(identifier)) {
    note('Values that are known only after an answer are not printed here.')
    return ''
  }
  const value = valueNamed(values, identifier)
  const places = placesOf(attributes.format ?? '')
  if (value.kind === 'known') return knownText(value, places, attributes.delimiter ?? '; ')
  const rough = places !== null && (value.decimals === null || value.decimals > places)
  return placeValue(rough ? rounded(value, places) : value.text)
}

/** The decimals that a format such as `%.2f` asks for. */
function placesOf(format: string): number | null {
  if (/%[-+ 0#]*\d*[id]/.test(format)) return 0
  const places = /%[-+ 0#]*\d*\.(\d)f/i.exec(format)?.[1]
  return places === undefined ? null : Number(places)
}

function rounded(value: Value, places: number): string {
  if (places === 0) return `round(${within(value, 0)})`
  return `round(${10 ** places} * ${within(value, strength.atom)}) / ${10 ** places}`
}

const knownText = ({ values }: Known, places: number | null, delimiter: string) =>
  values
    .map((value) =>
      typeof value !== 'number' ? String(value) : places === null ? numberText(value) : value.toFixed(places),
    )
    .join(delimiter)

/** A formula in which letters stand for values; its source in LaTeX says them as `\qv{…}`, if at all. */
function formula(math: Element, { values, inMath }: Filling): Element {
  let placed = false
  const mark = (identifier: string): string => {
    placed = true
    const value = valueNamed(values, identifier)
    return value.kind === 'known' ? knownText(value, null, ', ') : placeValue(value.text)
  }
  const inside = (node: Element): Element => {
    const letter = /^(?:mi|ci)$/.test(node.tag) ? textOf(node).trim() : ''
    if (inMath.has(letter)) return element('mn', {}, [mark(letter)])
    if (node.tag === 'annotation') {
      const source = textOf(node).replaceAll(/\\qv\{(\w+)\}/g, (whole, name: string) =>
        inMath.has(name) ? `{${mark(name)}}` : whole,
      )
      return { ...node, children: [source] }
    }
    return { ...node, children: node.children.map((child) => (isElement(child) ? inside(child) : child)) }
  }
  const made = inside(math)
  return placed ? withoutStale(made) : made
}

/** A source in which no value stands says something else than the formula. */
function withoutStale(node: Element): Element {
  const children = node.children
    .filter((child) => !isElement(child) || child.tag !== 'annotation' || /[\ue002\d]/.test(textOf(child)))
    .map((child) => (isElement(child) ? withoutStale(child) : child))
  return { ...node, children }
}
