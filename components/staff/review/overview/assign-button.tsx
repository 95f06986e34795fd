'use client'
import { Dialog } from '@base-ui/react/dialog'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useMessages } from '../../../messages/provider.tsx'
import { primary, quiet, secondary } from '../../../site/buttons.ts'
import { sendJson } from '../../send-json.ts'

export interface Reviewer {
  personId: string
  name: string
}

interface Props {
  examId: string
  part: { field: string; label: string; assigned: readonly Reviewer[] }
  staff: readonly Reviewer[]
  name: string
}

/** Says who reviews a part. */
export function AssignButton({ examId, part, staff, name }: Props) {
  const { t } = useMessages()
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [people, setPeople] = useState<readonly string[]>([])
  const begin = (opens: boolean) => {
    if (opens) setPeople(part.assigned.map(({ personId }) => personId))
    setRefusal(null)
    setOpen(opens)
  }
  const save = async () => {
    const sent = await sendJson(`/api/staff/v1/exams/${examId}/review/assignments`, { field: part.field, people })
    if (!sent.ok) return setRefusal(sent.message ?? t('staff.unreachable'))
    setOpen(false)
    router.refresh()
  }
  return (
    <Dialog.Root open={open} onOpenChange={begin}>
      <Dialog.Trigger className={quiet} aria-label={name}>
        {t('reviewing.assign')}
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-20 bg-ink/45 dark:bg-paper/75" />
        <Dialog.Popup className="fixed inset-x-3 top-1/2 z-30 mx-auto flex max-h-[calc(100dvh-2rem)] max-w-md -translate-y-1/2 flex-col border-t-4 border-accent bg-paper p-6 text-ink">
          <Dialog.Title className="text-lead font-semibold">
            {t('reviewing.assignTitle', { label: part.label })}
          </Dialog.Title>
          <Dialog.Description className="interface mt-2 text-soft">{t('reviewing.assignLead')}</Dialog.Description>
          <div className="interface mt-4 min-h-0 overflow-y-auto">
            {staff.map(({ personId, name: person }) => (
              <label key={personId} className="flex min-h-9 items-center gap-2.5">
                <input
                  type="checkbox"
                  className="size-4 accent-accent"
                  checked={people.includes(personId)}
                  onChange={({ target }) =>
                    setPeople(target.checked ? [...people, personId] : people.filter((one) => one !== personId))
                  }
                />
                {person}
              </label>
            ))}
          </div>
          <p role="alert" className="interface mt-3 text-wrong empty:hidden">
            {refusal}
          </p>
          <div className="mt-5 flex flex-wrap justify-end gap-3">
            <Dialog.Close className={secondary}>{t('reviewing.cancel')}</Dialog.Close>
            <button type="button" className={primary} onClick={() => void save()}>
              {t('reviewing.assignSave')}
            </button>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
