import { type Child, type ChildOptions, startChild } from './child.ts'

export interface KeepAliveOptions extends Omit<ChildOptions, 'onExit'> {
  name: string
  report(line: string): void
  /** Milliseconds before the first restart; doubled at each, up to a minute; forgotten after a minute of life. */
  firstDelay?: number
}

/** Starts a child and starts it again whenever it ends by itself, ever more patiently. */
export function keepAlive(options: KeepAliveOptions): Child {
  const { name, report, firstDelay = 500 } = options
  let delay = firstDelay
  let timer: NodeJS.Timeout | undefined
  let child: Child

  const run = () => {
    const started = Date.now()
    child = startChild({
      ...options,
      onExit: (code) => {
        if (Date.now() - started > 60_000) delay = firstDelay
        report(`${name} ended (${code ?? 'killed'}) and starts again in ${delay / 1000} s; its words: ${options.log}`)
        timer = setTimeout(run, delay)
        delay = Math.min(delay * 2, 60_000)
      },
    })
  }
  run()

  return {
    get pid() {
      return child.pid
    },
    async stop(patience) {
      clearTimeout(timer)
      await child.stop(patience)
    },
  }
}
