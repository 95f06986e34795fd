'use client'
import type { KeyboardEvent } from 'react'
import type { PaperNode } from '../../../grader/answers/paper.ts'
import { useMessages } from '../../messages/provider.tsx'
import { Paper } from '../../paper/paper.tsx'
import { typed } from '../../paper/typed.ts'
import { quiet } from '../../site/buttons.ts'
import type { DraftItem } from './draft.ts'

export interface RowActs {
  change: (part: Partial<DraftItem>) => void
  move: (by: -1 | 1) => void
  addAfter: () => void
  remove: () => void
}

interface Props extends RowActs {
  /** of the page: fields are named after it */
  id: string
  item: DraftItem
  number: number
  of: number
  uses: number
  open: boolean
  /** the text as it reads, where that is not as it is typed */
  nodes: PaperNode[] | null
}

/** One item of a rubric: text, what it adds or takes away, and its place. */
export function ItemRow({ id, item, number, of, uses, open, nodes, ...acts }: Props) {
  const { t } = useMessages()
  const at = `${id}-${item.key}`

  function onKeyDown(event: KeyboardEvent) {
    const up = event.key === 'ArrowUp'
    if (event.altKey && (up || event.key === 'ArrowDown')) {
      event.preventDefault()
      acts.move(up ? -1 : 1)
    }
  }

  function onEnter(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing)
      return
    event.preventDefault()
    acts.addAfter()
  }

  function onTextKey(event: KeyboardEvent) {
    onEnter(event)
    if (event.key === 'Backspace' && item.id === null && item.says === '' && item.amount === '') {
      event.preventDefault()
      acts.remove()
    }
  }

  return (
    <li className="border-b border-rule py-3" onKeyDown={onKeyDown}>
      <fieldset className="flex min-w-0 flex-wrap items-start gap-x-3 gap-y-2">
        <legend className="sr-only">{t('rubric.item', { n: number })}</legend>
        <span aria-hidden="true" className="w-5 shrink-0 pt-1.5 text-right text-soft">
          {number}
        </span>
        <div className="min-w-0 grow basis-64">
          <textarea
            id={at}
            rows={1}
            className="ruled block w-full resize-none field-sizing-content"
            value={item.says}
            maxLength={2000}
            aria-label={t('rubric.says', { n: number })}
            aria-invalid={open && item.says.trim() === ''}
            onChange={(event) => acts.change({ says: event.target.value })}
            onKeyDown={onTextKey}
          />
          {nodes ? (
            <div className={`mt-1 border-l-2 border-rule pl-2 font-serif text-body ${typed}`}>
              <Paper nodes={nodes} />
            </div>
          ) : null}
        </div>
        <div className="flex grow flex-wrap items-center gap-2 pl-8 sm:grow-0 sm:pl-0">
          <button
            type="button"
            className={`${quiet} min-h-9 w-9 text-ui ${item.takes ? 'text-wrong' : 'text-good'}`}
            aria-label={t(item.takes ? 'rubric.takes' : 'rubric.adds', { n: number })}
            title={t(item.takes ? 'rubric.takes' : 'rubric.adds', { n: number })}
            onClick={() => acts.change({ takes: !item.takes })}
          >
            {item.takes ? '−' : '+'}
          </button>
          <input
            className="ruled w-16 text-right"
            inputMode="decimal"
            autoComplete="off"
            value={item.amount}
            aria-label={t('rubric.amount', { n: number })}
            aria-invalid={open && item.says.trim() !== ''}
            onChange={(event) => acts.change({ amount: event.target.value })}
            onKeyDown={onEnter}
          />
          <select
            className="ruled"
            value={item.unit}
            aria-label={t('rubric.unit', { n: number })}
            onChange={(event) => acts.change({ unit: event.target.value === 'share' ? 'share' : 'points' })}
          >
            <option value="points">{t('rubric.points')}</option>
            <option value="share">{t('rubric.percent')}</option>
          </select>
          <span className="flex grow items-center justify-between gap-3">
            <span className="text-fine text-soft sm:w-20 sm:text-right">
              {item.id === null ? t('rubric.new') : t('rubric.uses', { n: uses })}
            </span>
            <span className="flex items-center gap-1">
              <button
                type="button"
                className={quiet}
                disabled={number === 1}
                aria-label={t('rubric.up', { n: number })}
                onClick={() => acts.move(-1)}
              >
                ↑
              </button>
              <button
                type="button"
                className={quiet}
                disabled={number === of}
                aria-label={t('rubric.down', { n: number })}
                onClick={() => acts.move(1)}
              >
                ↓
              </button>
              <button
                type="button"
                className={quiet}
                aria-label={t('rubric.remove', { n: number })}
                onClick={acts.remove}
              >
                ×
              </button>
            </span>
          </span>
        </div>
      </fieldset>
    </li>
  )
}
