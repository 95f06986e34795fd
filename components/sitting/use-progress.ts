'use client'
import { useCallback, useRef, useSyncExternalStore } from 'react'
import { pagesOf } from '../../grader/answers/pages.ts'
import type { PaperQuestion } from '../../grader/answers/paper.ts'
import type { SaveEngine } from './engine/save-engine.ts'
import { progressOf, type QuestionProgress } from './progress.ts'

/** Progress of all questions; a new list only when something in it changed, so that typing seldom redraws it. */
export function useProgress(engine: SaveEngine, questions: readonly PaperQuestion[]): readonly QuestionProgress[] {
  const last = useRef<{ mark: string; all: QuestionProgress[] }>({ mark: '', all: [] })
  const read = useCallback(() => {
    const answers = engine.answers()
    const all = questions.map((question) =>
      progressOf(
        question,
        (key) => engine.shown(key).value,
        (key) => pagesOf(answers, key).length,
      ),
    )
    const mark = all.map(({ fullness, flagged }) => `${fullness}${flagged}`).join()
    if (mark !== last.current.mark) last.current = { mark, all }
    return last.current.all
  }, [engine, questions])
  return useSyncExternalStore(engine.subscribe, read, read)
}
