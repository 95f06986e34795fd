'use client'
import { useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { CopyRubric } from './copy-rubric.tsx'
import { copied, draftOf } from './draft.ts'
import { EarlierRubrics } from './earlier-rubrics.tsx'
import { FileRubric } from './file-rubric.tsx'
import type { PresentRubric } from './rubric.ts'
import { RubricEditor } from './rubric-editor.tsx'
import { useRubric } from './use-rubric.ts'

/** The whole page of a part's rubric: its editor, and where else a rubric may come from or go to. */
export function RubricWorkshop({ start, locale, zone }: { start: PresentRubric; locale: string; zone: string }) {
  const { t } = useMessages()
  const { held, failed, reload, setDraft } = useRubric(start.exam.id, start.field, start)
  const [done, setDone] = useState<number | null>(null)
  if (!held) return null
  const { rubric, draft } = held
  return (
    <div className="flex flex-col gap-8">
      <p role="status" className="interface text-good empty:hidden">
        {done === null ? null : t('rubric.applied', { n: done })}
      </p>
      {failed ? (
        <p role="alert" className="interface text-wrong">
          {t('rubric.notFetched')}
        </p>
      ) : null}
      <RubricEditor
        key={rubric.version}
        rubric={rubric}
        draft={draft}
        onDraft={setDraft}
        onApplied={async ({ changed }) => {
          setDone(changed)
          await reload()
        }}
        onReload={reload}
      />
      <CopyRubric
        examId={rubric.exam.id}
        field={rubric.field}
        onCopy={(other, instead) => setDraft(copied(draft, other, instead))}
      />
      <FileRubric rubric={rubric} onTake={() => setDraft(draftOf({ base: 'zero', items: rubric.file }, draft.made))} />
      <EarlierRubrics
        rubric={rubric}
        locale={locale}
        zone={zone}
        onTake={(earlier) => setDraft(draftOf(earlier, draft.made))}
      />
    </div>
  )
}
