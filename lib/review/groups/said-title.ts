import type { PaperNode } from '../../../grader/answers/paper.ts'
import { kept } from '../../questions/render/kept.ts'
import { renderAuthorMarkdown } from '../../questions/render/markdown.ts'
import type { GroupTitle } from './signature.ts'

/** A title to be shown: what authors said is rendered, what may hold a student's words is text. */
export interface ShownTitle extends Omit<GroupTitle, 'says'> {
  says: PaperNode[][]
  /** the same as text, for where nothing can be set */
  plain: string
}

// values of one student's variant have no place in what is said of a group
const rendered = kept((says: string) => renderAuthorMarkdown(says.replace(/\{\{[^}]*\}\}/g, '…')))

export function shownTitle({ says = [], ...title }: GroupTitle): ShownTitle {
  const authored = title.kind === 'mistake' || title.kind === 'convention' || title.kind === 'property'
  const plain = says
    .join(' ')
    .replace(/[$\\]|\{\{[^}]*\}\}/g, '')
    .slice(0, 100)
  return { ...title, plain, says: says.map((one) => (authored ? rendered(one) : [one])) }
}
