namespace SeminarArchive.Store.Search;

/// <summary>
/// The stems by which the index compares words: M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980), as SQLite has it.
/// A test holds the two together, since what is marked in a text must be what was found in it.
/// </summary>
public static class Porter
{
    // Longer tokens are left as they are, as in SQLite.
    private const int Longest = 64;

    // By the step: what is taken off where enough of a word remains, and what is put in its place. A suffix stands before those it ends with.
    private static readonly (string Suffix, string Instead)[] Second =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("logi", "log"), ("bli", "ble"), ("alli", "al"), ("entli", "ent"),
        ("ousli", "ous"), ("eli", "e"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"),
        ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ];

    private static readonly (string Suffix, string Instead)[] Third =
        [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];

    private static readonly string[] Fourth =
        ["al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize"];

    /// <param name="word">Folded; anything but plain letters and digits comes back unchanged.</param>
    public static string Stem(string word)
    {
        if (word.Length is < 3 or > Longest || !word.All(char.IsAscii)) return word;

        word = Plural(word);
        word = PastAndGerund(word);
        if (word[^1] == 'y' && HasVowel(word, word.Length - 1)) word = word[..^1] + "i";
        word = Replace(word, Second);
        word = Replace(word, Third);
        word = TakeOff(word);
        if (word[^1] == 'e' && Measure(word, word.Length - 1) is var m && (m > 1 || (m == 1 && !EndsShort(word[..^1])))) word = word[..^1];
        if (word.EndsWith("ll", StringComparison.Ordinal) && Measure(word, word.Length - 1) > 1) word = word[..^1];
        return word;
    }

    private static string Plural(string word) =>
        word[^1] != 's' ? word
        : (word.Length > 4 && word.EndsWith("sses", StringComparison.Ordinal)) || (word.Length > 3 && word.EndsWith("ies", StringComparison.Ordinal)) ? word[..^2]
        : word.EndsWith("ss", StringComparison.Ordinal) ? word
        : word[..^1];

    private static string PastAndGerund(string word)
    {
        if (word.Length > 3 && word.EndsWith("eed", StringComparison.Ordinal)) return Measure(word, word.Length - 3) > 0 ? word[..^1] : word;

        var off = word.EndsWith("ed", StringComparison.Ordinal) ? 2 : word.EndsWith("ing", StringComparison.Ordinal) ? 3 : 0;
        if (off == 0 || !HasVowel(word, word.Length - off)) return word;

        word = word[..^off];
        if (word.EndsWith("at", StringComparison.Ordinal) || word.EndsWith("bl", StringComparison.Ordinal) || word.EndsWith("iz", StringComparison.Ordinal)) return word + "e";
        if (word.Length > 1 && word[^1] == word[^2] && IsConsonant(word, word.Length - 1) && word[^1] is not ('l' or 's' or 'z')) return word[..^1];
        return Measure(word, word.Length) == 1 && EndsShort(word) ? word + "e" : word;
    }

    private static string Replace(string word, (string Suffix, string Instead)[] suffixes)
    {
        foreach (var (suffix, instead) in suffixes)
        {
            if (!word.EndsWith(suffix, StringComparison.Ordinal) || word.Length == suffix.Length) continue;
            var rest = word.Length - suffix.Length;
            return Measure(word, rest) > 0 ? word[..rest] + instead : word;
        }

        return word;
    }

    private static string TakeOff(string word)
    {
        foreach (var suffix in Fourth)
        {
            if (!word.EndsWith(suffix, StringComparison.Ordinal)) continue;
            var rest = word.Length - suffix.Length;
            return Measure(word, rest) > 1 && (suffix != "ion" || word[rest - 1] is 's' or 't') ? word[..rest] : word;
        }

        return word;
    }

    // How often a vowel is followed by a consonant in the first letters.
    private static int Measure(string word, int length)
    {
        var m = 0;
        for (var i = 1; i < length; i++)
        {
            if (IsConsonant(word, i) && !IsConsonant(word, i - 1)) m++;
        }

        return m;
    }

    private static bool HasVowel(string word, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (!IsConsonant(word, i)) return true;
        }

        return false;
    }

    // Consonant, vowel, consonant, and the last not one that lengthens.
    private static bool EndsShort(string word) =>
        word.Length > 2 && IsConsonant(word, word.Length - 1) && !IsConsonant(word, word.Length - 2) && IsConsonant(word, word.Length - 3) && word[^1] is not ('w' or 'x' or 'y');

    private static bool IsConsonant(string word, int index) =>
        word[index] is not ('a' or 'e' or 'i' or 'o' or 'u') && (word[index] != 'y' || index == 0 || !IsConsonant(word, index - 1));
}
