'use client'
import { useEffect, useId, useRef } from 'react'
import type { PaperNode } from '../../../grader/answers/paper.ts'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'
import { added, changed, type Draft, moved, removed } from './draft.ts'
import { ItemRow } from './item-row.tsx'
import type { RowKeys, Texts, Uses } from './rubric.ts'

/** A text that reads as it is typed needs no second setting. */
function reads(nodes: PaperNode[] | undefined, says: string): PaperNode[] | null {
  if (!nodes) return null
  const [only] = nodes
  const plain = nodes.length === 1 && typeof only === 'object' && 'children' in only && only.children.join('') === says
  return plain ? null : nodes
}

/** The items of a draft, one under the other; what is added or moved keeps the focus. */
export function ItemRows(props: {
  draft: Draft
  onChange: (draft: Draft) => void
  uses: Uses
  unfinished: RowKeys
  texts: Texts
}) {
  const { draft, onChange, uses, unfinished, texts } = props
  const { t } = useMessages()
  const id = useId()
  const focused = useRef<string | null>(null)
  useEffect(() => {
    if (focused.current) document.getElementById(`${id}-${focused.current}`)?.focus()
    focused.current = null
  })

  function add(after: string | null) {
    const { draft: next, key } = added(draft, after)
    focused.current = key
    onChange(next)
  }

  function remove(key: string) {
    const place = draft.items.findIndex((item) => item.key === key)
    focused.current = (draft.items[place + 1] ?? draft.items[place - 1])?.key ?? null
    onChange(removed(draft, key))
  }

  return (
    <div>
      {draft.items.length === 0 ? <p className="py-3 text-soft">{t('rubric.empty')}</p> : null}
      <ol className="border-t border-rule empty:border-0">
        {draft.items.map((item, k) => (
          <ItemRow
            key={item.key}
            id={id}
            item={item}
            number={k + 1}
            of={draft.items.length}
            uses={item.id === null ? 0 : (uses.get(item.id) ?? 0)}
            open={unfinished.has(item.key)}
            nodes={reads(texts.get(item.says.trim()), item.says.trim())}
            change={(part) => onChange(changed(draft, item.key, part))}
            move={(by) => {
              focused.current = item.key
              onChange(moved(draft, item.key, by))
            }}
            addAfter={() => add(item.key)}
            remove={() => remove(item.key)}
          />
        ))}
      </ol>
      <button
        type="button"
        className={`${secondary} mt-3`}
        disabled={draft.items.length >= 60}
        onClick={() => add(null)}
      >
        {t('rubric.add')}
      </button>
    </div>
  )
}
