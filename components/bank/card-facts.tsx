import type { Translate } from '../messages/catalogue.ts'
import type { BankCard } from './card.ts'

const percent = (share: number) => Math.round(100 * share)

/** What is known of a question, in lines of small words: what it asks, how it was used, how it went. */
export function CardFacts({ card, t, day }: { card: BankCard; t: Translate; day: (iso: string) => string }) {
  const { kinds, points, problems, used, statistics } = card
  const asks = kinds.map((kind) => t('bank.kind', { kind })).join(', ')
  const lines = [
    problems > 0 ? t('bank.problems', { n: problems }) : t('bank.asks', { asks, points }),
    used.exams > 0
      ? t('bank.used', { n: used.exams, when: used.last ? day(used.last) : t('bank.noDay') })
      : t('bank.unused'),
  ]
  if (statistics) lines.push(resultOf(statistics, t))
  else if (card.difficulty) lines.push(t('bank.expected', { difficulty: card.difficulty }))
  return (
    <p className="interface text-soft">
      {lines.map((line, k) => (
        <span key={line} className={k === 0 && problems > 0 ? 'text-wrong' : undefined}>
          {k > 0 ? <span aria-hidden="true"> · </span> : null}
          {line}
        </span>
      ))}
    </p>
  )
}

function resultOf({ answers, facility, discrimination }: NonNullable<BankCard['statistics']>, t: Translate): string {
  const facts = t('bank.facility', { percent: percent(facility), n: answers })
  if (discrimination === null) return facts
  return `${facts}, ${t('bank.discrimination', { value: discrimination })}`
}

/** Whose a question is, and what it is besides: a draft, the course's tags. */
export function CardMarks({ card, t }: { card: BankCard; t: Translate }) {
  const marks = [
    card.course === null
      ? t('bank.house')
      : card.right === 'own'
        ? card.course.title
        : t('bank.sharedBy', { course: card.course.title, right: card.right }),
    ...(card.standing === 'draft' ? [t('bank.draftOnly')] : card.draft ? [t('bank.draftBeside')] : []),
    ...card.shares.map(({ title, right }) => t('bank.sharedWith', { course: title, right })),
    ...card.topics,
  ]
  return (
    <p className="interface text-soft">
      {marks.join(' · ')}
      {card.tags.map((tag) => (
        <span key={tag} className="ml-2 inline-block rounded-xs border border-line px-1.5 text-fine text-ink">
          {tag}
        </span>
      ))}
    </p>
  )
}
