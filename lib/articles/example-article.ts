/** A text of our own about the strike on Makiivka, by which the reading of an article can be tried. */
export const EXAMPLE_ARTICLE = {
  title: "Makiivka: four days, five tolls",
  publicationName: "Example text",
  publishedEdtf: "2023-01-05",
  language: "en",
  text: `The strike on a vocational school in Makiivka in the first minutes of 2023 has left as many tolls as there are people counting. Russia's defence ministry said on 2 January that 63 of its servicemen had been killed when four HIMARS rockets hit the building. On 4 January it raised the figure to 89. The ministry said the main cause was that soldiers had switched on mobile phones, against orders, within reach of Ukrainian weapons.

The strategic communications department of Ukraine's armed forces claimed on 1 January that 400 Russian soldiers were killed and 300 injured. A day later the General Staff of Ukraine's armed forces wrote that up to 10 units of military equipment had been destroyed, and that the losses in personnel were being clarified.

Igor Girkin, a former commander of the separatists, wrote on Telegram that hundreds had been killed or wounded. He blamed the number of dead on equipment that stood uncamouflaged beside the barracks. Lt. Gen. Sergei Sevryukov said the weapon was HIMARS, a rocket launcher supplied by the United States. Sergei Mironov, a member of parliament, demanded that the officers who let soldiers gather in an unprotected building be held responsible.

Before the strike, the last count of its own dead that Moscow had published was from September, when Defence Minister Sergei Shoigu spoke of nearly 6,000 killed since the invasion. In Samara, 200 people reportedly attended a vigil for the dead.`,
} as const;

/** The event that it is about, where the demonstration is on file. */
export const EXAMPLE_EVENT = "makiivka-2023";
