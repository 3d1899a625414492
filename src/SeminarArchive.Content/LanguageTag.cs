using System.Collections.Frozen;

namespace SeminarArchive.Content;

/// <summary>Language tags after BCP 47, by their shape.</summary>
internal static class LanguageTag
{
    // Three-letter codes (both kinds) and English names whose two-letter code browsers expect.
    private static readonly FrozenDictionary<string, string> Short = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["eng"] = "en", ["fra"] = "fr", ["fre"] = "fr", ["deu"] = "de", ["ger"] = "de", ["spa"] = "es", ["ita"] = "it", ["por"] = "pt", ["nld"] = "nl", ["dut"] = "nl",
        ["pol"] = "pl", ["rus"] = "ru", ["ukr"] = "uk", ["jpn"] = "ja", ["zho"] = "zh", ["chi"] = "zh", ["kor"] = "ko", ["ara"] = "ar", ["heb"] = "he", ["hin"] = "hi",
        ["swe"] = "sv", ["nor"] = "no", ["nob"] = "nb", ["nno"] = "nn", ["dan"] = "da", ["fin"] = "fi", ["ces"] = "cs", ["cze"] = "cs", ["slk"] = "sk", ["slo"] = "sk",
        ["hun"] = "hu", ["ron"] = "ro", ["rum"] = "ro", ["bul"] = "bg", ["ell"] = "el", ["gre"] = "el", ["tur"] = "tr", ["cat"] = "ca", ["cym"] = "cy", ["wel"] = "cy",
        ["gle"] = "ga", ["isl"] = "is", ["ice"] = "is", ["lat"] = "la", ["fas"] = "fa", ["per"] = "fa", ["hrv"] = "hr", ["srp"] = "sr", ["slv"] = "sl", ["lit"] = "lt",
        ["lav"] = "lv", ["est"] = "et", ["vie"] = "vi", ["tha"] = "th", ["ind"] = "id", ["eus"] = "eu", ["glg"] = "gl",
        ["english"] = "en", ["french"] = "fr", ["german"] = "de", ["spanish"] = "es", ["italian"] = "it", ["portuguese"] = "pt", ["dutch"] = "nl", ["russian"] = "ru",
        ["japanese"] = "ja", ["chinese"] = "zh", ["korean"] = "ko", ["arabic"] = "ar", ["polish"] = "pl",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The tag with its parts in their usual case (<c>pt-BR</c>, <c>zh-Hant</c>); null when it has not the shape of one.</summary>
    public static string? Parse(string text)
    {
        var parts = text.Trim().Replace('_', '-').Split('-');
        if (Short.TryGetValue(parts[0], out var two)) parts[0] = two;
        if (parts[0].Length is < 2 or > 3 || !parts[0].All(char.IsAsciiLetter) || parts.Length > 6) return null;

        parts[0] = parts[0].ToLowerInvariant();
        for (var i = 1; i < parts.Length; i++)
        {
            var part = parts[i];
            if (part.Length is < 1 or > 8 || !part.All(char.IsAsciiLetterOrDigit) || (part.Length == 1 && i == parts.Length - 1)) return null;
            parts[i] = part.Length switch
            {
                2 when char.IsAsciiLetter(part[0]) => part.ToUpperInvariant(),
                4 when char.IsAsciiLetter(part[0]) => char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant(),
                _ => part.ToLowerInvariant(),
            };
        }

        return string.Join('-', parts);
    }
}
