using System.Text;
using System.Xml;

namespace SeminarArchive.Web.Formats;

/// <summary>Text as XML can hold it.</summary>
public static class XmlText
{
    /// <summary>Without the control characters and halves of characters that no XML document may have.</summary>
    public static string Clean(string text)
    {
        var bad = FirstBad(text, 0);
        if (bad < 0) return text;

        var clean = new StringBuilder(text.Length);
        for (var from = 0; ; from = bad + 1, bad = FirstBad(text, from))
        {
            clean.Append(text, from, (bad < 0 ? text.Length : bad) - from);
            if (bad < 0) return clean.ToString();
        }
    }

    private static int FirstBad(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) continue;
            if (i + 1 == text.Length || !XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) return i;
            i++;
        }

        return -1;
    }
}
