using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats.OaiPmh;

/// <summary>
/// The sets that records are in: <c>category</c> and <c>year</c> with all that have one, below them <c>category:previous-seminars</c>, <c>year:2020</c>.
/// A slug may hold letters that a setSpec cannot: each byte of those in UTF-8 is written <c>!</c> and two hexadecimal digits, as an address
/// has them with a percent sign, so that no two slugs share a name.
/// </summary>
public static partial class RecordSet
{
    public const string Categories = "category";
    public const string Years = "year";

    public static string OfYear(int year) => string.Create(CultureInfo.InvariantCulture, $"{Years}:{year:0000}");

    public static string OfCategory(string slug)
    {
        var name = new StringBuilder(Categories).Append(':');
        foreach (var b in Encoding.UTF8.GetBytes(slug))
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'_' or (byte)'.') name.Append((char)b);
            else name.Append(CultureInfo.InvariantCulture, $"!{b:X2}");
        }

        return name.ToString();
    }

    /// <summary>Whether the text could be the name of a set.</summary>
    public static bool IsLegal(string text) => Legal().IsMatch(text);

    /// <summary>The selection narrowed to a set; null when there is no such set.</summary>
    public static RecordSelection? Narrow(RecordSelection selection, string set)
    {
        switch (set)
        {
            case Years: return selection;
            case Categories: return selection with { Category = "" };
        }

        if (set.StartsWith(Years + ":", StringComparison.Ordinal))
        {
            return int.TryParse(set[(Years.Length + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && OfYear(year) == set ? selection with { Year = year } : null;
        }

        if (!set.StartsWith(Categories + ":", StringComparison.Ordinal)) return null;
        var slug = Uri.UnescapeDataString(set[(Categories.Length + 1)..].Replace('!', '%'));
        return OfCategory(slug) == set ? selection with { Category = slug } : null;
    }

    [GeneratedRegex(@"^[A-Za-z0-9\-_.!~*'()]+(:[A-Za-z0-9\-_.!~*'()]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Legal();
}
