/** Over how long the pages of a hall spread what they would all do in the same moment, in milliseconds. */
const within = 1500

export function spread(run: () => void): void {
  setTimeout(run, within * Math.random())
}
