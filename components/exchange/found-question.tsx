'use client'
import { useMessages } from '../messages/provider.tsx'
import { Scrolling } from '../staff/scrolling.tsx'
import { kindsOf, type ReadQuestion, standingOf } from './exchange.ts'

interface Props {
  question: ReadQuestion
  chosen: boolean
  onChoose: (on: boolean) => void
}

const tones = { ready: 'text-good', work: 'text-caution', lost: 'text-wrong' }

/** A question of the file: what it was and becomes, what was not carried, and what it is as a question file. */
export function FoundQuestion({ question, chosen, onChoose }: Props) {
  const { t } = useMessages()
  const { title, was, source, problems, notes } = question
  const standing = standingOf(question)
  const kinds = kindsOf(question).map(({ kind, n }) => t('exchange.fields', { n, kind: t('exchange.field', { kind }) }))
  const line =
    source === null ? t('exchange.wasOnly', { was }) : t('exchange.becomes', { was, kinds: kinds.join(', ') })
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-3 border-b border-rule py-4">
      <span>
        {source === null ? null : (
          <input
            type="checkbox"
            className="size-5"
            checked={chosen}
            aria-label={t('exchange.takeNamed', { title })}
            onChange={(event) => onChoose(event.target.checked)}
          />
        )}
      </span>
      <div className="min-w-0">
        <h2 className="font-semibold break-words">{title}</h2>
        <p className="text-soft">
          <span className={`font-semibold ${tones[standing]}`}>{t('exchange.standing', { standing })}</span>
          <span aria-hidden="true"> · </span>
          <span className="break-words">{line}</span>
        </p>
        {problems.length > 0 ? (
          <ul className="mt-2 text-wrong">
            {problems.map(({ line: at, column, message }) => (
              <li key={`${at} ${column} ${message}`} className="break-words">
                {t('exchange.problemAt', { line: at, message })}
              </li>
            ))}
          </ul>
        ) : null}
        {notes.length > 0 ? (
          <ul className="mt-2 list-disc pl-5">
            {notes.map((note) => (
              <li key={note} className="break-words">
                {note}
              </li>
            ))}
          </ul>
        ) : null}
        {source === null ? null : (
          <details className="mt-2">
            <summary className="cursor-pointer text-accent">{t('exchange.source')}</summary>
            <Scrolling name={t('exchange.source')}>
              <pre className="mt-2 border border-rule bg-sheet p-3 font-mono text-fine">{source}</pre>
            </Scrolling>
          </details>
        )}
      </div>
    </li>
  )
}
