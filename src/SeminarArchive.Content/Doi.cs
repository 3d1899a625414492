using System.Text.RegularExpressions;

namespace SeminarArchive.Content;

/// <summary>Digital object identifiers: a prefix that begins with <c>10.</c>, a slash, and what the registrant chose.</summary>
public static partial class Doi
{
    /// <summary>Bare, from the DOI itself, with <c>doi:</c> before it, or from its address; null when it is none. Capitals stay as they are written.</summary>
    public static string? Parse(string text)
    {
        var doi = Label().Replace(text.Trim(), "");
        if (Resolver().Match(doi) is { Length: > 0 and var length }) doi = Uri.UnescapeDataString(doi[length..].Split('?', '#')[0]);
        return Form().IsMatch(doi) ? doi : null;
    }

    [GeneratedRegex("^doi: ?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Label();

    [GeneratedRegex("^(https?://)?(www\\.|dx\\.)?doi\\.org/", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Resolver();

    // One that ends like a sentence or a bracket was copied with what stood after it.
    [GeneratedRegex(@"^10\.[0-9]{4,9}(\.[0-9]+)*/[^\s\p{C}]{0,250}[^\s\p{C}.,;:""'/>]$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
