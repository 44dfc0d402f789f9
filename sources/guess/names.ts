import type { MappedField } from '../../core/interactions/mapping.ts'
import { toWords } from './profile.ts'

/** How surely a column's name, in lower-case words, speaks for a field: patterns with a score, the first match counts. */
type Patterns = readonly (readonly [RegExp, number])[]

const customer =
  'customer|client|caller|complainant|requester|requestor|end user|consumer|member|subscriber|patient|guest|citizen|passenger|shopper|buyer|payer|cust|kunde|kunden|kundin|cliente|cliente final|demandeur|solicitante|anrufer|klant|aanmelder|segnalante|klient'
const company =
  'agent|assignee|assigned|owner|staff|employee|rep|representative|operator|wizard|advisor|adviser|technician|resolver|handler|bearbeiter|sachbearbeiter|mitarbeiter|conseiller|agente|responsable|atendente|behandelaar|medewerker|operatore|technicien'
const number = 'id|ids|uuid|guid|number|num|no|nr|nummer|key|ref|reference|code|numero|numéro|número'
const container =
  'ticket|case|incident|conversation|conversations|dialogue|dialog|thread|request|issue|session|sr|problem|inquiry|enquiry|chat|work order|vorgang|anfrage|fall|dossier|demande|caso|chamado|solicitud|protocolo|melding|zaak|reclamation|réclamation|sprawa'
const single =
  'message|msg|comment|call|event|response|interaction|activity|utterance|part|email|e mail|sms|post|tweet|review|survey|reply|entry|record|row|turn|nachricht|anruf|mensaje|mensagem|appel|llamada|chamada|ligacao'

/** A survey's question is the name of its column. */
export const asks =
  /^(what|why|how|which|please|anything|any (other|further|more|additional)|is there|tell us|describe) /

export const fieldNames: Readonly<Record<Exclude<MappedField, 'time' | 'openedAt' | 'to'>, Patterns>> = {
  externalId: [
    [new RegExp(`^(${single}) (${number})$`), 10],
    [/^concept instance$|^(unique )?(id|uuid|guid)$/, 6],
    [new RegExp(`\\b(${single}) (${number})$`), 6],
    [/^contact id$/, 4],
    [/^response$|^respondent (id|number)$/, 3],
  ],
  case: [
    [/^case concept name$/, 10],
    [new RegExp(`^(${container}|complaint) (ext |external )?(${number})$`), 10],
    [/^(vorgangs?|fall|ticket|anfrage|melding|zaak|dossier) ?(nummer|nr|id)$/, 10],
    [
      /^(numéro|numero|número|n|nº|no|id)( de| du| da| do)? (dossier|demande|ticket|caso|solicitud|incidencia|chamado|protocolo|réclamation|reclamo|protocollo)$/,
      10,
    ],
    [new RegExp(`^(support|parent|original|help desk|zendesk|jira)? ?(${container}) (${number})$`), 9],
    [/^csid$|^(topic|discussion) (id|number)$|^(conversation|thread|ticket) slug$/, 8],
    [/^((issue|unique) )?key$|^task id$/, 7],
    [new RegExp(`^(${container})$`), 6],
    [/^number$|^(in reply to|parent) id$/, 6],
    [/^thread (ts|timestamp)$/, 5],
    [/^call (id|number|no)$/, 4],
    [/^(order|booking|reservation|claim|policy|contract) (id|number|no|nr)$/, 2],
    [/^(id|#)$/, 1],
  ],
  inReplyTo: [
    [/^in (reply|response) to( ((\w+ )?(id|number)|status|tweet|message|post|comment))?$/, 10],
    [/^(repl(y|ies|ied)|responds?|response|answers?) to( (\w+ )?(id|number))?$/, 9],
    [/^parent( (comment|post|message|tweet|status|review|reply|e ?mail))? id$/, 8],
  ],
  account: [
    [new RegExp(`^(${customer}) (user )?(${number})$`), 10.5],
    [new RegExp(`^(${customer}) (${number}) (on|from|as|in) `), 9.5],
    [/^(kunden|kd|klant) ?(nummer|nr|id)$/, 10.5],
    [/^(numéro|numero|número|n|nº|no|id|código|codigo)( de| du| do)? (client|cliente|abonné|abonado)$/, 10.5],
    [new RegExp(`^(${customer})$`), 10],
    [
      new RegExp(
        `^(account|user|(associated )?contact|person|reporter|organisation|organization|company) (${number})$`,
      ),
      7,
    ],
    [/^(anonymized )?user worker id$|^(reporter|contact|user|username|user name|login)$/, 6],
    [new RegExp(`\\b(${customer}) (user )?(${number})$`), 6],
    [/^vertrags ?konto$|^(cpf|codice fiscale|nif|dni|bsn)$/, 6],
    [/^(account|account name|company|company name|organization|organisation)$/, 3],
    [new RegExp(`^(author|sender) (${number})$`), 4],
    [/^reviewer (id|number)$/, 7],
    [/\bsteam ?id$|^owner user id$/, 5],
    [/^author$/, 2.5],
    [/^sender$|^from$/, 2],
  ],
  email: [
    [
      new RegExp(
        `\\b(${customer}|contact|reporter|user|sender|from|author)\\b.*\\be ?mail|^e ?mail( address| id)?$`,
      ),
      9,
    ],
    [/\be ?mail\b|\bcourriel\b|\bcorreo\b/, 5],
    [new RegExp(`^(${customer}|from|sender|author|user|contact|reporter)$`), 4],
    [/./, 2.5],
  ],
  phone: [
    [new RegExp(`\\b(${customer}|contact|user|caller)\\b.*\\b(phone|mobile|number|msisdn|tel|endpoint)`), 9],
    [
      /\b(phone|telephone|mobile|msisdn|cell|telefon|telefono|teléfono|telefone|téléphone|ani|originator|calling (number|party)|caller (number|id))\b/,
      7,
    ],
    [/^(from|sender|customer|caller)( number)?$/, 4],
  ],
  name: [
    [new RegExp(`\\b(${customer}|contact|user|reporter|reviewer)\\b ?(full |display )?name$`), 8],
    [new RegExp(`^(full name|name|nom|nombre|nome|${customer})$`), 3],
  ],
  kind: [[/^(kind|interaction type|activity type|event type|record type|communication type|type)$/, 5]],
  from: [
    [/^(from|sender|author|speaker|direction|role|party|participant|creator|dir|e a|van)$/, 8],
    [/\b(author|sender|user|speaker|from|participant|actor|created by|initiator) (type|role|kind|side)$/, 9],
    [/\bauthor association$/, 9.5],
    [
      /^(direction|inbound|incoming|outbound|(is |from )(agent|customer|staff|user)|private|agent|staff|moderator|origin|richtung|sens|sentido)$/,
      6,
    ],
    [/\b(direction|inbound|incoming)\b|^call (type|direction)$/, 6],
    [/^type$/, 6.5],
  ],
  channel: [
    [/^(channel|contact type|contact channel|via|via channel|contact method|kanal|canal|kanaal|canale)$/, 10],
    [/\bchannel\b|\bkanal\b|\bcanal\b|^media type$/, 8],
    [
      /^(source|medium|origin|contact mode|contact reason channel|communication type|case origin|source type|binnenkomst|meio|mezzo|source de la demande)$/,
      6,
    ],
    [/^(via source|source name|delivered as|(received|submitted|reported|created) (via|through))$/, 5],
  ],
  team: [
    [/^(org group|assignment group|team|support group|assigned group|team name|group name)$/, 10],
    [
      /^(group|queue|queue name|assigned team|support team|team assigned|owner team|inbox|equipe|équipe|equipo|gruppe|warteschlange|fila|team id|owner role|behandelaarsgroep|serviceteam|ufficio|célula)$/,
      8,
    ],
    [/\b(team|group|queue)s?\b/, 5],
    [/^(department|dept|division|abteilung|service|departamento|département|agency|agency name)$/, 4],
    [/\b(department|involved)\b/, 3],
  ],
  agent: [
    [
      /^(assigned to|org resource|agent|assignee|agent name|assignee name|ticket owner|case owner|owner)$/,
      10,
    ],
    [new RegExp(`^(${company})( (name|id|e ?mail|user ?name))?$`), 9],
    [new RegExp(`\\b(${company})\\b`), 5],
    [/^(resource|handled by|resolved by|answered by|closed by|responsible)$/, 4],
  ],
  text: [
    [/^contents$/, 7],
    [
      /^(text|body|message|message text|message body|content|utterance|transcript|plain body|comment body|comment text|bericht|verzoek|messaggio|treść)$/,
      10,
    ],
    [
      /^(plain text body|html body|body text|extract|snippet|description|comment|comments|complaint|verbatim|feedback|question|query|review|review (content|text|body)|issue summary|self ?text|nachricht|texte|mensaje|mensagem|texto|contenu|kommentar|comentario|comentário|details|commentaire|beschreibung|problembeschreibung|omschrijving|segnalazione|réclamation|relato|descrição|descripción|descrizione)$/,
      8,
    ],
    [/^(customer|client|guest|patient) (remarks?|review)$/, 8],
    [
      /^(subject|summary|title|short description|betreff|objet|asunto|assunto|why|onderwerp|korte omschrijving|oggetto|temat|titre)$/,
      5,
    ],
    [/\b(text|body|message|comment|description|verbatim|feedback|transcript|narrative|why)\b/, 5],
    [/\b(subject|summary)$|^ticket name$/, 4],
    [asks, 4],
  ],
  category: [
    [/^(disconnect|missed call|status) reason$/, 2],
    [
      /^(category|topic|intent|contact reason|reason|issue type|issue category|case reason|problem type|kategorie|thema|grund|motif|catégorie|categoria|categoría|motivo|categorie|servicekategorie|disposition name)$/,
      10,
    ],
    [
      /^(case concept type|type|ticket type|case type|disposition( code)?|wrap up( code| name)?|call reason|inquiry type|request type|tema|labels?|product area|tipo|soort melding)$/,
      6,
    ],
    [/\b(category|topic|intent|reason)\b/, 6],
    [/^(issue|concern|complaint|nature of (issue|complaint|request|problem))$/, 6],
    [/^components?( s)?$/, 5],
    [/^(subcategory|sub category|tags?)$/, 3],
  ],
  rating: [
    [/\b(votes?|weighted|upvotes?|likes)\b|\bhelpful( count)?$|^(credit|energy|debt) rating$/, 0],
    [/\b(priority|impact|urgency|severity|risk|status)( (rating|score|level))?$/, 0],
    [/\bcsat\b|\boverall how (satisfied|happy)\b/, 10],
    [
      /\b(csat|satisfaction|satisfied|rating|nps|ces|stars|bewertung|zufriedenheit|évaluation|valoración|avaliação|recommend)\b/,
      9,
    ],
    [/zufrieden|\bsatisf(a[cç]|ai|e[ci])|soddisf|tevreden|évaluation|beoordeling|valutazione/, 9],
    [/^survey (results?|answers?)$|\bhow (satisfied|happy|easy|likely|would you rate)\b|\bhappiness\b/, 7],
    [/^overall$/, 6],
    [/\bscore\b|\bscale of\b/, 5],
  ],
  duration: [
    [/\b(after contact work|acw|wrap ?up)\b|\b(hold|queue|wait(ing)?) (time|duration)$/, 0],
    [/\b(duration|talk time|handle time|handling time|call length|dauer|durée|duración|duração|aht)\b/, 9],
    [/\b(length of call|call time|talk)\b/, 4],
  ],
}

/** What our own people wrote for themselves: no words of a customer, nor to one. */
export const ownNotes =
  /^((technician|engineer|agent|staff|internal|operator|advis[oe]r|rep|handler|handling|work|close|closing|resolution|account) )(notes?|comments?|remarks?|summary|description|text|details?)$|^resolution$/

/** Words that say a column is about the company's own people, so that it names no customer. */
export const aboutCompany = new RegExp(
  `^(?!owner user id$).*\\b(${company}|opened by|created by|updated by|resolved by|closed by|team|group)\\b`,
)

export function scoreName(words: string, patterns: Patterns): number {
  for (const [pattern, score] of patterns) if (pattern.test(words)) return score
  return 0
}

/** Names whom a message or a call went to. */
export const recipient =
  /^((to|recipient)( (address|e ?mail|number|user ?name|name|handle))?|an|do|aan|empfänger|destinataire|destinatario|dnis|called number|destination (dn|number))$/

/** Whether a column names whoever wrote, customer or not. */
export function namesWriter(column: string): boolean {
  return /\b(from|sender|author|writer|speaker)\b/.test(toWords(column))
}

/** The same of calls; a guess writes it down. */
export function namesCaller(column: string): boolean {
  return /\b(ani|originator|calling number)\b/.test(toWords(column))
}

/** Words of a list of cases, one row each, whose id is the case's. */
export const aboutCases = new RegExp(
  `^(${container})\\b|^(status|statut|stato|assignee|assigned to|(solved|resolved|closed)( at| on| date| time)?)$`,
)

/** Columns a system keeps about its own records: counters and times of modification. They are no facts of a customer. */
export const bookkeeping =
  /\b(mod(ification)? (count|counter|number)|sys mod count|(sys )?(updated|modified|changed|created|edited) (at|on|date|time|timestamp)|(update|modification|change|revision|version|edit) (count|counter|number|time|date|timestamp)|last (updated|modified|changed|edited|update|modification)( at| on| date| time)?|revision|row ?version|etag|sys (created|updated) (at|on)|lastmodifieddate|systemmodstamp|system modstamp|last modified date)\b/
