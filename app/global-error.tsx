'use client'
import { broken } from '../components/messages/en/broken.ts'
import ErrorPage from './error.tsx'
import './globals.css'

/** Shown where not even the frame of the pages could be made. */
export default function GlobalError(props: { reset: () => void }) {
  const said = typeof document !== 'undefined' && document.body?.dataset.broken
  return (
    <html lang="en">
      <body>{said ? <ErrorPage {...props} /> : broken}</body>
    </html>
  )
}
