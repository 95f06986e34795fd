/** What came of a change, heard as well as seen. */
export function Outcome({ message }: { message: { ok: boolean; text: string } | null }) {
  return (
    <span role="status" className={`interface ${message?.ok === false ? 'text-wrong' : 'text-soft'}`}>
      {message?.text}
    </span>
  )
}
