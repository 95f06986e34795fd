'use client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { AuditPane } from './audit/audit-pane.tsx'
import { useFullAudit, useSmallAudit } from './audit/use-audits.ts'
import { CodeEditor, type CodeHandle } from './code/code-editor.tsx'
import { type Checked, useCheck } from './desk/use-check.ts'
import { Conflict } from './draft/conflict.tsx'
import type { Draft } from './draft/draft.ts'
import { useKeeper } from './draft/use-keeper.ts'
import { EditorHead } from './editor-head.tsx'
import { type Placed, placeFigure } from './figures/placing.ts'
import { HelpPane } from './help-pane.tsx'
import { type Filling, filledIn } from './preview/fill-in.ts'
import { PreviewPane } from './preview/preview-pane.tsx'
import { useGraded } from './preview/use-graded.ts'
import { type Answers, usePreview } from './preview/use-preview.ts'
import { ValuesPane } from './preview/values-pane.tsx'
import { ProblemList } from './problem-list.tsx'
import { type Tab, Tabs } from './tabs.tsx'
import { useWide } from './use-wide.ts'

/** Where a question is written: its text, and beside it what becomes of it. */
export function QuestionEditor({ draft, personId }: { draft: Draft; personId: string }) {
  const { t } = useMessages()
  const { slug } = draft
  const { keeper, view } = useKeeper(draft, personId)
  const code = useRef<CodeHandle>(null)
  const aside = useRef<HTMLDivElement>(null)
  const wide = useWide()
  const about = useMemo(() => ({ slug, tab: crypto.randomUUID() }), [slug])
  const [text, setText] = useState<string | null>(null)
  const [pane, setPane] = useState('write')
  const [seed, setSeed] = useState('preview')
  const [typed, setTyped] = useState<Answers>({})
  const [filling, setFilling] = useState<Filling | null>(null)
  const current = text ?? keeper?.text ?? draft.source

  const onCheck = useCallback(({ check, text: of }: Checked) => check && code.current?.show(check, of), [])
  const checked = useCheck(current, about, onCheck)
  const fresh = checked.check !== null && checked.text === current
  const readable = fresh && checked.check?.ok ? current : null
  const broken = checked.check !== null && !checked.check.ok
  const previewed = usePreview(readable, seed, about)
  const { preview } = previewed
  // what is filled in follows the numbers, until somebody types
  const answers = useMemo(() => (filling && preview ? filledIn(preview, filling) : typed), [filling, preview, typed])
  const graded = useGraded(previewed, answers, about)
  const small = useSmallAudit(readable, about)
  const full = useFullAudit(current)

  const onText = (next: string) => {
    setText(next)
    keeper?.edit(next)
  }
  const onFigure = (figure: Placed) => {
    const insertions = placeFigure(current, figure, code.current?.caret() ?? 0)
    code.current?.insert(insertions)
    return insertions.length > 0
  }
  const onSeed = (next: string) => {
    setTyped({})
    setSeed(next)
  }
  const goTo = (line: number, column: number) => {
    setPane('write')
    requestAnimationFrame(() => code.current?.goTo(line, column))
  }
  const save = useCallback(() => keeper?.flush() ?? Promise.resolve(null), [keeper])

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key === 's') {
        event.preventDefault()
        void save()
      } else if (event.key === 'F6') {
        event.preventDefault()
        if (aside.current?.contains(document.activeElement)) code.current?.focus()
        else aside.current?.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus()
      }
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [save])

  const sound = small.audit?.version === checked.check?.version ? (small.audit?.sound ?? null) : null
  const beside = besideTabs(t, sound)
  const problems = checked.check?.problems.length ?? 0
  const written: Tab = {
    id: 'write',
    name: t('authoring.write'),
    sign: problems > 0 ? { text: '✗', says: t('authoring.problems', { n: problems }), colour: 'text-wrong' } : null,
  }
  const shown = wide && pane === 'write' ? 'preview' : pane

  return (
    <div className="whole-width">
      <EditorHead
        draft={draft}
        title={checked.check?.title ?? draft.title}
        view={view}
        text={current}
        onFigure={onFigure}
        onSave={save}
      />
      {view?.theirs && keeper && (
        <Conflict
          theirs={view.theirs}
          onMine={() => keeper.keepMine()}
          onTheirs={() => code.current?.replace(keeper.takeTheirs())}
        />
      )}
      <div className="grid gap-x-6 lg:grid-cols-2">
        <div ref={aside} className="min-w-0 lg:order-2">
          <div className="sticky top-0 z-10 bg-paper">
            <Tabs
              label={t('authoring.panes')}
              tabs={wide ? beside : [written, ...beside]}
              shown={shown}
              onShow={setPane}
            />
          </div>
          {shown !== 'write' && (
            <div id={`pane-${shown}`} role="tabpanel" aria-labelledby={`tab-${shown}`} className="py-5">
              {shown === 'preview' && (
                <PreviewPane
                  previewed={previewed}
                  stale={broken}
                  seed={seed}
                  onSeed={onSeed}
                  answers={answers}
                  onAnswers={(next) => {
                    setFilling(null)
                    setTyped(next)
                  }}
                  filling={filling}
                  onFill={setFilling}
                  graded={graded}
                />
              )}
              {shown === 'values' && <ValuesPane preview={preview} />}
              {shown === 'audit' && (
                <AuditPane
                  version={readable === null ? null : (checked.check?.version ?? null)}
                  small={small.audit}
                  preview={preview}
                  working={small.working}
                  full={full}
                />
              )}
              {shown === 'help' && <HelpPane />}
            </div>
          )}
        </div>
        <div
          id="pane-write"
          {...(!wide && { role: 'tabpanel', 'aria-labelledby': 'tab-write' })}
          hidden={!wide && shown !== 'write'}
          className="min-w-0"
        >
          <div className="flex h-[78dvh] flex-col border border-line lg:sticky lg:top-2 lg:h-[calc(100dvh-11rem)] lg:min-h-96">
            {keeper && (
              <CodeEditor
                handle={code}
                text={keeper.text}
                slug={slug}
                tab={about.tab}
                readOnly={!draft.rights.edit}
                onText={onText}
              />
            )}
            <ProblemList checked={checked} onGo={goTo} />
          </div>
          <p id="editor-keys" className="sr-only">
            {t('authoring.keys')}
          </p>
        </div>
      </div>
    </div>
  )
}

type T = ReturnType<typeof useMessages>['t']

/** What stands beside the text. */
function besideTabs(t: T, sound: boolean | null): Tab[] {
  const sign =
    sound === null
      ? null
      : sound
        ? { text: '✓', says: t('authoring.auditSound'), colour: 'text-good' }
        : { text: '✗', says: t('authoring.auditUnsound'), colour: 'text-wrong' }
  return [
    { id: 'preview', name: t('authoring.preview') },
    { id: 'values', name: t('authoring.values') },
    { id: 'audit', name: t('authoring.audit'), sign },
    { id: 'help', name: t('authoring.guide') },
  ]
}
