'use client'

/** Shown where a page fails. Every page carries it, so it is small: its words stand in the document, its looks are few. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  const { broken, text, again } = document.body.dataset
  return (
    <main id="content" className="mx-auto max-w-measure px-5 py-20">
      <h1 className="text-title font-semibold">{broken}</h1>
      <p className="my-6">{text}</p>
      <button type="button" className="interface text-accent underline" onClick={reset}>
        {again}
      </button>
    </main>
  )
}
