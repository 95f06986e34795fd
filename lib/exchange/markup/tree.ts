/** An element of HTML or XML: the name without its prefix. */
export interface Element {
  tag: string
  attributes: Record<string, string>
  children: Markup[]
  /** 1 for the first line of its file; absent: nobody knows */
  line?: number
}

export type Markup = string | Element

export const isElement = (node: Markup | undefined): node is Element => typeof node === 'object'

export function element(tag: string, attributes: Record<string, string> = {}, children: Markup[] = []): Element {
  return { tag, attributes, children }
}

/** The elements right inside that have one of these names. */
export function childrenNamed(parent: Element | undefined, ...tags: string[]): Element[] {
  return (parent?.children ?? []).filter(isElement).filter(({ tag }) => tags.includes(tag))
}

export function childNamed(parent: Element | undefined, tag: string): Element | undefined {
  return childrenNamed(parent, tag)[0]
}

/** All elements inside, at any depth, in the order in which they begin. */
export function descendants(root: Element): Element[] {
  const found: Element[] = []
  const open: Markup[] = root.children.toReversed()
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isElement(node)) continue
    found.push(node)
    open.push(...node.children.toReversed())
  }
  return found
}

export function descendantsNamed(root: Element, ...tags: string[]): Element[] {
  return descendants(root).filter(({ tag }) => tags.includes(tag))
}

/** The text inside, as it stands. */
export function textOf(node: Markup | undefined): string {
  const texts: string[] = []
  const open: Markup[] = node === undefined ? [] : [node]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isElement(next)) open.push(...next.children.toReversed())
    else texts.push(next)
  }
  return texts.join('')
}
