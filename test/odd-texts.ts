/** For tests: what arrives where a message was meant. */
export const oddTexts = {
  empty: '',
  emoji: '📦',
  oneWord: 'refund '.repeat(150_000),
  oneWordGlued: 'refund'.repeat(175_000),
  arabic: 'أين طلبي؟ لم يصل بعد',
  hebrew: 'איפה ההזמנה שלי? \u202bעדיין לא הגיעה\u202c',
  mixed: 'Mein Paket ist nicht angekommen. I am so angry! أين طلبي؟',
  html: '<html><head><style>p{color:red}</style></head><body><p class="a">My card was stolen</p></body></html>',
  htmlAlone: '<div><p></p><img src="x.png"></div>',
  base64: btoa('%PDF-1.4 x\u00e9z'.repeat(5000)),
  base64Lines: `${btoa('%PDF-1.4 x\u00e9z'.repeat(4))}\n`.repeat(500),
  stackTrace: `Exception in thread "main" java.lang.NullPointerException\n${'\tat com.acme.Order.load(Order.java:118)\n'.repeat(500)}`,
} as const
