/** Why answers are together, in the order in which it is asked; the first that holds decides. */
export type SignatureKind =
  | 'empty'
  | 'pages'
  | 'unreadable'
  | 'broken'
  | 'right'
  | 'through'
  | 'convention'
  | 'mistake'
  | 'form'
  | 'property'
  | 'choice'
  | 'order'
  | 'relation'
  | 'cells'
  | 'value'
  | 'formula'
  | 'text'
  | 'layers'
  // what is alone so far, by where it went wrong
  | 'after'
  | 'here'
  | 'alone'

/** What a group is called: its kind and what stands in the sentence. `says` is Markdown of the question's author. */
export interface GroupTitle {
  kind: SignatureKind
  says?: string[]
  step?: string
  /** what was typed, or the value: short, and as text */
  text?: string
  /** counted from 1 */
  cells?: number[]
  /** of `relation`: which one */
  relation?: string
  /** a factor or a distance */
  by?: string
}

/** Answers with the same key are together. */
export interface Signature {
  key: string
  title: GroupTitle
}

/**
 * What an answer is by itself. `compared` names answers that are alike without being the same, so that only a look at
 * all of them divides them. `alone`: where it belongs when nobody else has the same.
 */
export interface Signed {
  own: Signature | null
  compared?: 'value' | 'formula' | 'text'
  alone: Signature
}

export function signature(title: GroupTitle, ...rest: readonly (string | number)[]): Signature {
  return { key: [title.kind, ...rest].join(':'), title }
}
