import { element, isElement, type Markup, textOf } from './tree.ts'

/** What stands in the text for a picture; null: it is not carried, and that was told. */
export type PlacePicture = (source: string, alt: string) => string | null

/** Pictures replaced by their places; where there is none, their words stay. */
export function withPictures(nodes: readonly Markup[], place: PlacePicture): Markup[] {
  return nodes.map((node) => {
    if (!isElement(node) || node.tag === 'math') return node
    const { tag, attributes } = node
    if (tag === 'img' && attributes.src !== undefined) return placed(place, attributes.src, attributes.alt ?? '')
    if (tag === 'object' && attributes.data !== undefined && isPicture(node.attributes))
      return placed(place, attributes.data, textOf(node).replaceAll(/\s+/g, ' '))
    return { ...node, children: withPictures(node.children, place) }
  })
}

function placed(place: PlacePicture, source: string, alt: string): Markup {
  const mark = place(source, alt)
  return mark ?? (alt.trim() === '' ? '' : element('span', {}, [`[${alt.trim().slice(0, 300)}]`]))
}

const isPicture = ({ data = '', type = '' }: Readonly<Record<string, string>>) =>
  type.startsWith('image/') || /\.(?:png|jpe?g|webp|gif|svg)$/i.test(data)
