import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Translate } from '../../../messages/catalogue.ts'
import { link, secondary } from '../../../site/buttons.ts'
import { DataTable } from '../../data-table.tsx'
import { groupsAddress } from '../../groups/group.ts'
import { StaffSection } from '../../staff-heading.tsx'
import { listAddress, nextAddress } from '../addresses.ts'
import { AssignButton, type Reviewer } from './assign-button.tsx'

export interface PartStanding {
  field: string
  number: number
  title: string
  label: string
  points: number
  answers: number
  waiting: number
  broken: number
  reviewed: number
  overridden: number
  claimed: { name: string; n: number }[]
  assigned: Reviewer[]
  mine: boolean
}

interface Props {
  examId: string
  parts: readonly PartStanding[]
  staff: readonly Reviewer[]
  mayAssign: boolean
  t: Translate
}

/** Every part of an exam, question by question: what waits, what is done, in whose hands, and the way in. */
export function PartsTable({ examId, parts, staff, mayAssign, t }: Props) {
  if (parts.length === 0) return <p>{t('reviewing.nothing')}</p>
  const numbers = [...new Set(parts.map(({ number }) => number))]
  return numbers.map((number) => {
    const those = parts.filter((part) => part.number === number)
    const title = t('reviewing.question', { number, title: those[0]?.title ?? '' })
    return (
      <StaffSection key={number} title={title}>
        <DataTable
          caption={title}
          columns={[
            { name: t('reviewing.part') },
            { name: t('reviewing.waiting'), numeric: true },
            { name: t('reviewing.reviewed'), numeric: true },
            { name: t('reviewing.byGrader'), numeric: true },
            { name: t('reviewing.inHands') },
            { name: t('reviewing.assigned') },
            { name: t('reviewing.review') },
          ]}
          rows={those.map((part) => ({
            key: part.field,
            cells: [
              <span key="part">
                {part.mine ? (
                  <Link
                    href={listAddress(examId, part.field)}
                    prefetch={false}
                    className={link}
                    aria-label={t('reviewing.allAnswersOf', named(part))}
                  >
                    {part.label}
                  </Link>
                ) : (
                  part.label
                )}
                <span className="block text-fine text-soft">{t('reviewing.worth', { points: part.points })}</span>
                {part.mine && part.answers > 0 && (
                  <Link
                    href={groupsAddress(examId, part.field)}
                    prefetch={false}
                    className={`${link} block text-fine`}
                    aria-label={t('groups.goOf', named(part))}
                  >
                    {t('groups.go')}
                  </Link>
                )}
              </span>,
              <Waiting key="waiting" part={part} t={t} />,
              part.reviewed + part.waiting === 0 ? '–' : part.reviewed,
              <span key="computed">
                {part.answers - part.waiting - part.reviewed}
                {part.overridden > 0 && (
                  <span className="block text-fine text-soft">{t('reviewing.overridden', { n: part.overridden })}</span>
                )}
              </span>,
              <Lines key="hands" lines={part.claimed.map((one) => t('reviewing.inHandsOf', one))} />,
              <Assigned key="assigned" part={part} t={t}>
                {mayAssign && (
                  <AssignButton
                    examId={examId}
                    part={part}
                    staff={staff}
                    name={t('reviewing.assignPart', named(part))}
                  />
                )}
              </Assigned>,
              part.waiting > 0 && part.mine ? (
                <Link
                  key="go"
                  href={nextAddress(examId, part.field)}
                  prefetch={false}
                  className={secondary}
                  aria-label={t('reviewing.reviewPart', named(part))}
                >
                  {t('reviewing.review')}
                </Link>
              ) : null,
            ],
          }))}
        />
      </StaffSection>
    )
  })
}

const named = ({ label, number }: PartStanding) => ({ label, number })

function Waiting({ part, t }: { part: PartStanding; t: Translate }) {
  return (
    <span>
      <span className={part.waiting > 0 ? 'font-semibold' : 'text-soft'}>{part.waiting}</span>
      {part.broken > 0 && (
        <span className="block text-fine text-wrong">{t('reviewing.brokenPart', { n: part.broken })}</span>
      )}
    </span>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line) => (
    <span key={line} className="block whitespace-nowrap">
      {line}
    </span>
  ))
}

function Assigned({ part, t, children }: { part: PartStanding; t: Translate; children: ReactNode }) {
  return (
    <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <span>
        {part.assigned.length > 0 ? (
          <Lines lines={part.assigned.map(({ name }) => name)} />
        ) : (
          <span className="text-soft">{t('reviewing.everybody')}</span>
        )}
      </span>
      {children}
    </span>
  )
}
