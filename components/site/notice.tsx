import type { ReactNode } from 'react'
import { secondary } from './buttons.ts'

interface Props {
  title: string
  text: string
  href?: string
  action?: string
  /** what else one may do, beside the action */
  children?: ReactNode
}

/** A page that has one thing to say, and where to go from there. */
export function Notice({ title, text, href, action, children }: Props) {
  return (
    <main id="content" className="mx-auto max-w-measure px-5 py-20 sm:py-28">
      <h1 className="text-title font-semibold">{title}</h1>
      <p className="mt-4 max-w-[52ch]">{text}</p>
      {href && action && (
        <p className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
          <a className={secondary} href={href}>
            {action}
          </a>
          {children}
        </p>
      )}
    </main>
  )
}
