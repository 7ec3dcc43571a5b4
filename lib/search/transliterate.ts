/** Where Ukrainian and Russian read a letter differently, the Ukrainian reading comes first. */
const CYRILLIC: Record<string, string | readonly [string, string]> = {
  а: "a",
  б: "b",
  в: "v",
  г: ["h", "g"],
  ґ: "g",
  д: "d",
  е: "e",
  ё: "yo",
  є: "ie",
  ж: "zh",
  з: "z",
  и: ["y", "i"],
  і: "i",
  ї: "i",
  й: ["i", "y"],
  ј: "j",
  к: "k",
  л: "l",
  љ: "lj",
  м: "m",
  н: "n",
  њ: "nj",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ў: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: ["iu", "yu"],
  я: ["ia", "ya"],
  ђ: "dj",
  ћ: "c",
  џ: "dz",
  ѓ: "g",
  ќ: "k",
  ѕ: "dz",
};

/** Of Arabic, and of Persian and Urdu where they add letters. Short vowels are not written, so none are read. */
const ARABIC: Record<string, string> = {
  ا: "a",
  أ: "a",
  إ: "i",
  آ: "a",
  ٱ: "a",
  ب: "b",
  پ: "p",
  ت: "t",
  ٹ: "t",
  ث: "th",
  ج: "j",
  چ: "ch",
  ح: "h",
  خ: "kh",
  د: "d",
  ڈ: "d",
  ذ: "dh",
  ر: "r",
  ڑ: "r",
  ز: "z",
  ژ: "zh",
  س: "s",
  ش: "sh",
  ص: "s",
  ض: "d",
  ط: "t",
  ظ: "z",
  ع: "",
  غ: "gh",
  ف: "f",
  ڤ: "v",
  ق: "q",
  ك: "k",
  ک: "k",
  گ: "g",
  ل: "l",
  م: "m",
  ن: "n",
  ں: "n",
  ه: "h",
  ہ: "h",
  ھ: "h",
  ة: "a",
  ى: "a",
  ے: "e",
  ء: "",
  ئ: "",
  ؤ: "u",
};

const CYRILLIC_LETTER = /\p{Script=Cyrillic}/u;
const ARABIC_LETTER = /\p{Script=Arabic}/u;
const UNWRITTEN = /[\u0640\u064b-\u065f\u0670]/g;

/**
 * How a text in Cyrillic or Arabic letters is written in Latin ones, in small letters: up to two readings, without
 * repeats; none where it has no such letters. What is not such a letter stays as it is.
 */
export function transliterations(text: string): string[] {
  const plain = text.toLowerCase().normalize("NFC").replace(UNWRITTEN, "");
  if (!CYRILLIC_LETTER.test(plain) && !ARABIC_LETTER.test(plain)) return [];
  const arabicRead = plain.split(/(\s+)/).map(readArabic).join("");
  return [...new Set([readCyrillic(arabicRead, 0), readCyrillic(arabicRead, 1)])];
}

function readCyrillic(text: string, reading: 0 | 1): string {
  return [...text]
    .map((letter) => {
      const latin = CYRILLIC[letter];
      return typeof latin === "object" ? latin[reading] : (latin ?? letter);
    })
    .join("");
}

// The article is a word of its own in Latin letters: al-Fashir.
function readArabic(word: string): string {
  const [, article = "", rest = word] = /^(ال)(..+)$/.exec(word) ?? [];
  const letters = [...rest];
  const latin = letters.map((letter, at) => ARABIC[letter] ?? readSemivowel(letters, at)).join("");
  return article ? `al ${latin}` : latin;
}

// و and ي are consonants at the beginning of a word and beside ا, vowels elsewhere.
function readSemivowel(letters: readonly string[], at: number): string {
  const letter = letters[at] ?? "";
  const isConsonant = at === 0 || letters[at - 1] === "ا" || letters[at + 1] === "ا";
  if (letter === "و") return isConsonant ? "w" : "u";
  if (letter === "ي" || letter === "ی") return isConsonant ? "y" : "i";
  return letter;
}
