/** Why the certificate of a mail server is not accepted, and what to do; null when that is not what went wrong. */
export function whyUntrusted({
  message,
}: Error): { readonly problem: string; readonly remedy: string } | null {
  if (/certificate has expired/i.test(message)) {
    return { problem: 'The certificate of the mail server has run out.', remedy: 'Have it renewed.' }
  }
  if (/does not match certificate/i.test(message)) {
    return {
      problem: 'The mail server shows the certificate of another computer.',
      remedy: 'Enter the name of the computer as the certificate says it.',
    }
  }
  if (/self.signed certificate|unable to (verify|get).*(certificate|issuer)/i.test(message)) {
    return {
      problem: 'The certificate of the mail server is signed by nobody whom this machine trusts.',
      remedy: 'Start Outside-In with NODE_EXTRA_CA_CERTS naming the file of whoever signed it.',
    }
  }
  return null
}
