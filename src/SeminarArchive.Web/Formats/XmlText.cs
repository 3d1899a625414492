using System.Text;
using System.Xml;

namespace SeminarArchive.Web.Formats;

/// <summary>Text as XML can hold it.</summary>
public static class XmlText
{
    /// <summary>Without the characters that XML 1.0 forbids, escaped or not.</summary>
    public static string Clean(string text) => IsClean(text) ? text : string.Concat(text.EnumerateRunes().Where(IsAllowed));

    private static bool IsClean(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsAllowed(rune) || rune == Rune.ReplacementChar) return false;
        }

        return true;
    }

    private static bool IsAllowed(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);
}
