/** Whether this can be the key of an address: base64url of 128 bits or more. Shorter ones could be guessed and are not even looked up. */
export function isKey(text: string): boolean {
  return /^[A-Za-z0-9_-]{22,86}$/.test(text)
}
