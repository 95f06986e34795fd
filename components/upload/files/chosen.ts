/** Files as a form, a drop or the clipboard gives them. */
export function chosen(list: FileList | null | undefined): { name: string; blob: Blob }[] {
  return [...(list ?? [])].filter(takes).map((file) => ({ name: file.name.slice(0, 100), blob: file }))
}

/** What may be a page; the server looks for itself. */
export const takes = (file: Blob) =>
  file.type.startsWith('image/') || file.type === 'application/pdf' || file.type === ''
export const accepted = 'image/jpeg,image/png,image/webp,image/heic,image/heif,application/pdf'
