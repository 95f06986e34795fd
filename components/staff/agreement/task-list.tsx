import Link from 'next/link'
import type { Translate } from '../../messages/catalogue.ts'
import { primary, secondary } from '../../site/buttons.ts'
import { blindAddress } from './agreement.ts'

export interface Task {
  field: string
  title: string
  label: string
  calibration: { rule: string; left: number; of: number }
  second: number
}

/** What waits for who looks: sets to be scored before reviewing, answers to be scored again. */
export function TaskList({ examId, tasks, t }: { examId: string; tasks: readonly Task[]; t: Translate }) {
  if (tasks.length === 0) return <p>{t('agreement.noTasks')}</p>
  return (
    <ul className="interface flex flex-col gap-4">
      {tasks.map(({ field, title, label, calibration, second }) => (
        <li key={field} className="flex flex-col gap-2 sm:flex-row sm:flex-wrap sm:items-center sm:gap-4">
          <span className="font-semibold">{t('agreement.partHead', { title, label })}</span>
          {calibration.left > 0 ? (
            <Link href={blindAddress(examId, 'calibration', field)} prefetch={false} className={primary}>
              {t('agreement.calibrate', calibration)}
            </Link>
          ) : null}
          {second > 0 ? (
            <Link href={blindAddress(examId, 'second', field)} prefetch={false} className={secondary}>
              {t('agreement.second', { n: second })}
            </Link>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
