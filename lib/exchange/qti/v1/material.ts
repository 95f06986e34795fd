import { withoutMarkers } from '../../markup/markers.ts'
import { readHtml } from '../../markup/read-html.ts'
import { childrenNamed, type Element, element, isElement, type Markup, textOf } from '../../markup/tree.ts'

const tags = /<\/?[a-z][^<>]*>/i

/** What a `material` (or what lies around several) shows: texts, and pictures by their addresses. */
export function shownBy(node: Element | undefined): Markup[] {
  return (node?.children ?? []).filter(isElement).flatMap((child): Markup[] => {
    switch (child.tag) {
      case 'mattext':
      case 'mat_formattedtext':
        return textIn(child)
      case 'matimage':
        return [picture(child)]
      case 'matbreak':
        return [element('br')]
      case 'material':
      case 'flow':
      case 'flow_mat':
      case 'flow_label':
      case 'mat_extension':
        return shownBy(child)
      default:
        return []
    }
  })
}

function textIn(node: Element): Markup[] {
  if (node.children.some(isElement)) return node.children.map(unmarked)
  const text = withoutMarkers(textOf(node))
  const said = (node.attributes.texttype ?? node.attributes.type ?? '').toLowerCase()
  return /html|smart_text/.test(said) || (said !== 'text/plain' && tags.test(text)) ? readHtml(text).children : [text]
}

function picture({ attributes, children }: Element): Element {
  const type = attributes.imagtype ?? 'image/png'
  const inside = textOf(element('', {}, children)).replaceAll(/\s+/g, '')
  const src = attributes.embedded === 'base64' ? `data:${type};base64,${inside}` : (attributes.uri ?? '')
  return element('img', { src, alt: attributes.label ?? '' })
}

const unmarked = (node: Markup): Markup =>
  isElement(node) ? { ...node, children: node.children.map(unmarked) } : withoutMarkers(node)

/** The texts of feedback by its name. */
export function feedbackOf(item: Element): Map<string, Markup[]> {
  return new Map(childrenNamed(item, 'itemfeedback').map((one) => [one.attributes.ident ?? '', shownBy(one)] as const))
}
