using System.Text;

namespace SeminarArchive.Content;

/// <summary>The beginning of a text, short enough for a list or a search engine.</summary>
internal static class Excerpt
{
    private const int Most = 300;
    // So much of a text shows whether it goes on, and how.
    private const int Enough = Most + 3;

    /// <summary>
    /// At most 300 characters on one line. It ends with a sentence where one ends after the middle, otherwise between words with an ellipsis.
    /// </summary>
    public static string Of(string text)
    {
        var line = OneLineOf(text);
        if (line.Length <= Most) return line;

        for (var i = Most - 1; i > Most / 2; i--)
        {
            if (line[i] is '。' or '！' or '？') return line[..(i + 1)];
            if (line[i] is '.' or '!' or '?' && line[i + 1] == ' ' && i + 2 < line.Length && !char.IsLower(line[i + 2]) && !IsAbbreviation(line, i)) return line[..(i + 1)];
        }

        var cut = line.LastIndexOf(' ', Most - 1);
        if (cut < Most / 2) cut = char.IsHighSurrogate(line[Most - 2]) ? Most - 2 : Most - 1;
        return line[..cut].TrimEnd(' ', ',', ';', ':', '-', '–', '—') + "…";
    }

    // "e.g.", "J." and "Dr." end no sentence.
    private static bool IsAbbreviation(string line, int dot)
    {
        if (line[dot] != '.') return false;
        var start = line.LastIndexOf(' ', dot) + 1;
        var word = line.AsSpan(start, dot - start);
        return word.Length == 1 || word.Contains('.') || word is "Dr" or "Prof" or "Mr" or "Mrs" or "Ms" or "St" or "al" or "cf" or "vs" or "etc" or "No" or "Fig" or "pp";
    }

    private static string OneLineOf(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, Enough + 1));
        var gap = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                gap = line.Length > 0;
                continue;
            }

            if (gap) line.Append(' ');
            gap = false;
            line.Append(c);
            if (line.Length >= Enough) break;
        }

        return line.ToString();
    }
}
