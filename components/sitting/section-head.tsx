/** The heading of a section, above its first question, and what its author says of the questions under it. */
export function SectionHead({ title, instructions }: { title: string; instructions: string }) {
  return (
    <div className="border-t-2 border-ink pt-8 pb-6">
      {title !== '' && <p className="text-title leading-snug font-semibold">{title}</p>}
      {instructions !== '' && <p className="mt-2 whitespace-pre-line text-soft">{instructions}</p>}
    </div>
  )
}
