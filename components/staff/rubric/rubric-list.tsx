import Link from 'next/link'
import type { Translate } from '../../messages/catalogue.ts'
import { link } from '../../site/buttons.ts'
import { rubricPage } from './rubric.ts'

interface PartRow {
  field: string
  title: string
  label: string
  possible: number
  version: number
  items: number
  reviewed: number
  waiting: number
}

/** A part that a person has to do with; all others are computed, and may be given a rubric all the same. */
const isRead = ({ items, version, reviewed, waiting }: PartRow) => items + version + reviewed + waiting > 0

/** Every part of an exam, question by question, with how its rubric stands. */
export function RubricList({ examId, parts, t }: { examId: string; parts: readonly PartRow[]; t: Translate }) {
  if (parts.length === 0) return <p>{t('rubric.noParts')}</p>
  const computed = parts.filter((part) => !isRead(part))
  return (
    <>
      <Questions examId={examId} parts={parts.filter(isRead)} t={t} />
      {computed.length > 0 ? (
        <details className="mt-10 border-t border-rule pt-4">
          <summary className="interface text-accent">{t('rubric.computedParts', { n: computed.length })}</summary>
          <div className="mt-6">
            <Questions examId={examId} parts={computed} t={t} />
          </div>
        </details>
      ) : null}
    </>
  )
}

function Questions({ examId, parts, t }: { examId: string; parts: readonly PartRow[]; t: Translate }) {
  const questions = Map.groupBy(parts, ({ field }) => field.slice(0, field.indexOf('.')))
  return [...questions].map(([slug, all]) => (
    <section key={slug} className="mb-8">
      <h2 className="mb-1 text-body font-semibold">{all[0]?.title}</h2>
      <ul className="interface border-t border-line">
        {all.map((part) => (
          <li key={part.field} className="flex flex-wrap items-baseline gap-x-6 gap-y-0.5 border-b border-rule py-2.5">
            <Link
              href={rubricPage(examId, part.field)}
              prefetch={false}
              className={`${link} min-w-0 grow basis-64`}
              aria-label={`${part.title}: ${part.label}`}
            >
              {part.label}
            </Link>
            <span className="text-soft sm:w-80">{rubricFacts(part, t)}</span>
            <span className="text-soft sm:w-44 sm:text-right">{reviewFacts(part, t)}</span>
          </li>
        ))}
      </ul>
    </section>
  ))
}

function rubricFacts({ items, version, possible }: PartRow, t: Translate): string {
  const state = version > 0 ? t('rubric.editedTo', { version }) : items > 0 ? t('rubric.fromFile') : null
  const told = items > 0 ? t('rubric.itemsOf', { n: items }) : t('rubric.none')
  return [t('rubric.pointsOf', { n: possible }), told, ...(state ? [state] : [])].join(' · ')
}

function reviewFacts({ reviewed, waiting }: PartRow, t: Translate): string {
  return [
    ...(reviewed > 0 ? [t('rubric.reviewed', { n: reviewed })] : []),
    ...(waiting > 0 ? [t('rubric.waiting', { n: waiting })] : []),
  ].join(', ')
}
