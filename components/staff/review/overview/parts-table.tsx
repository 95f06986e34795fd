import Link from 'next/link'
import type { Translate } from '../../../messages/catalogue.ts'
import { Label } from '../../../paper/label.tsx'
import { link, secondary } from '../../../site/buttons.ts'
import { groupsAddress } from '../../groups/group.ts'
import { Scrolling } from '../../scrolling.tsx'
import { listAddress, nextAddress } from '../addresses.ts'
import { AssignButton, type Reviewer } from './assign-button.tsx'
import { byQuestion, type PartStanding } from './standing.ts'

interface Props {
  examId: string
  parts: readonly PartStanding[]
  staff: readonly Reviewer[]
  mayAssign: boolean
  /** also parts with which nobody has anything to do */
  everything: boolean
  t: Translate
}

/** What a narrow screen shows below the part's name instead. */
const wide = 'hidden sm:table-cell'
const cell = 'px-3 py-2.5 first:pl-0 last:pr-0'

/** Every part of an exam, question by question: what waits, what is done, in whose hands, and the way in. */
export function PartsTable({ examId, parts, staff, mayAssign, everything, t }: Props) {
  if (parts.length === 0) return <p>{t('reviewing.nothing')}</p>
  const heads = [
    { name: t('reviewing.part') },
    { name: t('reviewing.waiting'), numeric: true },
    { name: t('reviewing.reviewed'), numeric: true },
    { name: t('reviewing.byGrader'), numeric: true, wide: true },
    { name: t('reviewing.inHands'), wide: true },
    { name: t('reviewing.assigned'), wide: true },
    { name: t('reviewing.review') },
  ]
  return (
    <Scrolling name={t('reviewing.allParts')}>
      <table className="interface w-full border-collapse text-left">
        <caption className="sr-only">{t('reviewing.allParts')}</caption>
        <thead>
          <tr className="border-b border-line">
            {heads.map((head) => (
              <th
                key={head.name}
                scope="col"
                className={`eyebrow px-3 py-2 font-normal first:pl-0 last:pr-0 ${head.numeric ? 'text-right' : ''} ${head.wide ? wide : ''}`}
              >
                {head.name}
              </th>
            ))}
          </tr>
        </thead>
        {byQuestion(parts, everything).map(({ number, title, shown, hidden }) => (
          <tbody key={number}>
            <tr className="border-b border-rule">
              <th scope="rowgroup" colSpan={heads.length} className="pt-7 pb-2 text-left font-semibold">
                {t('reviewing.question', { number, title })}
                {hidden > 0 && (
                  <span className="ml-3 font-normal text-fine whitespace-nowrap text-soft">
                    {t('reviewing.quietParts', { n: hidden })}
                  </span>
                )}
              </th>
            </tr>
            {shown.map((part) => (
              <Row key={part.field} part={part} examId={examId} staff={staff} mayAssign={mayAssign} t={t} />
            ))}
          </tbody>
        ))}
      </table>
    </Scrolling>
  )
}

function Row({ part, examId, staff, mayAssign, t }: Omit<Props, 'parts' | 'everything'> & { part: PartStanding }) {
  const { label, number, field } = part
  const named = { label, number }
  const claimed = part.claimed.map((one) => t('reviewing.inHandsOf', one))
  const people = part.assigned.map(({ name }) => name)
  return (
    <tr className="border-b border-rule align-baseline">
      <td className={cell}>
        {part.mine ? (
          <Link
            href={listAddress(examId, field)}
            prefetch={false}
            className={link}
            aria-label={t('reviewing.allAnswersOf', named)}
          >
            <Label of={part} />
          </Link>
        ) : (
          <Label of={part} />
        )}
        <span className="block text-fine whitespace-nowrap text-soft">
          {t('reviewing.worth', { points: part.points })}
        </span>
        <span className="block text-fine text-soft sm:hidden">{[...people, ...claimed].join(' · ')}</span>
      </td>
      <td className={`${cell} text-right tabular-nums`}>
        <span className={part.waiting > 0 ? 'font-semibold' : 'text-soft'}>{part.waiting}</span>
        {part.broken > 0 && (
          <span className="block text-fine text-wrong">{t('reviewing.brokenPart', { n: part.broken })}</span>
        )}
      </td>
      <td className={`${cell} text-right tabular-nums`}>
        {part.reviewed + part.waiting === 0 ? <span className="text-soft">–</span> : part.reviewed}
      </td>
      <td className={`${cell} ${wide} text-right tabular-nums`}>
        {part.answers - part.waiting - part.reviewed}
        {part.overridden > 0 && (
          <span className="block text-fine text-soft">{t('reviewing.overridden', { n: part.overridden })}</span>
        )}
      </td>
      <td className={`${cell} ${wide}`}>
        <Lines lines={claimed} />
      </td>
      <td className={`${cell} ${wide}`}>
        <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <span>
            {people.length > 0 ? (
              <Lines lines={people} />
            ) : (
              <span className="text-soft">{t('reviewing.everybody')}</span>
            )}
          </span>
          {mayAssign && (
            <AssignButton examId={examId} part={part} staff={staff} name={t('reviewing.assignPart', named)} />
          )}
        </span>
      </td>
      <td className={cell}>
        <span className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          {part.waiting > 0 && part.mine && (
            <Link
              href={nextAddress(examId, field)}
              prefetch={false}
              className={secondary}
              aria-label={t('reviewing.reviewPart', named)}
            >
              {t('reviewing.review')}
            </Link>
          )}
          {part.answers > 1 && part.mine && (
            <Link
              href={groupsAddress(examId, field)}
              prefetch={false}
              className={link}
              aria-label={t('groups.goOf', { label })}
            >
              {t('groups.go')}
            </Link>
          )}
        </span>
      </td>
    </tr>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line) => (
    <span key={line} className="block whitespace-nowrap">
      {line}
    </span>
  ))
}
