'use client'
import { useMessages } from '../messages/provider.tsx'
import { SendButton } from '../staff/send-button.tsx'
import { StaffSection } from '../staff/staff-heading.tsx'
import { CheckLine } from './check-line.tsx'
import type { ShownCheck } from './checks.ts'

interface Props {
  examId: string
  /** titles of what was corrected since the exam was published */
  corrected: readonly string[]
  checks: readonly ShownCheck[]
}

/** Questions that were corrected while nobody had begun: taken in at once, unless the checklist has something red. */
export function DrawAnew({ examId, corrected, checks }: Props) {
  const { t } = useMessages()
  const red = checks.filter(({ standing }) => standing === 'bad')
  return (
    <StaffSection title={t('builder.corrected')}>
      <div className="interface flex max-w-measure flex-col gap-4">
        <ul className="list-disc pl-5">
          {corrected.map((title) => (
            <li key={title}>{title}</li>
          ))}
        </ul>
        <p>{t('builder.drawAnewLead')}</p>
        {red.length > 0 ? (
          <>
            <p className="text-wrong">{t('builder.drawAnewRed')}</p>
            <ul className="flex flex-col gap-2">
              {red.map((check) => (
                <li key={check.name} className="flex items-baseline gap-2.5">
                  <CheckLine examId={examId} check={check} />
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p>
            <SendButton main path={`/api/staff/v1/exams/${examId}/draw-anew`}>
              {t('builder.drawAnew', { n: corrected.length })}
            </SendButton>
          </p>
        )}
      </div>
    </StaffSection>
  )
}
