import type { Field } from './field.ts'

/**
 * A question as the student sees it: a closed tree that the server rendered once for a variant. `html` is KaTeX or SVG
 * made by the server and trusted; everything else is text and a short list of tags.
 */
export type PaperNode =
  | string
  | { tag: PaperTag; class?: string; href?: string; children: PaperNode[] }
  | { html: string; block?: boolean }
  | { field: string }

export const paperTags = [
  'p',
  'div',
  'span',
  'em',
  'strong',
  'code',
  'pre',
  'ul',
  'ol',
  'li',
  'blockquote',
  'h3',
  'h4',
  'br',
  'hr',
  'del',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'a',
  'figure',
  'figcaption',
] as const
export type PaperTag = (typeof paperTags)[number]

export interface PaperQuestion {
  /** the question's file name without .md; an answer's key is `${slug}.${field}` */
  slug: string
  title: string
  points: number
  nodes: PaperNode[]
  fields: Field[]
}
