'use client'
import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import { useMessages } from '../messages/provider.tsx'
import { quiet } from '../site/buttons.ts'
import { MathMarkup } from './math.tsx'
import type { Reading } from './reading.ts'

interface Props {
  id: string
  reading: Reading | null
  disabled: boolean
  onChoose: (answer: RawAnswer) => void
}

/**
 * Says, politely and beneath the field, how a formula was read, why an answer cannot be read, or asks which of several
 * readings is meant.
 */
export function ReaderNote({ id, reading, disabled, onChoose }: Props) {
  const { t } = useMessages()
  return (
    <div id={id} role="status" className="interface max-w-measure text-fine empty:hidden">
      {reading?.state === 'read' && (
        <p className="mt-1.5 flex flex-wrap items-baseline gap-x-3 text-soft">
          {t('fields.weRead')}
          <span className="max-w-full overflow-x-auto py-1 text-body text-ink">
            <MathMarkup node={reading.math} />
          </span>
        </p>
      )}
      {reading?.state === 'read' &&
        reading.warnings.map((warning) => (
          <p key={warning} className="mt-1 flex gap-2 text-caution">
            <span aria-hidden="true">△</span>
            {warning}
          </p>
        ))}
      {reading && reading.state !== 'read' && (
        <div className="mt-1.5 flex gap-2 text-caution">
          <span aria-hidden="true">△</span>
          <div>
            <p>{reading.message}</p>
            {reading.state === 'ambiguous' && (
              <div className="mt-1 flex flex-wrap items-center gap-2">
                {t('fields.meant')}
                {reading.readings.map((one) => (
                  <button
                    key={one.label}
                    type="button"
                    className={quiet}
                    disabled={disabled}
                    onClick={() => onChoose(one.answer)}
                  >
                    {one.label}
                  </button>
                ))}
              </div>
            )}
          </div>
        </div>
      )}
    </div>
  )
}
