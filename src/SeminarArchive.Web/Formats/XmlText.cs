using System.Text;
using System.Xml;

namespace SeminarArchive.Web.Formats;

/// <summary>Text as it may stand in an XML document.</summary>
public static class XmlText
{
    /// <summary>Without the characters that XML 1.0 cannot hold, in whatever form they were written.</summary>
    public static string Clean(string text)
    {
        var first = FirstIllegal(text, 0);
        if (first == text.Length) return text;

        var clean = new StringBuilder(text.Length);
        for (var begin = 0; begin < text.Length; begin = first + 1)
        {
            first = FirstIllegal(text, begin);
            clean.Append(text, begin, first - begin);
        }

        return clean.ToString();
    }

    private static int FirstIllegal(string text, int i)
    {
        for (; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) continue;
            if (i + 1 == text.Length || !XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) return i;
            i++;
        }

        return i;
    }
}
