'use client'
import { siteMessages } from '../components/site/error-messages.ts'
import './globals.css'

/** Shown where not even the frame of the pages could be made. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body className="mx-auto max-w-measure px-5 py-20">
        <h1 className="text-title font-semibold">{siteMessages.broken}</h1>
        <p className="my-6">{siteMessages.brokenText}</p>
        <button type="button" className="interface min-h-9 text-accent underline" onClick={reset}>
          {siteMessages.tryAgain}
        </button>
      </body>
    </html>
  )
}
