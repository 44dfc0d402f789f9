import { parseAll } from '../speech/grammar.ts'

/** What the people of Larkmoor say whatever it is about; `{about}` is the problem as a clause. */

export const greetings = parseAll([
  '[Dear|Hello|Hi] {first},',
  'Good [morning|afternoon], {first},',
  'Dear {name},',
])
export const chatGreetings = parseAll([
  'Hi {first}, {agent} here.',
  'Hello {first}, you are chatting with {agent}.',
  '',
])
export const signOffs = parseAll([
  '[Kind regards|Best wishes|All the best],\n{agent}\nLarkmoor, {team}',
  '{agent}, {team}',
  '[Warm|Kind] regards\n{agent}',
])

export const acknowledgements = parseAll([
  'I [understand|can see] that {about}, and [I am sorry|that is not what you signed up for].',
  'I am [so |very |]sorry that {about}. [That should not have happened|You have every reason to be upset].',
  'Thank you for [telling us|bearing with us]. So {about}, [and that for far too long|and you had to chase us for it].',
  'I [can hear|can imagine] how [tiring|upsetting] it is that {about}.',
  '[That sounds exhausting|Oh dear], [I would be annoyed as well|I am sorry]. I have read [everything you wrote|the whole history], so you need not explain it again.',
  'You are right[, and I am sorry|]: {about}, and [we let you down|nobody took it on].',
])

export const ownerships = parseAll([
  'I will [take care of this myself|look after this personally|stay with this until it is done].',
  'Leave it with me: [I own this from here|you will not have to call again].',
  'I am [your contact for this|taking this on], [here is my direct line|reply to this and it reaches me].',
  'I have [put my name on it|made this mine], so you do not [need to explain it again|have to chase anybody].',
])

export const optionLeads = parseAll([
  'You can choose: {option}.',
  'There are two ways [to go|we can do this]: {option}. [Which suits you better|What would you prefer]?',
  'What would help you most? I can offer [you this|the following]: {option}.',
  'If you like, {option}. [It is up to you|Just tell me].',
])

export const promises = parseAll([
  'I promise that {promise}.',
  'You have my word: {promise}.',
  'I have [arranged it|noted it]: {promise}.',
  'I will make sure that {promise}.',
])

export const promisesKept = parseAll([
  'As promised, [here is the news|I am getting back to you]:',
  '[I said I would write today|I promised to come back to you], and [here I am|there is good news]:',
  '[A quick word, as agreed|Just as we agreed]:',
])

export const refusals = parseAll([
  'Unfortunately [we cannot make an exception|this is not possible|I cannot do anything about that].',
  'We are [unable to|not in a position to] [help with this request|change this].',
  'I [cannot|am not able to] [do that|override the system] from here.',
  'Your request [has been declined|cannot be granted].',
])

export const deflections = parseAll([
  'Please [consult|see] the [help pages|frequently asked questions] on our website.',
  'You can [find the answer|check this] yourself in [the app|your account].',
  'Please [fill in|submit] the [online form|contact form] and [wait|allow ten working days] for an answer.',
  'We [advise you to|suggest that you] [monitor the situation|try again later].',
])

export const spokenHandOffs = parseAll([
  'This is handled by our {toTeam} department, [please call them|you will have to contact them directly] [on the main number|on weekdays before five].',
  'I am [afraid|sorry, but] that is not us: [you need to|please] [speak to|contact] {toTeam}.',
  'For this you [must|need to] get in touch with our {toTeam} colleagues, [I have no access to their system|we cannot see their files here].',
  '{toTeam} [deals with that|is responsible for this], not {team}. [Please call back and choose option three|They will need to hear it from you].',
])

export const askForDetails = parseAll([
  'To look into this, [we need|I need] your [customer number|account number] and [the address|a photo of the letter].',
  'Could you [please |]send [us|me] [the serial number|a photo of the screen|a copy of the letter] [again|once more]?',
  'Before I can [go on|continue], I have to ask [a few security questions|for your account number].',
])

export const neutral = parseAll([
  'Thank you for your [message|patience].',
  'Your request has been [received|noted].',
  'We have [received|registered] your [message|enquiry].',
])

export const surveyGood = parseAll([
  '{agent} [was great|listened and sorted it|was patient and kind].',
  '[Quick|Friendly|Solved at once], thank you.',
  'Would have given more stars. {agent} [really cared|took the time].',
  'Good [service|help] in the end.',
  '',
  '',
])
export const surveyPoor = parseAll([
  '[Took|Needed] far too many [calls|tries].',
  'Friendly, but it [changed nothing|is still not right].',
  'Passed around [again|between departments].',
  'Nobody [listens|reads what I write].',
  '',
  '',
])
