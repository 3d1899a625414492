using System.Buffers;
using System.Net;
using System.Text;

namespace SeminarArchive.Content;

/// <summary>How a value becomes one clean line.</summary>
public static class PlainText
{
    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(char.MinValue, char.MaxValue + 1).Select(c => (char)c).Where(IsControl)]);

    /// <summary>
    /// One line in normal form C: white space collapsed, control and bidi-control characters gone, HTML entities (<c>&amp;#58;</c>) resolved.
    /// </summary>
    public static string Clean(string value)
    {
        if (IsClean(value)) return value;

        var text = value.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(value) : value;
        var clean = new StringBuilder(text.Length);
        var gap = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                gap = clean.Length > 0;
            }
            else if (!IsControl(c))
            {
                if (gap) clean.Append(' ');
                gap = false;
                clean.Append(c);
            }
        }

        return Normal(clean.ToString());
    }

    /// <summary>Characters that steer a screen, or stand for nothing, and are no text; tabs and line ends are not among them.</summary>
    public static bool IsControl(char c) =>
        (char.IsControl(c) && c is not ('\t' or '\n' or '\r'))
        || IsInvisible(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or (>= '\uFFF9' and <= '\uFFFB') or >= '\uFFFE';

    /// <summary>Those among them that take no room and do nothing that is seen. Joiners are not among them: scripts and emoji need them.</summary>
    public static bool IsInvisible(char c) => c is '\u200B' or '\u2060' or '\uFEFF';

    /// <summary>Whether one of those for which <see cref="IsControl"/> is true is in the text; many characters are looked at in one step.</summary>
    public static bool HoldsControls(string text) => text.AsSpan().ContainsAny(Controls);

    /// <summary>A value for a message: on one line, at most 60 characters, in quotation marks.</summary>
    public static string Quote(string value)
    {
        var clean = new StringBuilder();
        foreach (var c in value) clean.Append(IsControl(c) || c is '\n' or '\r' or '\t' ? ' ' : c);
        var text = string.Join(' ', clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (text.Length > 60) text = text[..(char.IsHighSurrogate(text[58]) ? 58 : 59)] + "…";
        return $"\"{text}\"";
    }

    /// <summary>Normal form C, or another; text that is no valid Unicode is returned as it is.</summary>
    public static string Normal(string text, NormalizationForm form = NormalizationForm.FormC)
    {
        try
        {
            return text.Normalize(form);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    /// <summary>The words with which editors say "nothing": <c>None</c>, <c>NA</c>, <c>TBA</c>, <c>TBC</c>, <c>nothing</c>.</summary>
    public static bool IsNothing(string value)
    {
        // What nobody sees is nothing, too.
        if (value.Length > 0 && (IsControl(value[0]) || (value.Length <= 7 && HoldsControls(value)))) value = Clean(value);
        return value.Length <= 7 && value.Trim() is "" or "~" or "-" or "–" or "—" or "None" or "none" or "NONE" or "NA" or "N/A" or "n/a" or "null" or "Null" or "NULL" or "nil"
            or "nothing" or "TBA" or "tba" or "TBC" or "tbc" or "TBD" or "tbd" or "T.B.A.";
    }

    private static bool IsClean(string value)
    {
        if (value.Length == 0 || value[0] == ' ' || value[^1] == ' ') return value.Length == 0;
        var before = 'x';
        foreach (var c in value)
        {
            if (c is < ' ' or '&' or > '~' || (c == ' ' && before == ' ')) return false;
            before = c;
        }

        return true;
    }
}
