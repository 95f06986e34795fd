import Link from 'next/link'
import type { PaperNode, PaperQuestion } from '../../grader/answers/paper.ts'
import type { Translate } from '../messages/catalogue.ts'
import { Label } from '../paper/label.tsx'
import { Paper } from '../paper/paper.tsx'
import { secondary } from '../site/buttons.ts'
import { FileProblems } from './file-problems.tsx'
import { Alternatives, type PreviewedAlternative } from './preview/alternatives.tsx'
import { type ExpectedField, ExpectedValues } from './preview/expected-values.tsx'
import { StaffSection } from './staff-heading.tsx'
import { TryQuestion } from './try-question.tsx'

interface Preview {
  slug: string
  seed: string
  paper: PaperQuestion | null
  solution: Record<string, PaperNode[]>
  problems: { line: number; column: number; message: string }[]
  expected: ExpectedField[]
  alternatives: PreviewedAlternative[]
  audit: { accepted: boolean; reasons: string[] } | null
}

/** A question drawn for any seed: its page as a student meets it, what the audit says, and its worked solution. */
export function QuestionPreview(props: { preview: Preview; another: string; t: Translate }) {
  const { preview, t } = props
  return (
    <>
      <form method="get" className="interface mb-8 flex flex-wrap items-end gap-3">
        <div>
          <label htmlFor="seed" className="eyebrow mb-1.5 block">
            {t('staff.seed')}
          </label>
          <input
            id="seed"
            name="seed"
            className="ruled"
            defaultValue={preview.seed}
            maxLength={80}
            aria-describedby="seed-hint"
          />
        </div>
        <button type="submit" className={secondary}>
          {t('staff.draw')}
        </button>
        <Link href={`?seed=${props.another}`} prefetch={false} className={secondary}>
          {t('staff.anotherSeed')}
        </Link>
        <p id="seed-hint" className="eyebrow basis-full">
          {t('staff.seedHint')}
        </p>
      </form>
      <FileProblems problems={preview.problems} t={t} />
      {preview.audit ? (
        <div className="interface mb-8 border-l-2 border-line pl-4">
          <p>{preview.audit.accepted ? t('staff.accepted') : t('staff.notAccepted')}</p>
          <ul className="text-soft">
            {preview.audit.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {preview.paper ? (
        <div className="max-w-measure">
          <h2 className="mb-4 text-lead font-semibold">{t('staff.theQuestion')}</h2>
          <TryQuestion key={preview.seed} question={preview.paper} />
        </div>
      ) : null}
      <StaffSection title={t('staff.solution')}>
        {(preview.paper?.fields ?? []).map((field) => (
          <div key={field.name} className="mb-6 max-w-measure">
            <h3 className="eyebrow mb-1.5">
              <Label of={field} />
            </h3>
            <Paper nodes={preview.solution[field.name] ?? []} />
          </div>
        ))}
      </StaffSection>
      {preview.expected.length > 0 && (
        <StaffSection title={t('staff.expectedValues')}>
          <ExpectedValues fields={preview.expected} t={t} />
        </StaffSection>
      )}
      <StaffSection title={t('staff.alternatives')}>
        <Alternatives all={preview.alternatives} t={t} />
      </StaffSection>
    </>
  )
}
