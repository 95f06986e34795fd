/**
 * Around what somebody typed: it keeps to its place, whatever its letters do. Long ones break, marks above marks are cut
 * off, and a change of direction ends where it ends.
 */
export const typed = 'wrap-anywhere overflow-clip [overflow-clip-margin:0.4em] [unicode-bidi:isolate]'
