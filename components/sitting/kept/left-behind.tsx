'use client'
import { useEffect, useState } from 'react'
import { link } from '../../site/buttons.ts'
import { isOpenHere } from '../tabs/lock-name.ts'

interface Left {
  attemptId: string
  text: string
  action: string
}

/** Those whose answers no tab is about to send. */
async function leftOf(attempts: readonly Left[]): Promise<Left[]> {
  const { unsentOnDevice } = await import('../engine/journal/whole-device.ts')
  const unsent = await unsentOnDevice()
  const left = attempts.filter(({ attemptId }) => unsent.has(attemptId))
  const open = await Promise.all(left.map(({ attemptId }) => isOpenHere(attemptId)))
  return left.filter((_, k) => !open[k])
}

/**
 * Says of the student's own exams which of them left answers on this device that the server was never told of: a page that
 * was closed without a network sends them only when it is opened again. Looked for when the page has come to rest.
 */
export function LeftBehind({ attempts }: { attempts: readonly Left[] }) {
  const [left, setLeft] = useState<readonly Left[]>([])
  useEffect(() => {
    let current = true
    // a browser that keeps nothing has nothing left behind
    void leftOf(attempts).then(
      (found) => current && setLeft(found),
      () => {},
    )
    return () => {
      current = false
    }
  }, [attempts])
  return (
    <div role="status" className="interface mx-auto max-w-3xl empty:hidden">
      {left.map(({ attemptId, text, action }) => (
        <p key={attemptId} className="mt-6 border-l-4 border-caution bg-wash px-4 py-2.5">
          {text}{' '}
          <a className={link} href={`/attempts/${attemptId}`}>
            {action}
          </a>
        </p>
      ))}
    </div>
  )
}
