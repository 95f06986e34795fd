'use client'
import { siteMessages } from '../components/site/error-messages.ts'
import { Notice } from '../components/site/notice.tsx'

/** Shown where a page fails. It needs no provider above it: that may be what failed. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <>
      <Notice title={siteMessages.broken} text={siteMessages.brokenText} href="/" action={siteMessages.toStart} />
      <p className="mx-auto -mt-16 max-w-measure px-5">
        <button type="button" className="interface min-h-9 text-accent underline" onClick={reset}>
          {siteMessages.tryAgain}
        </button>
      </p>
    </>
  )
}
