using System.Collections.Frozen;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SeminarArchive.Content;

/// <summary>MathML as Temml prints it, cut down to what MathML Core has and a page of others may hold: no styles, no colours, nothing larger than its line.</summary>
internal static partial class MathMl
{
    // Browsers take HTML apart that is nested deeper than some hundred elements.
    private const int Deepest = 80;

    private static readonly FrozenSet<string> Elements = FrozenSet.ToFrozenSet(
    [
        "math", "mrow", "mi", "mo", "mn", "ms", "mtext", "mspace", "mfrac", "msqrt", "mroot", "mstyle", "mpadded", "mphantom",
        "msub", "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts", "mprescripts", "mtable", "mtr", "mtd", "menclose",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Attributes = FrozenSet.ToFrozenSet(
        ["stretchy", "fence", "form", "separator", "symmetric", "largeop", "movablelimits", "accent", "accentunder", "displaystyle", "scriptlevel", "mathvariant", "columnspan", "rowspan", "notation"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Lengths = FrozenSet.ToFrozenSet(["lspace", "rspace", "width", "height", "depth", "voffset", "minsize", "maxsize", "linethickness"], StringComparer.Ordinal);

    // Those that the style sheet knows.
    private static readonly FrozenSet<string> Classes = FrozenSet.ToFrozenSet(["tml-left", "tml-right", "tml-jot", "tml-overline", "tml-underline"], StringComparer.Ordinal);

    /// <param name="xml">What Temml printed.</param>
    /// <param name="tex">What it was made of; it stays with it, for those who cannot show the rest.</param>
    /// <returns>Null when it is nested too deep to be shown.</returns>
    public static string? From(string xml, string tex, bool onItsOwn)
    {
        if (Clean(XElement.Parse(xml), 0) is not { } math) return null;
        if (onItsOwn) math.SetAttributeValue("display", "block");
        math.SetAttributeValue("alttext", tex);
        return math.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement? Clean(XElement element, int depth)
    {
        if (depth > Deepest) return null;

        var clean = new XElement(Elements.Contains(element.Name.LocalName) ? element.Name.LocalName : "mrow");
        foreach (var attribute in element.Attributes())
        {
            var (name, value) = (attribute.Name.LocalName, attribute.Value);
            if (name == "class") value = string.Join(' ', value.Split(' ').Where(Classes.Contains));
            else if (!Attributes.Contains(name) && !(Lengths.Contains(name) && Short().IsMatch(value))) continue;
            if (value.Length > 0) clean.SetAttributeValue(name, value);
        }

        foreach (var node in element.Nodes())
        {
            if (node is XText text) clean.Add(new XText(text.Value));
            else if (node is XElement child)
            {
                if (Clean(child, depth + 1) is not { } cleanChild) return null;
                clean.Add(cleanChild);
            }
        }

        return clean;
    }

    // Less than ten of the letters' heights.
    [GeneratedRegex("""\A[+-]?([0-9]?(\.[0-9]+)?em|[0-9]{0,2}(\.[0-9]+)?(px|pt))\z""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Short();
}
