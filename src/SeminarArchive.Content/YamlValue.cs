using System.Net;
using System.Text;

namespace SeminarArchive.Content;

/// <summary>Values written so that the reader gives them back.</summary>
internal static class YamlValue
{
    /// <summary>The value on one line: bare where that is safe, in quotation marks otherwise.</summary>
    public static string Of(string value)
    {
        // The reader resolves HTML's entities, which old titles are full of.
        if (value.Contains('&', StringComparison.Ordinal) && WebUtility.HtmlDecode(value) != value) value = value.Replace("&", "&amp;", StringComparison.Ordinal);
        return IsPlain(value) ? value : YamlLine.InQuotes(value);
    }

    /// <summary>The value as an entry between brackets, where commas part the entries.</summary>
    public static string InList(string value) => value.Contains(',', StringComparison.Ordinal) ? YamlLine.InQuotes(value) : Of(value);

    /// <summary>What was typed, as one line: white space collapsed, invisible controls gone, in normal form C.</summary>
    public static string Line(string typed)
    {
        var clean = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) clean.Append(' ');
            else if (!(rune.IsBmp && PlainText.IsControl((char)rune.Value))) clean.Append(rune.ToString());
        }

        return PlainText.Normal(string.Join(' ', clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    // Words that other readers of YAML take for numbers, dates and switches are quoted too.
    private static bool IsPlain(string value) =>
        value.Length > 0 && char.IsLetter(value[0]) && value is not ("true" or "True" or "false" or "False" or "yes" or "Yes" or "no" or "No" or "on" or "On" or "off" or "Off" or "y" or "Y" or "n" or "N" or "null" or "Null")
        && value.All(c => char.IsLetterOrDigit(c) || c is ' ' or '.' or ',' or '\'' or '’' or '-' or '–' or '/' or '(' or ')' or '?' or '!' or ';');
}
