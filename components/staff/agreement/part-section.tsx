import type { Translate } from '../../messages/catalogue.ts'
import { short } from '../progress/seconds.ts'
import type { PartAgreement } from './agreement.ts'
import { Calibrated } from './calibrated.tsx'
import { DrawForm } from './draw-form.tsx'
import { KappaText } from './kappa-text.tsx'
import { RuleForm } from './rule-form.tsx'

/** One part: what it asks for beyond one score, and how those agree who gave it. */
export function PartSection({ examId, part, t }: { examId: string; part: PartAgreement; t: Translate }) {
  const { field, title, label, rule, set, seconds } = part
  const name = t('agreement.partHead', { title, label })
  const given = seconds.points.n
  return (
    <section aria-label={name} className="flex flex-col gap-4 border-t border-rule py-6">
      <h3 className="interface font-semibold">{name}</h3>
      <RuleForm examId={examId} field={field} name={name} rule={rule} />
      <div className="interface flex flex-wrap items-end gap-x-6 gap-y-3">
        <p>{t('agreement.set', { n: set })}</p>
        <DrawForm examId={examId} field={field} name={name} />
      </div>
      <Calibrated part={part} t={t} />
      {seconds.wanted > 0 || given > 0 ? (
        <div className="interface">
          <h4 className="eyebrow mb-1">{t('agreement.seconds')}</h4>
          <p>{t('agreement.secondsNow', { wanted: seconds.wanted, given, waiting: seconds.waiting })}</p>
          {given > 0 ? (
            <dl className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
              <dt className="text-soft">{t('agreement.samePoints')}</dt>
              <dd>
                <KappaText kappa={seconds.same} t={t} />
              </dd>
              <dt className="text-soft">{t('agreement.howFar')}</dt>
              <dd>
                <KappaText kappa={seconds.points} t={t} />
              </dd>
              <dd className="sm:col-span-2">
                {t('agreement.secondsApart', {
                  apart: short(seconds.apart),
                  beyond: seconds.beyond,
                  open: seconds.open,
                })}
              </dd>
            </dl>
          ) : null}
        </div>
      ) : null}
    </section>
  )
}
