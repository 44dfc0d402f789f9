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
  '[Kind regards|Best wishes|All the best],\n{agent}\nLarkmoor, {teamName}',
  '{agent}, {teamName}',
  '[Warm|Kind] regards\n{agent}',
])

export const acknowledgements = parseAll([
  'I [understand|can see] that {about}, and [I am sorry|that is not what you signed up for].',
  'I am [so |very |]sorry that {about}. [That should not have happened|You have every reason to be upset].',
  'I [can hear|can imagine] how [tiring|upsetting] it is that {about}.',
  'That sounds exhausting, [I would be annoyed as well|I am sorry]. If I understand you right, {about}.',
  'You are right[, and I am sorry|]: {about}, and [we let you down|that is for us to mend].',
  'Thank you for telling us so [clearly|openly]. So {about}; [that must not stay that way|I see why that bothers you].',
  'Oh dear. I read that {about}, and [in your place I would not be pleased either|I am sorry for the trouble].',
])

/** From the second contact on. */
export const acknowledgementsAgain = parseAll([
  'I have read [everything you wrote|the whole history], so you need not explain it again: {about}, and for far too long.',
  'This is your {nth} contact about it, and [one should have been enough|it should never have taken more]. I am sorry that {about}.',
  'I see that {about}, and that you had to [chase us for it|ask more than once]. [I apologise|That was our part, not yours].',
  'You have been more than patient. That makes {count} contacts, and still {about}; I am sorry.',
])

/** Where somebody has died. */
export const condolences = parseAll([
  'I am very sorry for your loss, and sorry that {about}.',
  'My condolences to you and your family. I see that {about}, and I will make this as easy as I can.',
  'I am sorry about your {relative}. [Please take your time|There is no hurry from our side].',
  'Thank you for writing to us in such a time. I am sorry that {about}.',
])

/** Where nothing is wrong and somebody would like something. */
export const welcomes = parseAll([
  'Thank you for asking. I understand that {about}, and [I am glad to help|that can be done].',
  'A good question. So {about}; [let us see what fits|here is what I would do in your place].',
  '[Lovely|Good] that you [ask|get in touch]. You tell me that {about}.',
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
  'As you like it best: {option}. [It is up to you|Just tell me].',
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
  'This is handled by our {toTeam}, [please call them|you will have to contact them directly] [on the main number|on weekdays before five].',
  'I am [afraid that|sorry, but that] is not us: [you need to|please] [speak to|contact] our {toTeam}.',
  'For this you [must|need to] get in touch with our {toTeam}, [I have no access to their system|we cannot see their files here].',
  'That is a matter for the {toTeam}, not for us. [Please call back and choose option three|They will need to hear it from you].',
  'You have reached the {team} here. [For this kind of thing there is|Responsible for this is] the {toTeam}, [whom you can call|so please ring there] [tomorrow from nine|between ten and four].',
  'I [cannot|am not allowed to] [touch|change] that from the {team}. [Kindly|Please] call our {toTeam} and explain it to them.',
  'The {toTeam} [has to|must] look at this. Unfortunately I cannot put you through, [their lines are separate|so please dial again].',
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
  'With reference to your [message|enquiry] we [can inform you of|would like to state] the following.',
  'Thank you for [contacting|turning to] Larkmoor.',
])

export const neutralSpoken = parseAll([
  'One moment, I have to [open|find] your file first.',
  '[Right|All right], {first}, I have your file [here|in front of me].',
  'I am [looking it up|reading what is noted here], one second.',
  '[Let me check|I am just checking] that in the system.',
  'May I have your customer number? [Thank you|Thanks].',
])

/** Padding that takes the company’s side without being a rule. */
export const distance = parseAll([
  'We ask for your understanding.',
  'Please note that processing times are longer than usual at present.',
  'Our systems show no irregularity.',
  'The matter has been documented accordingly.',
  'We regret any inconvenience this may have caused.',
  'Please be aware that repeated enquiries can lengthen the processing time.',
  'For quality reasons this case will be closed automatically after seven days.',
  'All customers in your situation are treated alike.',
  'I can only tell you what the screen shows me.',
])
export const distanceWritten = parseAll([
  'Please do not reply to this message, as this mailbox is not read.',
  'Please quote your case number in all further correspondence, so that it can be allocated correctly.',
  'Further information is available in the terms and conditions, section [four|eleven|nineteen], which you accepted when you signed.',
  'We hope to have been of assistance and thank you for your confidence in Larkmoor.',
  'Your satisfaction is important to us. You will receive a short survey in the coming days.',
  'This message was created by our customer service centre and is valid without a signature.',
  'Should you have further questions, please use the contact form in the customer area of our website.',
])

/** The small print that some desks put under each answer. */
export const noticesWritten = parseAll([
  'Did you know that you can settle most matters yourself in the customer area, at any time of day and without waiting?',
  'In the course of improving our processes, messages may be read by several colleagues. We ask you to describe your request in full each time you write.',
  'Our opening hours are Monday to Saturday from eight to eight. Outside these hours your message will be placed at the end of the queue.',
])

/** What somebody adds who thinks of the person they answer. */
export const care = parseAll([
  'If anything is different from what I said, tell me and I will [look again|put it right].',
  'I have written down what you told us, so that [nobody has to ask you again|you never have to repeat it].',
  'I will look at it again on {nextDay}, whether you get in touch or not.',
  'I also [told|passed it on to] the people who [can stop this from happening|make the rules], with your words.',
  'Is there something else that has been bothering you? [Then let us do it in one go|I have the time].',
  'Please do not go to any more trouble, the rest is [on us|our part].',
  'I checked twice that nothing of this [lands on your bill|costs you anything].',
  'You can reach me from eight to four, and {otherAgent} when I am not in.',
])
export const careWritten = parseAll([
  'You can answer this message directly, it comes to [me and not to a queue|my desk].',
  'I know this cost you an evening or two, and I am sorry for that. I hope the next time you think of us it is because nothing happens at all.',
  'Below my name you find my direct number. If you would rather talk than write, [call me|I am happy to ring you] whenever it suits you.',
  'I have attached a short note with what we did and when, in case you ever need it. You do not have to keep anything else.',
  'So that you know what happens next: I do my part today, you will get a short message when it is done, and then I close this only if you agree.',
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
