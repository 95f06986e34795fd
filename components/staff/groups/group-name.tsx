import type { PaperNode } from '../../../grader/answers/paper.ts'
import type { Translate } from '../../messages/catalogue.ts'
import { Paper } from '../../paper/paper.tsx'
import { typed } from '../../paper/typed.ts'
import type { GroupTitle, ShownGroup } from './group.ts'

type Named = Pick<ShownGroup, 'title' | 'name'>

function sentence(title: GroupTitle | null, t: Translate): string {
  const cells = title?.cells ?? []
  return t('groups.name', {
    kind: title?.kind ?? 'made',
    relation: title?.relation ?? '',
    step: title?.step ?? '',
    text: title?.text ?? '',
    by: title?.by ?? '',
    cells: cells.join(', '),
    before: (cells[0] ?? 1) - 1,
  })
}

/** The name of a group as plain text. */
export function groupName({ title, name }: Named, t: Translate): string {
  if (name) return name
  const own = sentence(title, t)
  const more = title?.plain || (title?.kind === 'text' || title?.kind === 'formula' ? (title.text ?? '') : '')
  return more ? `${own}: ${more}` : own
}

/** The name of a group, with what the author says of the mistake. */
export function GroupName({ title, name, t }: Named & { t: Translate }) {
  if (name) return <bdi className={typed}>{name}</bdi>
  const own = sentence(title, t)
  const quoted = title?.kind === 'text' || title?.kind === 'formula' ? (title.text ?? '') : ''
  if (quoted)
    return (
      <>
        {`${own}: `}
        <bdi className={typed}>{quoted}</bdi>
      </>
    )
  if (!title || title.says.length === 0) return <>{own}</>
  return (
    <>
      {`${own}: `}
      {title.says.map((nodes, k) => (
        <span key={k} className="[&_p]:inline">
          {k > 0 ? ' + ' : null}
          <Paper nodes={nodes.map(inline)} />
        </span>
      ))}
    </>
  )
}

/** A sentence stands in a line of the list. */
function inline(node: PaperNode): PaperNode {
  return typeof node === 'object' && 'tag' in node && node.tag === 'p' ? { ...node, tag: 'span' } : node
}
