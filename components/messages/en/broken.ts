/** What is said where not even the page that had the words could be made: as few as possible, for every page brings them. */
export const broken = 'Something went wrong on our side'
