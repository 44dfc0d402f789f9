/** First and last names from many places, combined freely; nobody is meant. */
export const firstNames = (
  'Aoife Amara Anneke Adrián Bilal Bea Carmen Callum Chidi Dana Dmitri Deniz Elena Emeka Esther Fatima Finn ' +
  'Farid Gabriela Gwen Giorgos Hana Hugo Hamza Ingrid Isla Ivan Jamila Joost Jelena Kofi Katya Kwame Leila ' +
  'Luca Lotte Mairead Mateusz Mei Nadia Niall Noor Oskar Olu Petra Priya Pavel Quentin Rosa Ravi Roisin ' +
  'Saoirse Samir Sofie Tomasz Thandi Tara Ulla Umar Vera Viktor Wanda Wei Xenia Yusuf Yara Zofia Zain'
).split(' ')

export const lastNames = (
  'Abara Adler Almeida Andersen Banerjee Bakker Bellamy Berg Castellano Chukwu Costa Daly Demir Dubois ' +
  'Eriksen Espinoza Farrell Fekete Fischer Gallagher Georgiou Haddad Hansen Horvath Ibrahim Ivanova Jansen ' +
  'Jovanovic Kaplan Kelleher Khan Kowalska Larsen Leclerc Lindqvist Mbeki Moreau Moreno Murphy Nagy Nakamura ' +
  'Novak Nwosu Okafor Oduya Olsen Papadaki Patel Pereira Petrov Quinn Rahman Reyes Rossi Sato Silva Singh ' +
  'Sokolova Svensson Tanaka Teixeira Tran Urban Varga Visser Walsh Weber Yilmaz Zamora Zeman'
).split(' ')

/** Agents, by first name; each works in one team. */
export const agentNames = (
  'Moira Desmond Ayesha Lars Pilar Tunde Brigid Marek Solveig Rashid Colette Ewan Dilys Nnamdi Greta Hassan ' +
  'Ines Jarek Keira Lorenzo Maeve Nuno Orla Parisa Rutger Sunita Teodor Ursula Vaughn Winnie Yannick Zelda ' +
  'Anouk Bruno Cormac Delphine Emil Freya Goran Honor Idris Jolanta Kamal Linnea Milos Nell Osman Phoebe ' +
  'Renzo Signe Tamsin Uzo Veronika Wim Yetunde Zoran Astrid Basil Clodagh Dario'
).split(' ')
