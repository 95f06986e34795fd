import type { Translate } from '../messages/catalogue.ts'

interface Problem {
  line: number
  column: number
  message: string
}

/** What is wrong in a question file, with line and column. */
export function FileProblems(props: { problems: readonly Problem[]; t: Translate }) {
  if (props.problems.length === 0) return null
  return (
    <ul className="interface mt-2 flex flex-col gap-1 text-wrong">
      {props.problems.map((problem) => (
        <li key={`${problem.line}:${problem.column}:${problem.message}`}>
          {props.t('staff.fileProblem', { line: problem.line, column: problem.column, message: problem.message })}
        </li>
      ))}
    </ul>
  )
}
