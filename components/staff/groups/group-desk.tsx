'use client'
import { useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { link, quiet, secondary } from '../../site/buttons.ts'
import { type Draft, draftPoints, toggled } from '../review/session/draft.ts'
import { DecisionForm } from './decision-form.tsx'
import { effectOf } from './effect.ts'
import type { GroupDetail } from './group.ts'
import { MemberList } from './member-list.tsx'
import { Regroup } from './regroup.tsx'
import { Reviewed } from './reviewed.tsx'
import { useGroup } from './use-group.ts'
import { useKeys } from './use-keys.ts'

interface Props {
  examId: string
  field: string
  group: GroupDetail
  name: string
  others: readonly { id: string; name: string }[]
}

const blank: Draft = { ticked: [], adjustment: null, comment: '', reason: '' }

/** One group of answers, and one decision over those of them that are ticked. */
export function GroupDesk({ examId, field, group, name, others }: Props) {
  const { t } = useMessages()
  const desk = useGroup(examId, field, group)
  const [except, setExcept] = useState<ReadonlySet<string>>(new Set())
  const [draft, setDraft] = useState<Draft>(blank)
  const [again, setAgain] = useState(false)
  const { members } = group
  const effect = effectOf(members, except, again)
  const ready = draftPoints(group, draft) !== null && effect.answers.length > 0

  function toggle(submissionId: string) {
    const now = new Set(except)
    if (!now.delete(submissionId)) now.add(submissionId)
    setExcept(now)
  }

  async function decide() {
    if (!ready || desk.busy || (effect.needsReason && draft.reason.trim() === '')) return
    if (await desk.decide(effect, draft, again)) {
      setDraft(blank)
      setAgain(false)
    }
  }

  const takeOut = (submissionId: string) => void desk.change({ act: 'move', answers: [submissionId] })
  useKeys({
    item: (place) => {
      const item = group.rubric.items[place]
      if (item) setDraft(toggled(draft, item.id))
    },
    move: (by) => focusMember(by),
    takeOut: () => {
      const submissionId = focused()
      if (submissionId && members.length > 1) takeOut(submissionId)
    },
    decide: () => void decide(),
  })

  const hidden = members.length - desk.answers.length
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <section className="min-w-0" aria-label={t('groups.members')}>
        {desk.done ? <Reviewed examId={examId} field={field} done={desk.done} answers={desk.answers} /> : null}
        <p role="alert" className="interface text-wrong empty:hidden">
          {desk.refused}
        </p>
        <p className="interface mb-3 flex flex-wrap items-center gap-x-3 gap-y-2 text-soft">
          <span className="grow">{t('groups.membersLead')}</span>
          <a href="#decision" className={`${link} lg:hidden`}>
            {t('groups.toDecision')}
          </a>
          <button type="button" className={quiet} onClick={() => setExcept(new Set())}>
            {t('groups.all')}
          </button>
          <button
            type="button"
            className={quiet}
            onClick={() => setExcept(new Set(members.map(({ submissionId }) => submissionId)))}
          >
            {t('groups.noneTicked')}
          </button>
        </p>
        <MemberList
          examId={examId}
          field={field}
          members={members}
          answers={desk.answers}
          except={except}
          onToggle={toggle}
          onTakeOut={takeOut}
          busy={desk.busy}
        />
        {hidden > 0 ? (
          <p className="interface mt-4 flex flex-wrap items-center gap-3">
            <button type="button" className={secondary} disabled={desk.busy} onClick={desk.loadMore}>
              {t('groups.more', { n: Math.min(hidden, 40) })}
            </button>
            <span className="text-soft">{t('groups.notShown', { n: hidden })}</span>
          </p>
        ) : null}
      </section>
      <div id="decision" className="lg:sticky lg:top-4 lg:max-h-dvh lg:self-start lg:overflow-y-auto lg:px-1 lg:pb-4">
        <h2 className="mb-4 text-lead font-semibold">{t('groups.decision')}</h2>
        <DecisionForm
          examId={examId}
          field={field}
          group={group}
          draft={draft}
          onDraft={setDraft}
          effect={effect}
          before={members.filter((one) => one.decided && !except.has(one.submissionId)).length}
          again={again}
          onAgain={setAgain}
          busy={desk.busy}
          onDecide={() => void decide()}
        />
        <p className="interface mt-3 hidden text-fine text-soft lg:block">{t('groups.keys')}</p>
        <Regroup
          groupId={group.id}
          name={name}
          others={others}
          unticked={[...except].filter((one) => members.some(({ submissionId }) => submissionId === one))}
          busy={desk.busy}
          onChange={desk.change}
        />
      </div>
    </div>
  )
}

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-member]')]
const at = () => rows().findIndex((row) => row.contains(document.activeElement))

/** The answer that the keyboard stands on. */
function focused(): string | null {
  return rows()[at()]?.dataset.member ?? null
}

function focusMember(by: 1 | -1) {
  const place = at()
  const next = place < 0 ? 0 : place + by
  rows()[next]?.querySelector<HTMLElement>('input')?.focus()
}
